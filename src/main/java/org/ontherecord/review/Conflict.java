package org.ontherecord.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.WordDiff;

/** Two people wrote at once: both texts, part by part, for the second one to choose from. Nothing typed is lost. */
public record Conflict(
        ClaimFile file, Typed typed, FormErrors errors, String theirName, List<Choice> choices, List<String> onlyMine) {
    private static final String TAKE = "take-";
    private static final Set<String> NOT_CARRIED = Set.of("do", "version", "base", "choose", "csrf-token");

    /** One part that differs: mine, theirs, and the difference from theirs to mine. */
    public record Choice(String name, String label, String mine, String theirs, WordDiff diff, String chosen) {}

    /** What was typed, read as {@code mine}, beside what the review says by now. */
    static Conflict of(Review review, ClaimForm form, Draft mine, FormErrors errors, Instant now) {
        Draft theirs = review.draft();
        // What both started from, if it was ever saved.
        Optional<Draft> base = review.revision(form.get("base")).map(Revision::draft);
        var differing = mine.changesSince(theirs);
        var onlyMine = differing.stream()
                .filter(part -> base.isPresent() && same(part, theirs, base.get()))
                .toList();
        var choices = differing.stream()
                .filter(part -> !onlyMine.contains(part))
                .map(part -> choice(part, form, mine, theirs, base))
                .toList();
        return new Conflict(
                ClaimFile.of(review.claim, now),
                form.typed,
                errors,
                review.newest().map(revision -> revision.author.name).orElse("Somebody"),
                choices,
                onlyMine.stream().map(part -> part.label).toList());
    }

    /** Applies what was chosen; a part without a choice is an error. */
    static void resolve(ClaimForm form, Draft theirs, FormErrors errors) {
        var theirForm = ClaimForm.of(theirs, null);
        for (var part : Part.ALL) {
            String name = TAKE + part.anchor();
            if (form.get(name).equals("theirs")) {
                form.take(part, theirForm);
            } else if (form.get("choose").contains(" " + name + " ")
                    && !form.get(name).equals("mine")) {
                errors.add(name, "Choose whose “%s” to keep.".formatted(part.label));
            }
        }
    }

    /** The names of all choices on the page, so that a missing one is noticed. */
    public String names() {
        var names = new StringBuilder(" ");
        choices.forEach(choice -> names.append(choice.name()).append(' '));
        return names.toString();
    }

    /** Everything typed, to be sent again with the choices. */
    public List<Map.Entry<String, String>> carried() {
        return typed.all().entrySet().stream()
                .filter(entry ->
                        !NOT_CARRIED.contains(entry.getKey()) && !entry.getKey().startsWith(TAKE))
                .toList();
    }

    private static Choice choice(Part part, ClaimForm form, Draft mine, Draft theirs, Optional<Draft> base) {
        String name = TAKE + part.anchor();
        String chosen = !form.get(name).isEmpty()
                ? form.get(name)
                : base.isPresent() && same(part, mine, base.get()) ? "theirs" : "";
        return new Choice(
                name,
                part.label,
                part.text(mine),
                part.text(theirs),
                part == Part.EVIDENCE
                        ? WordDiff.betweenLists(lines(theirs), lines(mine))
                        : WordDiff.between(part.text(theirs), part.text(mine)),
                chosen);
    }

    private static List<String> lines(Draft draft) {
        return draft.evidence().stream().map(Part::inWords).toList();
    }

    private static boolean same(Part part, Draft one, Draft other) {
        return part.value(one).equals(part.value(other));
    }
}
