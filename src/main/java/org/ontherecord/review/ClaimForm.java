package org.ontherecord.review;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.Deadline;
import org.ontherecord.claim.WrittenDate;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.speaker.Speaker;

/** The claim editor's fields as typed. They are kept as they are until all of them can be read. */
final class ClaimForm {
    static final int MOST_EVIDENCE = 60;
    private static final Pattern EVIDENCE = Pattern.compile("evidence-(\\d{1,3})-([a-z_]+)");
    private static final List<String> CELLS = List.of(
            "source", "title", "url", "dated_on", "accessed_on", "quote", "stance", "primary", "saved_copy_url");

    /** What has to be looked up to read the form: the ratings of a kind, and the speaker of a name. */
    interface Records {
        List<Rating> ratings(Claim.Kind kind);

        Speaker speaker(String name);
    }

    final Typed typed;

    private ClaimForm(Typed typed) {
        this.typed = typed;
    }

    /** Rows of evidence are numbered anew from 0, so that a removed one leaves no hole. */
    static ClaimForm typed(Map<String, List<String>> sent) {
        var form = new ClaimForm(Typed.of(sent));
        form.renumber(-1);
        return form;
    }

    static ClaimForm of(Draft draft, LocalDate nextReview) {
        var form = new ClaimForm(Typed.empty());
        for (var part : Part.values()) {
            if (part != Part.EVIDENCE) {
                part.fields.forEach(field -> form.typed.put(field, value(field, draft)));
            }
        }
        form.typed.put("next_review_on", iso(nextReview));
        draft.evidence().forEach(form::append);
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

    int evidenceRows() {
        var numbers = new TreeSet<Integer>();
        typed.all().keySet().forEach(name -> {
            var match = EVIDENCE.matcher(name);
            if (match.matches()) {
                numbers.add(Integer.parseInt(match.group(1)));
            }
        });
        return numbers.isEmpty() ? 0 : numbers.last() + 1;
    }

    void addEvidence() {
        if (evidenceRows() < MOST_EVIDENCE) {
            typed.put(cell(evidenceRows(), "source"), "");
        }
    }

    void removeEvidence(int row) {
        renumber(row);
    }

    /** Takes over one part as it stands in the other form. */
    void take(Part part, ClaimForm other) {
        if (part != Part.EVIDENCE) {
            part.fields.forEach(field -> typed.put(field, other.get(field)));
            return;
        }
        typed.all().keySet().removeIf(name -> EVIDENCE.matcher(name).matches());
        other.typed.all().forEach((name, value) -> {
            if (EVIDENCE.matcher(name).matches()) {
                typed.put(name, value);
            }
        });
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
        String speaker = typed.text("speaker", 200, errors);
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
        List<Draft.Piece> evidence = evidence(today, errors);
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
                speaker == null ? null : records.speaker(speaker),
                capacity,
                topics,
                language,
                deadline == null ? null : deadline.deadline().at(),
                deadline == null ? null : deadline.deadline().zone().getId(),
                rule,
                criteria);
        return Optional.of(new Draft(facts, rating, reason, body == null ? "" : body, inForceFrom, note, evidence));
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

    private List<Draft.Piece> evidence(LocalDate today, FormErrors errors) {
        var pieces = new ArrayList<Draft.Piece>();
        for (int row = 0; row < evidenceRows(); row++) {
            if (isEmptyRow(row)) {
                continue;
            }
            String stance = get(cell(row, "stance"));
            boolean known =
                    Stream.of(Evidence.Stance.values()).anyMatch(s -> s.name().equals(stance));
            String source =
                    typed.needed(cell(row, "source"), 200, "Say who published source %d.".formatted(row + 1), errors);
            String title =
                    typed.needed(cell(row, "title"), 500, "Give the title of source %d.".formatted(row + 1), errors);
            String url = typed.webAddress(cell(row, "url"), errors);
            LocalDate dated = typed.pastDay(cell(row, "dated_on"), today, errors);
            LocalDate accessed = typed.pastDay(cell(row, "accessed_on"), today, errors);
            String quote = typed.text(cell(row, "quote"), 5_000, errors);
            errors.require(known, cell(row, "stance"), "Say what source %d does to the claim.".formatted(row + 1));
            String copy = typed.webAddress(cell(row, "saved_copy_url"), errors);
            pieces.add(new Draft.Piece(
                    source,
                    title,
                    url,
                    dated,
                    accessed,
                    quote,
                    known ? Evidence.Stance.valueOf(stance) : null,
                    !typed.isBlank(cell(row, "primary")),
                    copy));
        }
        return List.copyOf(pieces);
    }

    private boolean isEmptyRow(int row) {
        return CELLS.stream().filter(name -> !name.equals("stance")).allMatch(name -> typed.isBlank(cell(row, name)));
    }

    private void append(Draft.Piece piece) {
        int row = evidenceRows();
        typed.put(cell(row, "source"), piece.source());
        typed.put(cell(row, "title"), piece.title());
        typed.put(cell(row, "url"), piece.url());
        typed.put(cell(row, "dated_on"), iso(piece.datedOn()));
        typed.put(cell(row, "accessed_on"), iso(piece.accessedOn()));
        typed.put(cell(row, "quote"), piece.quote());
        typed.put(cell(row, "stance"), piece.stance().name());
        typed.put(cell(row, "primary"), piece.primary() ? "yes" : "");
        typed.put(cell(row, "saved_copy_url"), piece.savedCopyUrl());
    }

    private void renumber(int without) {
        var rows = new java.util.TreeMap<Integer, Map<String, String>>();
        typed.all().entrySet().removeIf(entry -> {
            var match = EVIDENCE.matcher(entry.getKey());
            if (!match.matches()) {
                return false;
            }
            rows.computeIfAbsent(Integer.parseInt(match.group(1)), n -> new java.util.LinkedHashMap<>())
                    .put(match.group(2), entry.getValue());
            return true;
        });
        rows.remove(without);
        int row = 0;
        for (var cells : rows.values()) {
            for (var cell : cells.entrySet()) {
                typed.put(cell(row, cell.getKey()), cell.getValue());
            }
            row++;
        }
    }

    static String cell(int row, String name) {
        return "evidence-" + row + "-" + name;
    }

    private static String value(String field, Draft draft) {
        var facts = draft.facts();
        var deadline = draft.deadline();
        return switch (field) {
            case "kind" -> facts.kind().name();
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

    private static String iso(LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /** A date as typed, in words, to show how it was understood. */
    static String echo(String typed) {
        return WrittenDate.rough(typed)
                .map(date -> WrittenDate.inWords(date.date(), date.precision()))
                .orElse("");
    }
}
