package org.ontherecord.review.contact;

import java.time.Instant;
import java.util.List;

import org.ontherecord.claim.Claim;
import org.ontherecord.platform.WrittenDate;

/**
 * An attempt to reach somebody and what came of it, in the words of the desk.
 *
 * @param claim the number they were asked about
 * @param carried whether that is another claim, which was merged into the one this is shown at
 * @param reply the newest row about it, 0 for none
 */
public record Contact(
        long id,
        long claim,
        boolean carried,
        String asked,
        String question,
        String recordedBy,
        Instant recordedAt,
        String sentence,
        boolean isShown,
        boolean isMistake,
        boolean isOpen,
        long reply,
        List<Before> history) {

    /** The names of its controls. */
    public String outcomeField() {
        return "outcome-" + id;
    }

    public String dayField() {
        return "on_day-" + id;
    }

    public String wordsField() {
        return "words-" + id;
    }

    public String shownField() {
        return "shown-" + id;
    }

    /** One thing that was written down about it after it was made. */
    public record Before(String what, boolean shown, String who, Instant at) {}

    static Contact of(ContactAttempt attempt, Claim shownAt, List<ContactReply> replies) {
        ContactReply newest = replies.isEmpty() ? null : replies.get(replies.size() - 1);
        boolean mistake = newest != null && newest.outcome == ContactReply.Outcome.MISTAKE;
        boolean carried = !attempt.claim.id.equals(shownAt.id);
        return new Contact(
                attempt.id,
                attempt.claim.id,
                carried,
                attempt.asked,
                attempt.question,
                attempt.recordedBy.name,
                attempt.recordedAt,
                "We asked %s %s on %s.%s%s"
                        .formatted(
                                attempt.asked,
                                attempt.way.words,
                                WrittenDate.inWords(attempt.askedOn),
                                carried
                                        ? " That was about C-%d, merged into this claim.".formatted(attempt.claim.id)
                                        : "",
                                newest == null || mistake ? "" : " " + outcome(newest)),
                newest == null ? attempt.shown : newest.shown,
                mistake,
                newest == null || newest.outcome == ContactReply.Outcome.NO_ANSWER,
                newest == null ? 0 : newest.id,
                replies.stream()
                        .map(reply -> new Before(outcome(reply), reply.shown, reply.recordedBy.name, reply.recordedAt))
                        .toList());
    }

    private static String outcome(ContactReply reply) {
        return switch (reply.outcome) {
            case ANSWERED -> "They answered on %s: “%s”".formatted(WrittenDate.inWords(reply.onDay), reply.words);
            case NO_ANSWER -> "They had not answered by %s.".formatted(WrittenDate.inWords(reply.onDay));
            case MISTAKE -> "Written down by mistake.";
        };
    }
}
