package org.ontherecord.review.contact;

import java.time.Instant;
import java.util.List;

import org.ontherecord.claim.WrittenDate;

/** An attempt to reach somebody and what came of it, in the words of the desk. {@code reply} is the newest row about it, 0 for none. */
public record Contact(
        long id,
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

    static Contact of(ContactAttempt attempt, List<ContactReply> replies) {
        ContactReply newest = replies.isEmpty() ? null : replies.get(replies.size() - 1);
        boolean mistake = newest != null && newest.outcome == ContactReply.Outcome.MISTAKE;
        return new Contact(
                attempt.id,
                attempt.asked,
                attempt.question,
                attempt.recordedBy.name,
                attempt.recordedAt,
                "We asked %s %s on %s.%s"
                        .formatted(
                                attempt.asked,
                                attempt.way.words,
                                WrittenDate.inWords(attempt.askedOn),
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
