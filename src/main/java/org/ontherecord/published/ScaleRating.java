package org.ontherecord.published;

/** A rating with its definition, as the scale of that version has it. */
public record ScaleRating(
        String code,
        String label,
        String definition,
        String role,
        boolean settles,
        String scale,
        String kind,
        int version) {

    static ScaleRating of(Row row) {
        return new ScaleRating(
                row.text("code"),
                row.text("label"),
                row.text("definition"),
                row.text("role"),
                row.flag("final"),
                row.text("scale"),
                row.text("kind"),
                (int) row.number("scale_version"));
    }

    /** The rating without its scale. */
    public String ratingCode() {
        return code.substring(code.indexOf('.') + 1);
    }

    /** Where its definition stands on the page of the scales. */
    public String id() {
        return code.replace('.', '-');
    }
}
