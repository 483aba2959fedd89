package org.ontherecord.extraction;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.ontherecord.platform.WrittenDate;

/** A candidate as the desk shows it. {@code number} counts the candidates of a text from its top. */
public record Card(
        long id,
        int number,
        String exact,
        int start,
        int end,
        int score,
        List<String> reasons,
        String kind,
        String mode,
        String wording,
        String speaker,
        Long knownSpeaker,
        String saidOn,
        String deadline,
        String takenFor,
        Candidate.State state,
        String dismissReason,
        Long claimId,
        String decidedBy,
        Instant decidedAt,
        String markedBy,
        String model,
        int version) {

    private static final int OPENING = 60;

    static Card of(Candidate candidate, int number) {
        return new Card(
                candidate.id,
                number,
                candidate.quoteExact,
                candidate.quoteStart,
                candidate.quoteEnd,
                candidate.score,
                List.copyOf(candidate.reasons),
                candidate.kind.name(),
                candidate.mode.name(),
                candidate.wording,
                speakerOf(candidate),
                candidate.speaker == null ? null : candidate.speaker.id,
                WrittenDate.inWords(candidate.saidOn, candidate.saidPrecision),
                candidate.deadlineInWords() == null ? "" : candidate.deadlineInWords(),
                candidate.takenFor == null ? null : candidate.takenFor.inWords(),
                candidate.state,
                candidate.dismissReason == null ? null : inWords(candidate.dismissReason.name()),
                candidate.claim == null ? null : candidate.claim.id,
                candidate.decidedBy == null ? null : candidate.decidedBy.name,
                candidate.decidedAt,
                candidate.markedBy == null ? null : candidate.markedBy.name,
                candidate.model(),
                candidate.version);
    }

    /** A known speaker's own name, since the text may use another. */
    private static String speakerOf(Candidate candidate) {
        boolean proposed = candidate.speaker != null && candidate.isOpen() && candidate.speakerName != null;
        return proposed ? candidate.speaker.name : candidate.speakerName == null ? "" : candidate.speakerName;
    }

    /** What it was taken for, then what moved its score. */
    public List<String> chips() {
        return Stream.concat(Stream.ofNullable(takenFor), reasons.stream())
                .distinct()
                .toList();
    }

    public boolean isOpen() {
        return state == Candidate.State.OPEN;
    }

    public String stateInWords() {
        return switch (state) {
            case OPEN -> "To decide";
            case ACCEPTED -> "New claim";
            case LINKED -> "Linked";
            case DISMISSED -> "Dismissed";
        };
    }

    /** The class of its highlight and its card. */
    public String look() {
        return switch (state) {
            case OPEN -> "open";
            case ACCEPTED -> "new";
            case LINKED -> "linked";
            case DISMISSED -> "dismissed";
        };
    }

    public String claimNumber() {
        return "C-" + claimId;
    }

    /** The first words, where there is no room for all. */
    public String opening() {
        return opening(exact);
    }

    static String opening(String exact) {
        int cut = exact.length() <= OPENING ? -1 : exact.lastIndexOf(' ', OPENING);
        return cut < 0 ? exact : exact.substring(0, cut) + " …";
    }

    public String kindInWords() {
        return kind.equals("PROMISE") ? "Promise" : "Statement of fact";
    }

    private static String inWords(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
