package org.ontherecord.published;

/** A rating with its definition, as the scale of that version has it. */
public record ScaleRating(
        String code, String label, String definition, String role, boolean settles, String scale, String scaleLabel) {

    static ScaleRating of(Row row) {
        return new ScaleRating(
                row.text("code"),
                row.text("label"),
                row.text("definition"),
                row.text("role"),
                row.flag("final"),
                row.text("scale"),
                row.text("scale_label"));
    }
}
