package org.ontherecord.review;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.ontherecord.platform.WrittenDate;

/** One thing a draft says that can be compared, decided on and linked to: the unit of every comparison at the desk. */
enum Part {
    WORDING("Plain wording", "wording"),
    HEADLINE("Exact words", "headline"),
    KIND("Kind", "kind"),
    SPEAKER("Person", SpeakerPick.NAME, SpeakerPick.WHICH),
    CAPACITY("Capacity", "capacity"),
    TOPICS("Topics", "topics"),
    LANGUAGE("Language", "language"),
    DEADLINE("Deadline", "deadline_date", "deadline_time", "deadline_zone"),
    DEADLINE_RULE("The deadline's rule", "deadline_rule"),
    CRITERIA("What counts as kept", "criteria"),
    EVIDENCE("Evidence", "evidence"),
    RATING("Verdict", "rating"),
    IN_FORCE_FROM("In force from", "in_force_from"),
    REASON("Why, in one sentence", "reason"),
    BODY("What we found", "body"),
    NOTE("Note on this change", "note");

    /** All but the note, which speaks about a change and is none. */
    static final Set<Part> ALL = EnumSet.complementOf(EnumSet.of(NOTE));

    final String label;

    /** The names of its controls; the first one is where a link leads. */
    final List<String> fields;

    Part(String label, String... fields) {
        this.label = label;
        this.fields = List.of(fields);
    }

    String anchor() {
        return fields.get(0);
    }

    /** Two drafts say the same in this part when these are equal. */
    Object value(Draft draft) {
        if (this == SPEAKER) {
            var speaker = draft.facts().speaker();
            return speaker == null ? "" : Objects.requireNonNullElse(speaker.id, speaker.name);
        }
        if (this == EVIDENCE) {
            return draft.evidence();
        }
        return text(draft);
    }

    /** The part in words; empty when the draft does not say. */
    String text(Draft draft) {
        var facts = draft.facts();
        return switch (this) {
            case WORDING -> given(facts.wording());
            case HEADLINE -> given(facts.headline());
            case KIND -> draft.isPromise() ? "Promise" : "Statement of fact";
            case SPEAKER -> facts.speaker() == null ? "" : facts.speaker().name;
            case CAPACITY -> given(facts.capacity());
            case TOPICS -> String.join(", ", facts.topics());
            case LANGUAGE -> given(facts.language());
            case DEADLINE -> draft.deadline() == null ? "" : draft.deadline().inWords();
            case DEADLINE_RULE -> given(facts.deadlineRule());
            case CRITERIA -> given(facts.criteria());
            case EVIDENCE -> draft.evidence().stream().map(Part::inWords).collect(Collectors.joining("\n"));
            case RATING -> draft.rating() == null ? "" : draft.rating().label;
            case IN_FORCE_FROM -> WrittenDate.inWords(draft.inForceFrom());
            case REASON -> given(draft.reason());
            case BODY -> given(draft.body());
            case NOTE -> given(draft.note());
        };
    }

    /** A piece of evidence on one line. */
    static String inWords(Draft.Piece piece) {
        var words = new StringBuilder(piece.title())
                .append(" · ")
                .append(piece.source())
                .append(piece.dated() == null ? "" : ", " + piece.datedInWords())
                .append(" · ")
                .append(piece.primary() ? "primary" : "secondary")
                .append(" · ")
                .append(piece.stance().words);
        if (piece.url() != null) {
            words.append(" · ").append(piece.url());
        }
        if (piece.accessedOn() != null) {
            words.append(" · read ").append(WrittenDate.inWords(piece.accessedOn()));
        }
        words.append(piece.savedCopyUrl() == null ? " · no saved copy" : " · saved copy " + piece.savedCopyUrl());
        if (piece.quote() != null) {
            words.append(" · “").append(piece.quote()).append('”');
        }
        return words.toString();
    }

    private static String given(String text) {
        return text == null ? "" : text;
    }
}
