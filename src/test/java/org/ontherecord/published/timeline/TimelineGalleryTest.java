package org.ontherecord.published.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontherecord.published.timeline.TimelineExamples.NOW;

/** All examples on one page, target/timelines.html, in a real browser; without our fonts, as some readers get it. */
class TimelineGalleryTest {

    private static final Path GALLERY = Path.of("target", "timelines.html").toAbsolutePath();
    private static final Path FRENCH_GALLERY =
            Path.of("target", "timelines-fr.html").toAbsolutePath();
    private static final Path CSS =
            Path.of("src/main/resources/META-INF/resources/css").toAbsolutePath();

    /** Pairs of words in one figure that cover each other, and words that leave it. */
    private static final String COLLISIONS = """
            () => [...document.querySelectorAll('svg[role=img]')].filter(svg => svg.checkVisibility()).flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              const words = [...svg.querySelectorAll('text')].filter(t => t.textContent).map(t => {
                const b = t.getBoundingClientRect();
                return { is: t.textContent, left: b.left + 1, right: b.right - 1, top: b.top + 3, bottom: b.bottom - 3 };
              });
              const found = [];
              words.forEach((a, i) => {
                if (a.left < frame.left - 4 || a.right > frame.right + 16 || a.bottom > frame.bottom + 8)
                  found.push(svg.parentElement.id + ': ' + a.is + ' leaves the figure');
                words.slice(i + 1).forEach(b => {
                  if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
                    found.push(svg.parentElement.id + ': ' + a.is + ' / ' + b.is);
                });
              });
              return found;
            })""";

    private static Browser browser;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        write(GALLERY, TimelineExamples.all(), TimelinePrinter.ENGLISH);
        write(FRENCH_GALLERY, TimelineExamples.all(), TimelinePrinter.FRENCH);
        page = browser.visitor();
        page.navigate(GALLERY.toUri().toString());
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void noWordCoversAnotherOnAWideScreen() {
        page.setViewportSize(1280, 900);
        assertThat((List<?>) page.evaluate(COLLISIONS)).isEmpty();
    }

    @Test
    void noWordCoversAnotherOnAPhone() {
        page.setViewportSize(390, 900);
        assertThat((List<?>) page.evaluate(COLLISIONS)).isEmpty();
    }

    @Test
    void noWordCoversAnotherInFrench() {
        Page french = browser.visitor();
        french.navigate(FRENCH_GALLERY.toUri().toString());
        french.setViewportSize(1280, 900);
        assertThat((List<?>) french.evaluate(COLLISIONS)).isEmpty();
        french.setViewportSize(390, 900);
        assertThat((List<?>) french.evaluate(COLLISIONS)).isEmpty();
    }

    @Test
    void narrowPagesGetTheSmallFigure() {
        page.setViewportSize(1280, 900);
        assertThat(page.locator("#e1 .timeline-full").isVisible()).isTrue();
        assertThat(page.locator("#e1 .timeline-mini").isVisible()).isFalse();
        page.setViewportSize(390, 900);
        assertThat(page.locator("#e1 .timeline-full").isVisible()).isFalse();
        assertThat(page.locator("#e1 .timeline-mini").isVisible()).isTrue();
    }

    @Test
    void figuresAndStepsAreFineForEveryone() throws IOException {
        Path few = GALLERY.resolveSibling("timeline.html");
        write(
                few,
                Map.of(
                        "24 hours", TimelineExamples.twentyFourHours(),
                        "Moved", TimelineExamples.deadlineMoved(),
                        "Corrected", TimelineExamples.correctedNew()),
                TimelinePrinter.ENGLISH);
        Page reading = browser.visitor();
        reading.navigate(few.toUri().toString());
        Reading.isFineInEverySetting(reading);
    }

    private static void write(Path gallery, Map<String, List<TimelineEvent>> examples, TimelineMessages say)
            throws IOException {
        StringBuilder html = new StringBuilder("<!doctype html><html lang=" + say.language() + "><meta charset=utf-8>"
                + "<meta name=viewport content='width=device-width'><title>Timelines</title>");
        for (String sheet : List.of("tokens", "base", "claim", "timeline")) {
            html.append("<link rel=stylesheet href='")
                    .append(CSS.resolve(sheet + ".css").toUri())
                    .append("'>");
        }
        html.append("<main class=wrap><h1>Timelines</h1>");
        int number = 0;
        for (var example : examples.entrySet()) {
            number++;
            String id = "e" + number;
            html.append("<h2>").append(example.getKey()).append("</h2>");
            html.append(onlyOnce(number, TimelinePrinter.figure(id, example.getValue(), NOW, say)));
            html.append("<div>")
                    .append(TimelinePrinter.steps(example.getValue(), NOW, say)
                            .replace(" id=\"step-", " id=\"" + id + "-step-"))
                    .append("</div>");
            html.append(TimelinePrinter.ribbon("r" + number, example.getValue(), NOW));
        }
        Files.createDirectories(gallery.getParent());
        Files.writeString(gallery, html.append("</main></html>"));
    }

    /** A real page has one figure; here the signs come with each. */
    private static String onlyOnce(int number, String figure) {
        return number == 1 ? figure : figure.replaceAll("(?s)<svg class=\"timeline-symbols\".*?</svg>", "");
    }
}
