package org.ontherecord.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.speaker.Speaker;

/** Reads a draft from the claim editor's fields; what cannot be read is told at its field. */
final class DraftReader {
    /** What has to be looked up: the ratings of a kind, and the speaker of a name. */
    interface Records {
        List<Rating> ratings(Claim.Kind kind);

        /** Everybody on record who goes by the name. */
        List<Speaker> speakers(String name);

        Speaker newSpeaker(String name);
    }

    private final ClaimForm form;
    private final Typed typed;
    private final Records records;
    private final FormErrors errors;

    DraftReader(ClaimForm form, Records records, FormErrors errors) {
        this.form = form;
        this.typed = form.typed;
        this.records = records;
        this.errors = errors;
    }

    /** The draft, or empty when something cannot be read; then every error is told, in the form's order. */
    Optional<Draft> read(LocalDate today) {
        String headline = typed.text("headline", 500, errors);
        String wording = typed.needed("wording", 1_000, "Give the claim in plain words.", errors);
        String kind = form.get("kind");
        errors.require(
                kind.equals("PROMISE") || kind.equals("STATEMENT"),
                "kind",
                "Choose whether it is a promise or a statement of fact.");
        String speaker = typed.text(SpeakerPick.NAME, 200, errors);
        List<Speaker> known = speaker == null ? List.of() : records.speakers(speaker);
        SpeakerPick.mustBeOne(known, typed, errors);
        String capacity = typed.text("capacity", 200, errors);
        List<String> topics = form.topics(errors);
        String language = language();
        var deadline = form.deadline().read(errors);
        String rule = typed.text("deadline_rule", 500, errors);
        String criteria = typed.text("criteria", 2_000, errors);
        errors.require(
                form.isPromise()
                        || (rule == null && criteria == null && form.deadline().areBlank()),
                "deadline_date",
                "Only promises have a deadline. Clear these fields, or choose “Promise” as the kind.");
        List<Draft.Piece> evidence = form.evidence().read(today, errors);
        Rating rating = rating();
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
                form.kind(),
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

    private String language() {
        String tag = form.get("language").strip();
        errors.require(
                tag.isEmpty() || tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
                "language",
                "Give the language as a code, such as en, de or uk.");
        return tag.isEmpty() ? "en" : tag;
    }

    private Rating rating() {
        String code = form.get("rating").strip();
        if (code.isEmpty()) {
            return null;
        }
        var rating = records.ratings(form.kind()).stream()
                .filter(known -> known.code.equals(code))
                .findFirst();
        errors.require(
                rating.isPresent(),
                "rating",
                "That verdict is not on the scale for a %s. Choose again."
                        .formatted(form.isPromise() ? "promise" : "statement of fact"));
        return rating.orElse(null);
    }
}
