package org.ontherecord.published;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often a claim was said: the occasions we list, and the totals others counted. */
@Schema(description = "How often the claim was said")
public record TimesSaid(
        @Schema(description = "Occasions we list, plus the totals others counted for times outside ours")
        int count,

        @Schema(description = "Whether the number is a lower bound")
        boolean atLeast,

        @Schema(description = "Who counted, when some of it was counted and not listed one by one", nullable = true)
        String countedBy,

        @Schema(description = "First day of the span", nullable = true)
        LocalDate from,

        @Schema(description = "Last day of the span", nullable = true)
        LocalDate to,

        @Schema(
                description =
                        "Reports that the claim was made, without the speaker's words; copies of one story count once")
        int reported) {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

    static TimesSaid of(Row row) {
        return new TimesSaid(
                (int) row.number("times_said"),
                row.flag("times_at_least"),
                row.text("counted_by"),
                row.day("said_from"),
                row.day("said_to"),
                (int) row.number("times_reported"));
    }

    /** "At least 53 times", "Once", "Only reported". */
    @JsonIgnore
    public String words() {
        if (count == 0) {
            return reported == 0 ? "Nowhere yet" : "Only reported";
        }
        String times = count == 1 ? "once" : count == 2 ? "twice" : count + " times";
        return atLeast ? "At least " + times : times.substring(0, 1).toUpperCase(Locale.ROOT) + times.substring(1);
    }

    /** "at least 53 times", "once". */
    @JsonIgnore
    public String inText() {
        return words().substring(0, 1).toLowerCase(Locale.ROOT) + words().substring(1);
    }

    /** "Mar 2023 – Nov 2024", or null when all of it was in one month. */
    @JsonIgnore
    public String span() {
        if (from == null || to == null || MONTH.format(from).equals(MONTH.format(to))) {
            return null;
        }
        return MONTH.format(from) + " – " + MONTH.format(to);
    }
}
