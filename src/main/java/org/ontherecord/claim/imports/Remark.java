package org.ontherecord.claim.imports;

/**
 * What is to be said about one row.
 *
 * @param line the line of the CSV the row begins in, or the number of the ClaimReview in its file, from 1
 * @param weight what became of the row
 * @param field the column it is about, or null
 * @param reason a sentence that says what to do
 * @param externalId the row's id, if it has one
 */
public record Remark(int line, Weight weight, String field, String reason, String externalId) {

    /** What became of the row the remark is about. */
    public enum Weight {
        /** Not taken in. */
        ERROR,
        /** Known under its id and different now; what is on record stays. */
        DIFFERS,
        /** Taken in, with this to know. */
        NOTICE
    }
}
