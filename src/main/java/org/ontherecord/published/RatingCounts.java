package org.ontherecord.published;

import java.util.Collections;
import java.util.List;

/** How many claims of a person, or on a topic, have which rating. Numbers, never shares: we choose what we check. */
public record RatingCounts(List<RatingCount> all) {

    /** How many claims have one rating. */
    public record RatingCount(String code, String label, String role, String kind, long claims) {
        private static final int MOST_MARKS = 40;

        public String ratingCode() {
            return code.substring(code.indexOf('.') + 1);
        }

        /** One mark for each claim; none when there are too many to count by eye. */
        public List<String> marks() {
            return isMany() ? List.of() : Collections.nCopies((int) claims, ratingCode());
        }

        /** Too many to count by eye: a bar with a pixel for each takes the place of the marks. */
        public boolean isMany() {
            return claims > MOST_MARKS;
        }
    }

    static RatingCounts of(List<Row> rows) {
        return new RatingCounts(rows.stream()
                .map(row -> new RatingCount(
                        row.text("code"), row.text("label"), row.text("role"), row.text("kind"), row.number("claims")))
                .toList());
    }

    public List<RatingCount> promises() {
        return all.stream().filter(count -> count.kind().equals("promise")).toList();
    }

    public List<RatingCount> statements() {
        return all.stream().filter(count -> count.kind().equals("statement")).toList();
    }

    public long promiseCount() {
        return promises().stream().mapToLong(RatingCount::claims).sum();
    }

    public long statementCount() {
        return statements().stream().mapToLong(RatingCount::claims).sum();
    }
}
