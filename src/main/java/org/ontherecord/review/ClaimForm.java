package org.ontherecord.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
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
import org.ontherecord.claim.Deadline;
import org.ontherecord.claim.WrittenDate;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.speaker.Speaker;

/** The claim editor's fields as typed. They are kept as they are until all of them can be read. */
final class ClaimForm {
    /** What has to be looked up to read the form: the ratings of a kind, and the speaker of a name. */
    interface Records {
        List<Rating> ratings(Claim.Kind kind);

        /** Everybody on record who goes by the name. */
        List<Speaker> speakers(String name);

        Speaker newSpeaker(String name);
    }

    /**
     * Goes with the form, but nobody types it; which of several people is asked only where they share a name, and the way words
     * were said is chosen in a form that is empty otherwise.
     */
    private static final Set<String> NOT_TYPED =
            Set.of("version", "base", "do", "csrf-token", "said-mode", SpeakerPick.WHICH);

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
                .filter(field -> !NOT_TYPED.contains(field.getKey()))
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
        draft.evidence().forEach(form.evidence()::add);
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

    /** How the deadline was understood; empty while a part of it is missing or cannot be read. */
    Optional<Deadline.Reading> deadline() {
        var ignored = new FormErrors();
        return Optional.ofNullable(deadline(ignored));
    }

    /** The draft, or empty when something cannot be read; then every error is in {@code errors}, in the form's order. */
    Optional<Draft> read(Records records, LocalDate today, FormErrors errors) {
        String headline = typed.text("headline", 500, errors);
        String wording = typed.needed("wording", 1_000, "Give the claim in plain words.", errors);
        errors.require(
                get("kind").equals("PROMISE") || get("kind").equals("STATEMENT"),
                "kind",
                "Choose whether it is a promise or a statement of fact.");
        String speaker = typed.text(SpeakerPick.NAME, 200, errors);
        List<Speaker> known = speaker == null ? List.of() : records.speakers(speaker);
        SpeakerPick.mustBeOne(known, typed, errors);
        String capacity = typed.text("capacity", 200, errors);
        List<String> topics = topics(errors);
        String language = language(errors);
        var deadline = deadline(errors);
        String rule = typed.text("deadline_rule", 500, errors);
        String criteria = typed.text("criteria", 2_000, errors);
        errors.require(
                isPromise() || (rule == null && criteria == null && noDeadlineTyped()),
                "deadline_date",
                "Only promises have a deadline. Clear these fields, or choose “Promise” as the kind.");
        List<Draft.Piece> evidence = evidence().read(today, errors);
        Rating rating = rating(records, errors);
        LocalDate inForceFrom = typed.day("in_force_from", errors);
        String reason = typed.text("reason", PublishCheck.LONGEST_REASON, errors);
        String body = typed.text("body", 50_000, errors);
        typed.day("next_review_on", errors);
        String note = typed.text("note", 2_000, errors);
        if (!errors.isEmpty()) {
            return Optional.empty();
        }
        var facts = new Claim.Facts(
                wording,
                headline,
                kind(),
                speaker == null ? null : SpeakerPick.which(known, typed).orElseGet(() -> records.newSpeaker(speaker)),
                capacity,
                topics,
                language,
                deadline == null ? null : deadline.deadline().at(),
                deadline == null ? null : deadline.deadline().zone().getId(),
                rule,
                criteria);
        return Optional.of(new Draft(facts, rating, reason, body == null ? "" : body, inForceFrom, note, evidence));
    }

    /** How each date that stands in the form is understood, by the name of its control; empty when it cannot be read. */
    List<Map.Entry<String, String>> echoes() {
        var echoes = typed.all().keySet().stream()
                .filter(name -> DATE.matcher(name).matches())
                .map(name -> Map.entry(name, Objects.requireNonNullElse(typed.echo(name), "")));
        String deadline = deadline()
                .map(reading -> "Understood as %s.%s"
                        .formatted(
                                reading.deadline().inWords(),
                                reading.clockChange().map(words -> " " + words).orElse("")))
                .orElse("");
        return Stream.concat(echoes, Stream.of(Map.entry("deadline", deadline))).toList();
    }

    LocalDate nextReview() {
        return typed.day("next_review_on", new FormErrors());
    }

    private boolean noDeadlineTyped() {
        return Part.DEADLINE.fields.stream().allMatch(typed::isBlank);
    }

    private Deadline.Reading deadline(FormErrors errors) {
        // A zone alone is no deadline: it may stay from one that was cleared.
        if (typed.isBlank("deadline_date") && typed.isBlank("deadline_time")) {
            return null;
        }
        int before = errors.all().size();
        errors.require(
                !typed.isBlank("deadline_date"), "deadline_date", "Give the day of the deadline, or clear the time.");
        LocalDate date = typed.day("deadline_date", errors);
        errors.require(
                !typed.isBlank("deadline_time"),
                "deadline_time",
                "Give the time of the deadline. If the promise names a day only, use 23:59 and say so in the rule.");
        LocalTime time = typed.time("deadline_time", errors);
        Optional<ZoneId> zone = Deadline.zone(get("deadline_zone"));
        errors.require(
                zone.isPresent(),
                "deadline_zone",
                typed.isBlank("deadline_zone")
                        ? "Say in which place's time the deadline is meant, such as America/New_York."
                        : "We don't know the time zone “%s”. Choose a place from the list, such as America/New_York."
                                .formatted(get("deadline_zone").strip()));
        return errors.all().size() > before ? null : Deadline.read(date, time, zone.orElseThrow());
    }

    /** The topics as far as they are typed. */
    List<String> topics() {
        return topics(new FormErrors());
    }

    private List<String> topics(FormErrors errors) {
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

    private String language(FormErrors errors) {
        String tag = get("language").strip();
        errors.require(
                tag.isEmpty() || tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
                "language",
                "Give the language as a code, such as en, de or uk.");
        return tag.isEmpty() ? "en" : tag;
    }

    private Rating rating(Records records, FormErrors errors) {
        String code = get("rating").strip();
        if (code.isEmpty()) {
            return null;
        }
        var rating = records.ratings(kind()).stream()
                .filter(known -> known.code.equals(code))
                .findFirst();
        errors.require(
                rating.isPresent(),
                "rating",
                "That verdict is not on the scale for a %s. Choose again."
                        .formatted(isPromise() ? "promise" : "statement of fact"));
        return rating.orElse(null);
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
    static String typed(Claim.RoughDate date) {
        if (date == null) {
            return "";
        }
        return date.precision() == Claim.Precision.DAY
                ? date.date().toString()
                : WrittenDate.inWords(date.date(), date.precision());
    }

    static String iso(LocalDate date) {
        return date == null ? "" : date.toString();
    }
}
