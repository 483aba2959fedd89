package org.ontherecord.review;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;

/** The claim editor's fields as typed. They are kept as they are until all of them can be read. */
final class ClaimForm {
    private static final String NEXT_REVIEW_WAS = "next_review_was";

    /**
     * Goes with the form, but nobody types it; which of several people is asked only where they share a name, and the way words
     * were said is chosen in a form that is empty otherwise.
     */
    private static final Set<String> NOT_TYPED =
            Set.of("version", "base", "shown", NEXT_REVIEW_WAS, "do", "csrf-token", "said-mode", SpeakerPick.WHICH);

    private static final Pattern DATE = Pattern.compile(
            "in_force_from|next_review_on|said-date|said_on-\\d{1,18}|counted-(?:from|to)|evidence-\\d{1,3}-(?:dated|accessed)_on");

    final Typed typed;

    private ClaimForm(Typed typed) {
        this.typed = typed;
    }

    /** Rows of evidence are numbered anew from 0, so that a removed one leaves no hole. */
    static ClaimForm typed(Map<String, List<String>> sent) {
        var form = new ClaimForm(Typed.of(sent));
        form.evidence().renumber();
        return form;
    }

    /** A form that was kept while it was typed. */
    static ClaimForm kept(Map<String, String> fields) {
        var form = new ClaimForm(Typed.empty());
        fields.forEach(form.typed::put);
        return form;
    }

    /** Whether the two hold the same, letter by letter, in everything that is saved. */
    boolean saysTheSameAs(ClaimForm other) {
        return filled().equals(other.filled());
    }

    private Map<String, String> filled() {
        return typed.all().entrySet().stream()
                .filter(field -> !field.getValue().isBlank())
                .filter(field ->
                        !NOT_TYPED.contains(field.getKey()) && !field.getKey().endsWith(SaidDates.WAS))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().strip().replace("\r\n", "\n")));
    }

    static ClaimForm of(Draft draft, LocalDate nextReview) {
        var form = new ClaimForm(Typed.empty());
        for (var part : Part.values()) {
            if (part != Part.EVIDENCE) {
                part.fields.forEach(field -> form.typed.put(field, value(field, draft)));
            }
        }
        form.typed.put("next_review_on", iso(nextReview));
        form.typed.put(NEXT_REVIEW_WAS, iso(nextReview));
        draft.evidence().forEach(form.evidence()::add);
        return form;
    }

    /** What the next person goes on from: the newest revision, or the claim alone before there is one. */
    static ClaimForm ofNewest(Claim claim, Optional<Review> review) {
        Optional<Revision> newest = review.flatMap(Review::newest);
        var form = of(
                newest.map(Revision::draft).orElseGet(() -> Draft.ofUnchecked(claim)),
                review.map(one -> one.nextReviewOn).orElse(null));
        boolean nothingNewYet =
                review.filter(one -> one.stage == Review.Stage.PUBLISHED).isPresent();
        if (nothingNewYet) {
            form.typed.put("note", "");
        }
        form.typed.put("base", String.valueOf(newest.map(one -> one.number).orElse(0)));
        form.typed.put("version", String.valueOf(review.map(one -> one.version).orElse(0)));
        return form;
    }

    String get(String name) {
        return typed.get(name);
    }

    boolean isPromise() {
        return !get("kind").equals("STATEMENT");
    }

    Claim.Kind kind() {
        return isPromise() ? Claim.Kind.PROMISE : Claim.Kind.STATEMENT;
    }

    DeadlineFields deadline() {
        return new DeadlineFields(typed);
    }

    EvidenceRows evidence() {
        return new EvidenceRows(typed);
    }

    /** Takes over one part as it stands in the other form. */
    void take(Part part, ClaimForm other) {
        if (part != Part.EVIDENCE) {
            part.fields.forEach(field -> typed.put(field, other.get(field)));
            return;
        }
        evidence().takeFrom(other.evidence());
    }

    /** How each date that stands in the form is understood, by the name of its control; empty when it cannot be read. */
    List<Map.Entry<String, String>> echoes() {
        var echoes = typed.all().keySet().stream()
                .filter(name -> DATE.matcher(name).matches())
                .map(name -> Map.entry(name, Objects.requireNonNullElse(typed.echo(name), "")));
        String deadline = deadline()
                .understood()
                .map(reading -> "Understood as %s.%s"
                        .formatted(
                                reading.deadline().inWords(),
                                reading.clockChange().map(words -> " " + words).orElse("")))
                .orElse("");
        return Stream.concat(echoes, Stream.of(Map.entry("deadline", deadline))).toList();
    }

    /** As typed; as it is by now where nobody touched it, since somebody else may have. */
    LocalDate nextReview(LocalDate current) {
        boolean untouched = typed.has(NEXT_REVIEW_WAS) && get(NEXT_REVIEW_WAS).equals(get("next_review_on"));
        return untouched ? current : typed.day("next_review_on", new FormErrors());
    }

    /** The topics as far as they are typed. */
    List<String> topics() {
        return topics(new FormErrors());
    }

    List<String> topics(FormErrors errors) {
        List<String> topics = Arrays.stream(get("topics").split("[,;\n]"))
                .map(topic -> topic.strip().replaceAll("\\s+", " "))
                .filter(topic -> !topic.isEmpty())
                .distinct()
                .toList();
        errors.require(
                topics.size() <= 12 && topics.stream().allMatch(topic -> topic.length() <= 60),
                "topics",
                "Give at most 12 topics of at most 60 characters each.");
        return topics;
    }

    private static String value(String field, Draft draft) {
        var facts = draft.facts();
        var deadline = draft.deadline();
        return switch (field) {
            case "kind" -> facts.kind().name();
            case SpeakerPick.WHICH ->
                facts.speaker() == null || facts.speaker().id == null
                        ? ""
                        : facts.speaker().id.toString();
            case "deadline_date" -> deadline == null ? "" : iso(deadline.day());
            case "deadline_time" -> deadline == null ? "" : deadline.time().toString();
            case "deadline_zone" -> deadline == null ? "" : deadline.zone().getId();
            case "rating" -> draft.rating() == null ? "" : draft.rating().code;
            case "in_force_from" -> iso(draft.inForceFrom());
            default ->
                Stream.of(Part.values())
                        .filter(part -> part.anchor().equals(field))
                        .findFirst()
                        .orElseThrow()
                        .text(draft);
        };
    }

    /** As it stands in its control: a day as ISO 8601, all else in words. */
    static String typed(RoughDate date) {
        if (date == null) {
            return "";
        }
        return date.precision() == RoughDate.Precision.DAY
                ? date.date().toString()
                : WrittenDate.inWords(date.date(), date.precision());
    }

    static String iso(LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
