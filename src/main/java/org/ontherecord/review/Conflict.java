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
    private static final Set<String> NOT_CARRIED = Set.of("do", "version", "base", "shown", "csrf-token");

    /** One part that differs: mine, theirs, and the difference from theirs to mine. */
    public record Choice(String name, String label, String mine, String theirs, WordDiff diff, String chosen) {}

    /** What was typed, read as {@code mine}, beside what the review says by now. */
    static Conflict of(Review review, ClaimForm form, Draft mine, FormErrors errors, Instant now) {
        Draft theirs = review.draft();
        Draft shown = shown(review, form);
        Optional<Draft> base = base(review, form);
        List<Part> both = changedByThem(mine, theirs, base);
        return new Conflict(
                ClaimFile.of(review.claim, now),
                form.typed,
                errors,
                review.newest().map(revision -> revision.author.name).orElse("Somebody"),
                both.stream()
                        .map(part -> choice(part, form, mine, theirs, shown, base))
                        .toList(),
                mine.changesSince(theirs).stream()
                        .filter(part -> !both.contains(part))
                        .map(part -> part.label)
                        .toList());
    }

    /** Applies what was chosen. Theirs is what stood on the page, not what was saved since. */
    static void resolve(Review review, ClaimForm form) {
        var theirForm = ClaimForm.of(shown(review, form), null);
        Part.ALL.stream()
                .filter(part -> form.get(TAKE + part.anchor()).equals("theirs"))
                .forEach(part -> form.take(part, theirForm));
    }

    /** Every part that others changed since mine was begun, that differs, and that nobody chose about is an error. */
    static FormErrors unchosen(Review review, ClaimForm form, Draft mine) {
        var errors = new FormErrors();
        boolean onNewest = form.get("base").isBlank()
                || form.get("base")
                        .equals(review.newest()
                                .map(newest -> String.valueOf(newest.number))
                                .orElse("0"));
        if (!onNewest) {
            changedByThem(mine, review.draft(), base(review, form)).stream()
                    .filter(part -> !form.get(TAKE + part.anchor()).equals("mine"))
                    .forEach(part ->
                            errors.add(TAKE + part.anchor(), "Choose whose “%s” to keep.".formatted(part.label)));
        }
        return errors;
    }

    /** The revision that mine was begun on. It stays the same, however often the choice is shown, until a choice is saved. */
    public String base() {
        return typed.get("base").isBlank() ? "0" : typed.get("base");
    }

    /** Everything typed, to be sent again with the choices. */
    public List<Map.Entry<String, String>> carried() {
        return typed.all().entrySet().stream()
                .filter(entry ->
                        !NOT_CARRIED.contains(entry.getKey()) && !entry.getKey().startsWith(TAKE))
                .toList();
    }

    /** What both started from, if it was ever saved. */
    private static Optional<Draft> base(Review review, ClaimForm form) {
        return review.revision(form.get("base")).map(Revision::draft);
    }

    /** What stood on the page as theirs. */
    private static Draft shown(Review review, ClaimForm form) {
        return review.revision(form.get("shown")).map(Revision::draft).orElseGet(review::draft);
    }

    private static List<Part> changedByThem(Draft mine, Draft theirs, Optional<Draft> base) {
        return mine.changesSince(theirs).stream()
                .filter(part -> base.isEmpty() || !same(part, theirs, base.get()))
                .toList();
    }

    private static Choice choice(
            Part part, ClaimForm form, Draft mine, Draft theirs, Draft shown, Optional<Draft> base) {
        String name = TAKE + part.anchor();
        String chosen = !form.get(name).isEmpty() && same(part, theirs, shown)
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
