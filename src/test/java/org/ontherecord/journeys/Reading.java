package org.ontherecord.journeys;

import java.util.List;
import java.util.stream.Collectors;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page owes every reader: no accessibility violation, light or dark, wide or narrow, and no sideways scrolling. */
public final class Reading {

    private static final int HEIGHT = 900;

    private Reading() {}

    /** Leaves the page as it was at 1280 pixels, in the light scheme. */
    public static void isFineForEveryone(Page page) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(390, 1280)) {
                page.setViewportSize(width, HEIGHT);
                assertThat(violations(page))
                        .as("axe on %s, %s, %d pixels wide", page.url(), scheme, width)
                        .isEmpty();
            }
        }
        doesNotScrollSideways(page, 320);
        page.setViewportSize(1280, HEIGHT);
    }

    public static void doesNotScrollSideways(Page page, int width) {
        page.setViewportSize(width, HEIGHT);
        Object needed = page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) needed).intValue())
                .as("pixels that %s needs in a window of %d: %s", page.url(), width, tooWide(page, width))
                .isLessThanOrEqualTo(width);
    }

    private static Object tooWide(Page page, int width) {
        return page.evaluate("""
                width => [...document.querySelectorAll('main *')]
                  .filter(e => e.getBoundingClientRect().right > width + 1)
                  .slice(0, 6).map(e => e.tagName + ' ' + e.getAttribute('class') + ': ' + e.textContent.slice(0, 40))
                  .join(' | ')""", width);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream().map(Reading::inWords).toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + " (" + rule.getHelp() + "): "
                + rule.getNodes().stream().map(node -> node.getHtml()).collect(Collectors.joining(" | "));
    }
}
