package org.ontherecord.published.timeline;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontherecord.published.timeline.TimelineExamples.NOW;

/** The figure in words, language by language. */
class TimelineTextTest {
    @Test
    void theDescriptionIsEnglish() {
        assertThat(text(TimelinePrinter.ENGLISH).description())
                .contains(
                        "First said 4 Mar 2023, ",
                        "Verdicts: ",
                        "The deadline was 21 Jan 2025, noon in New York, 17:00 UTC.")
                .endsWith("The list of steps tells the same, one by one.");
    }

    @Test
    void theDescriptionIsFrench() {
        TimelineText text = text(TimelinePrinter.FRENCH);
        assertThat(text.title()).startsWith("Chronologie de ");
        assertThat(text.description())
                .contains(
                        "Verdicts\u202f: ",
                        " à partir du 22 janv. 2025",
                        "L’échéance était le 21 janv. 2025, midi à New York, 17\u202fh UTC.")
                .endsWith("La liste des étapes dit la même chose, une par une.")
                .doesNotContain("Said", "said", "from", "deadline", "once", "times");
        assertThat(text.lede())
                .startsWith("Dite pendant ")
                .contains("quatre verdicts en ")
                .doesNotContain("since");
    }

    private static TimelineText text(TimelineMessages say) {
        return TimelinePrinter.model("t", TimelineExamples.twentyFourHours(), NOW, say)
                .text();
    }
}
