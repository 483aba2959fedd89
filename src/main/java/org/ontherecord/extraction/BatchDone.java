package org.ontherecord.extraction;

import java.util.Locale;

import org.ontherecord.platform.Wording;

/** What one press did to several candidates, in words for the desk. */
public record BatchDone(long id, String words, boolean undone) {

    static BatchDone of(CandidateBatch batch) {
        int all = batch.items.size();
        if (batch.isUndone()) {
            return new BatchDone(
                    batch.id,
                    "Undone: " + candidates(all - batch.keptWhenUndone) + " as before."
                            + rest(batch.keptWhenUndone, "since"),
                    true);
        }
        String done = switch (batch.action) {
            case DISMISSED ->
                "dismissed (%s)".formatted(batch.dismissReason.name().toLowerCase(Locale.ROOT));
            case SNOOZED -> "snoozed until " + Wording.minute(batch.snoozedUntil);
            case ASSIGNED -> batch.assignedTo == null ? "assigned to nobody" : "assigned to " + batch.assignedTo.name;
        };
        return new BatchDone(batch.id, candidates(all) + " " + done + "." + rest(batch.leftAlone, "meanwhile"), false);
    }

    private static String candidates(int number) {
        return number == 1 ? "1 candidate" : number + " candidates";
    }

    private static String rest(int number, String when) {
        return number == 0
                ? ""
                : " %s been changed by somebody %s and %s."
                        .formatted(
                                number == 1 ? "1 had" : number + " had",
                                when,
                                number == 1 ? "stays as it is" : "stay as they are");
    }
}
