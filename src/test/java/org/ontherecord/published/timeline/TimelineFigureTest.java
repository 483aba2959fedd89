package org.ontherecord.published.timeline;

import java.util.List;
import java.util.regex.Pattern;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontherecord.published.timeline.TimelineExamples.NOW;

/** What a reader, with or without eyes, gets of the printed figure. */
class TimelineFigureTest {

    private static final Pattern LONG_NUMBER = Pattern.compile("[ \",MHV-]\\d+\\.\\d\\d");

    static List<String> everyExample() {
        return List.copyOf(TimelineExamples.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("everyExample")
    void everyFigureIsNamedDescribedAndFreeOfStyleScriptAndTabStops(String example) {
        String html = figure(TimelineExamples.all().get(example));
        Document page = Jsoup.parse(html);
        assertThat(html).doesNotContain("style=", "<script", "{#", "NOT_FOUND", "null");
        assertThat(page.select("svg.timeline-full a, svg.timeline-mini a, [tabindex]"))
                .isEmpty();
        assertThat(page.select("svg[role=img]")).hasSize(2).allSatisfy(svg -> {
            for (String id : svg.attr("aria-labelledby").split(" ")) {
                assertThat(page.getElementById(id).text()).isNotBlank();
            }
        });
        assertThat(page.select("desc").get(0).text()).endsWith("The list of steps tells the same, one by one.");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("figcaption").text()).contains("Read the timeline as a list", "Download the data");
        page.select("use")
                .forEach(use -> assertThat(page.getElementById(use.attr("href").substring(1)))
                        .isNotNull());
    }

    @ParameterizedTest
    @MethodSource("everyExample")
    void numbersAreRoundedToATenth(String example) {
        String svg = Jsoup.parse(figure(TimelineExamples.all().get(example)))
                .select("svg.timeline-full, svg.timeline-mini")
                .outerHtml()
                .replaceAll("(?s)<defs>.*?</defs>", "");
        assertThat(LONG_NUMBER.matcher(svg).find()).as(svg).isFalse();
    }

    @Test
    void theVerdictOfTodayStandsInWordsInBothFigures() {
        Document page = Jsoup.parse(figure(TimelineExamples.twentyFourHours()));
        assertThat(page.select("svg.timeline-full .seg.v-neg2.final text")
                        .first()
                        .text())
                .contains("Broken", "since 22 Jan 2025");
        assertThat(page.select("svg.timeline-mini .v-neg2 text").text()).contains("Broken");
    }

    @Test
    void theFourTexturesAreFourClasses() {
        Document page = Jsoup.parse(figure(TimelineExamples.twentyFourHours()));
        assertThat(page.select("svg.timeline-full .dotted")).isNotEmpty();
        assertThat(page.select("svg.timeline-full .seg.unrated .edge")).isEmpty();
        assertThat(page.select("svg.timeline-full .seg.interim .edge").first().attr("fill"))
                .isEqualTo("url(#t-prog)");
        assertThat(page.select("svg.timeline-full pattern#t-prog")).hasSize(1);
        assertThat(page.select("svg.timeline-full .seg.final .edge")).isNotEmpty();
    }

    @Test
    void aMovedDeadlineIsStruckThrough() {
        Document page = Jsoup.parse(figure(TimelineExamples.deadlineMoved()));
        assertThat(page.select("svg.timeline-full .deadline.moved .strike")).hasSize(1);
        assertThat(page.select("svg.timeline-full .deadline:not(.moved) .strike"))
                .isEmpty();
        assertThat(page.select(".timeline-key").text()).contains("Deadline before it was moved");
    }

    @Test
    void aDeadlineAheadIsDashed() {
        assertThat(Jsoup.parse(figure(TimelineExamples.deadlineAhead())).select("svg.timeline-full .deadline.ahead"))
                .hasSize(1);
    }

    @Test
    void aRibbonAloneIsSilentBesideItsWords() {
        Document page = Jsoup.parse(TimelinePrinter.ribbon("r1", TimelineExamples.twentyFourHours(), NOW));
        assertThat(page.select("svg.ribbon[aria-hidden=true] .seg")).hasSize(4);
        assertThat(page.select("svg.ribbon text")).isEmpty();
    }

    private static String figure(List<TimelineEvent> events) {
        return TimelinePrinter.figure("t", events, NOW);
    }
}
