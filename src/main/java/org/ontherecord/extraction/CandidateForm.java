package org.ontherecord.extraction;

import java.util.List;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.article.CleanText;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;
import org.ontherecord.speaker.Namesake;
import org.ontherecord.speaker.Speaker;

/** What a person settled on for a candidate, whichever button they pressed. */
public class CandidateForm {
    @RestForm
    Integer version;

    @RestForm
    String wording;

    @RestForm
    String kind;

    @RestForm
    String mode;

    @RestForm
    String speaker;

    /** Which of several who go by that name. */
    @RestForm("speaker_id")
    String speakerId;

    @RestForm
    String saidOn;

    @RestForm
    String deadline;

    /** The number of a known claim, from a button. */
    @RestForm
    Long claim;

    @RestForm
    String reason;

    @RestForm
    String q;

    /** Exact words, to mark or to put in place of the quote. */
    @RestForm
    String words;

    /** How the quote is to change by a word: WIDER, NARROWER, WIDER_START or NARROWER_START. */
    @RestForm
    String by;

    /** Where they stand, once a person chose among several places. */
    @RestForm
    Integer start;

    /** The list of the inbox to go back to, as its address says it; null when the article page sent this. */
    @RestForm
    String inbox;

    /** As it goes back into the fields. */
    public record Typed(
            String wording,
            String kind,
            String mode,
            String speaker,
            String speakerId,
            String saidOn,
            String deadline,
            String q,
            String words) {
        static Typed of(Card card) {
            return card == null
                    ? new Typed("", "", "", "", "", "", "", "", "")
                    : new Typed(
                            card.wording(),
                            card.kind(),
                            card.mode(),
                            card.speaker(),
                            card.knownSpeaker() == null
                                    ? ""
                                    : card.knownSpeaker().toString(),
                            card.saidOn(),
                            card.deadline(),
                            "",
                            card.exact());
        }

        /** Those who go by the name, if there are several. */
        List<Namesake> namesakes() {
            List<Speaker> found = speaker.isBlank() ? List.of() : Speaker.all(speaker);
            return found.size() < 2
                    ? List.of()
                    : Namesake.of(
                            found,
                            found.stream()
                                    .filter(one -> one.id.toString().equals(speakerId.strip()))
                                    .findFirst());
        }

        /** What the form says, where it says anything, else what is proposed. */
        static Typed of(CandidateForm form, Card card) {
            Typed proposed = of(card);
            return form.wording == null
                    ? proposed.marking(
                            form.words == null ? proposed.words() : form.typed().words())
                    : form.typed();
        }

        Typed marking(String marked) {
            return new Typed(wording, kind, mode, speaker, speakerId, saidOn, deadline, q, marked);
        }
    }

    Typed typed() {
        return new Typed(
                given(wording),
                given(kind),
                given(mode),
                given(speaker),
                given(speakerId),
                given(saidOn),
                given(deadline),
                given(q),
                given(words));
    }

    void checkClaim(FormErrors errors) {
        String plain = wordingLine();
        errors.require(!plain.isEmpty(), "wording", "Write the claim in one plain sentence.");
        errors.require(plain.length() <= 1_000, "wording", "Use at most 1,000 characters for the claim.");
        errors.require(
                CleanText.line(speaker, 300).length() <= 200, "speaker", "Use at most 200 characters for the name.");
        errors.require(
                CleanText.line(deadline, 600).length() <= 500,
                "deadline",
                "Use at most 500 characters for the deadline.");
        checkSaid(errors);
    }

    void checkSaid(FormErrors errors) {
        errors.require(kind() != null, "kind", "Choose whether this is a statement or a promise.");
        errors.require(mode() != null, "mode", "Choose whether these are the speaker's own words.");
        errors.require(
                given(saidOn).isBlank() || said().isPresent(),
                "saidOn",
                "Write the date like 8 Nov 2024, Nov 2024 or 2024.");
    }

    String wordingLine() {
        return CleanText.line(wording, 2_000);
    }

    String speakerName() {
        String name = CleanText.line(speaker, 200);
        return name.isEmpty() ? null : name;
    }

    /** Of those who go by the name the only one or the one chosen, else the one the candidate is taken to be by. */
    Optional<Speaker> which(List<Speaker> found, Speaker proposed) {
        return found.size() == 1
                ? Optional.of(found.get(0))
                : found.stream()
                        .filter(one -> given(speakerId).isBlank()
                                ? proposed != null && one.id.equals(proposed.id)
                                : one.id.toString().equals(given(speakerId).strip()))
                        .findFirst();
    }

    /** By when, in words; only promises have it. */
    String deadlineRule() {
        String rule = CleanText.line(deadline, 500);
        return rule.isEmpty() || kind() != Claim.Kind.PROMISE ? null : rule;
    }

    Claim.Kind kind() {
        return named(Claim.Kind.values(), kind);
    }

    Appearance.Mode mode() {
        return named(Appearance.Mode.values(), mode);
    }

    Candidate.DismissReason reason() {
        return named(Candidate.DismissReason.values(), reason);
    }

    Optional<RoughDate> said() {
        return given(saidOn).isBlank() ? Optional.empty() : WrittenDate.rough(CleanText.line(saidOn, 60));
    }

    static <T extends Enum<T>> T named(T[] values, String name) {
        for (T value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        return null;
    }

    private static String given(String typed) {
        return typed == null ? "" : CleanText.of(typed);
    }
}
