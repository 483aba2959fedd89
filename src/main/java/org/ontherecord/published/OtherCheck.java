package org.ontherecord.published;

/** A claim that another publisher checked, with its rating in its words; never a verdict of ours. */
public record OtherCheck(
        long number,
        String wording,
        String title,
        String publisher,
        String rating,
        String url,
        String speaker,
        RoughDate dated,
        String language) {

    static OtherCheck of(Row row) {
        return new OtherCheck(
                row.number("claim_number"),
                row.text("wording"),
                row.text("title"),
                row.text("publisher"),
                row.text("rating"),
                row.text("url"),
                row.text("speaker_name"),
                RoughDate.of(row.day("dated_on"), row.text("dated_precision")),
                row.text("language"));
    }

    public String page() {
        return "/claims/" + number;
    }
}
