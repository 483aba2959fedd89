package org.ontherecord.journeys;

import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

import static org.assertj.core.api.Assertions.assertThat;

/** What every page owes every reader: no accessibility violation, light or dark, wide or narrow, and no sideways scrolling. */
public final class Reading {

    private static final int HEIGHT = 900;
    private static final String AXE = AxeBuilder.getAxeScript();

    private Reading() {}

    /**
     * For the steps of a story: dark on a phone, light on a desk. Waits for the page that a click has begun to load, and leaves
     * it as it was at 1280 pixels, in the light scheme.
     */
    public static void isFineForEveryone(Page page) {
        page.waitForLoadState();
        hasNoViolation(page, ColorScheme.DARK, 390);
        doesNotScrollSideways(page, 320);
        hasNoViolation(page, ColorScheme.LIGHT, 1280);
    }

    /** Once for each kind of page: both schemes at both widths. Waits and leaves as above. */
    public static void isFineInEverySetting(Page page) {
        isFineForEveryone(page);
        hasNoViolation(page, ColorScheme.LIGHT, 390);
        hasNoViolation(page, ColorScheme.DARK, 1280);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void hasNoViolation(Page page, ColorScheme scheme, int width) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, HEIGHT);
        assertThat(violations(page))
                .as("axe on %s, %s, %d pixels wide", page.url(), scheme, width)
                .isEmpty();
    }

    /** The title of a page that a click may have just begun to load. */
    public static String title(Page page) {
        page.waitForLoadState();
        return page.title();
    }

    /** The words of the first such part of a page that a click may have just begun to load. */
    public static String text(Page page, String part) {
        page.waitForLoadState();
        return page.textContent(part);
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

    /**
     * Axe runs in the page itself and is sent there once. AxeBuilder.analyze() sends it twice for each look, in a browser
     * context of its own, and everything that is well with the page back and forth: most of the time of all browser tests.
     */
    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate("() => {" + AXE + "}");
        }
        return (List<String>) page.evaluate("""
                () => axe.run(document, {resultTypes: ['violations'], preload: false}).then(found => found.violations.map(
                  rule => rule.id + ' (' + rule.help + '): ' + rule.nodes.map(node => node.html).join(' | ')))""");
    }
}
