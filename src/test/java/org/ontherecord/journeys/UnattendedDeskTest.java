package org.ontherecord.journeys;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.journeys.forms.Rows;

import static org.assertj.core.api.Assertions.assertThat;

/** What the desk does not do by itself: ask for news that nobody reads, and take a key for another than it is. */
@QuarkusTest
class UnattendedDeskTest {
    /** What the page asks of the server is counted as it is sent, so that "nothing was asked" needs no waiting. */
    private static final String COUNTING = """
            window.counts = { news: 0, deeds: 0, answered: 0 };
            const { open, send } = XMLHttpRequest.prototype;
            XMLHttpRequest.prototype.open = function (method, address, ...more) {
              this.kind = address.includes('/arrivals') ? 'news' : 'deeds';
              return open.call(this, method, address, ...more);
            };
            XMLHttpRequest.prototype.send = function (...body) {
              window.counts[this.kind]++;
              this.addEventListener('loadend', () => { window.counts.answered++; });
              return send.apply(this, body);
            };
            Object.defineProperty(document, 'hidden', { get: () => window.away === true });""";

    private static final long TICK = 20_000;

    /** As browsers tell it. */
    private static final String ALT_GR = "ctrlKey, altKey, modifierAltGraph";

    @Inject
    People people;

    @TestHTTPResource("/")
    URL site;

    private Browser browser;
    private Page page;

    @BeforeEach
    void anInboxWithTwoCandidatesOfItsOwn() {
        browser = Browser.open();
        String mark = new Random()
                .ints(9, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, 'Q')
                .toString();
        mark(mark);
        page = browser.visitor();
        page.addInitScript(COUNTING);
        var cookie = people.cookieOf(people.checker()).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        page.clock().install();
        page.navigate(site + "desk/inbox?q=" + mark);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anInboxAsksForNewsWhileSomebodyIsThere() {
        hold();
        int before = counted("news");
        page.clock().runFor(TICK);
        assertThat(counted("news")).as("with somebody there").isEqualTo(before + 1);

        allIsAnswered();
        page.evaluate("window.away = true");
        page.clock().runFor(5 * TICK);
        assertThat(counted("news")).as("behind another window").isEqualTo(before + 1);

        page.evaluate("window.away = false");
        page.clock().runFor(TICK);
        assertThat(counted("news")).as("in front again").isEqualTo(before + 2);

        allIsAnswered();
        page.clock().fastForward(Duration.ofMinutes(31).toMillis());
        page.clock().runFor(5 * TICK);
        assertThat(counted("news")).as("after half an hour without a key").isEqualTo(before + 2);

        page.keyboard().press("Shift");
        page.clock().runFor(TICK);
        assertThat(counted("news")).as("once a key was pressed").isEqualTo(before + 3);
    }

    @Test
    void aKeyPressedWithAnotherIsNoKeyOfTheDesk() {
        hold();
        Object untouched = state();
        for (String key : List.of("n", "d", "j", "x", "a", "s", "e", "u", "g", "Enter", "ArrowDown")) {
            for (String with : List.of("ctrlKey", "altKey", "metaKey", ALT_GR)) {
                press(key, with);
                assertThat(state()).as(with + " " + key).isEqualTo(untouched);
            }
        }
        press("[", ALT_GR);
        assertThat(counted("deeds"))
                .as("the bracket of a keyboard that has it on AltGr")
                .isOne();
    }

    @Test
    void aKeyHeldDownDecidesOnce() {
        hold();
        page.keyboard().down("x");
        page.keyboard().down("x");
        page.keyboard().up("x");
        assertThat(page.locator("[data-row=selected] [name=picked]").isChecked())
                .as("ticked, and not taken back")
                .isTrue();
        page.keyboard().down("n");
        page.keyboard().down("n");
        page.keyboard().up("n");
        allIsAnswered();
        page.clock().runFor(1_000);
        allIsAnswered();
        assertThat(counted("deeds")).isOne();
    }

    /** From here on the page's time is what the test says. */
    private void hold() {
        page.clock().pauseAt(((Number) page.evaluate("Date.now()")).longValue() + 3 * TICK);
        allIsAnswered();
    }

    /** All that a key could change. */
    private Object state() {
        return page.evaluate("""
                () => JSON.stringify([
                  location.href,
                  window.counts.deeds,
                  document.activeElement.outerHTML.slice(0, 80),
                  document.querySelectorAll('[name=picked]:checked').length,
                  document.querySelectorAll('details[open]').length])""");
    }

    private void press(String key, String with) {
        page.evaluate("""
                ([key, held]) => {
                  const named = Object.fromEntries(held.split(', ').map(name => [name, true]));
                  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...named }));
                }""", List.of(key, with));
    }

    private void allIsAnswered() {
        page.waitForCondition(
                () -> (boolean) page.evaluate("window.counts.news + window.counts.deeds === window.counts.answered"));
    }

    private int counted(String what) {
        return (int) page.evaluate("what => window.counts[what]", what);
    }

    private void mark(String word) {
        var ana = DeskBrowser.with(people.cookieOf(people.checker()));
        String one = "The harbour of " + word + " lost 300 jobs in March";
        String other = "The clinic of " + word + " opened with 40 beds in May";
        String article = Rows.ledTo(ana.post(
                "/desk/articles/new?by=text",
                "text",
                "News of the week, made up. “" + one + "”, she said. " + other + "."));
        String candidates = "/desk/articles/" + Rows.numberIn(article, "/desk/articles/#") + "/candidates";
        ana.post(candidates, "words", one).statusCode(303);
        ana.post(candidates, "words", other).statusCode(303);
    }
}
