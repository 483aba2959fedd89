package org.ontherecord.journeys;

import java.net.URL;
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

import org.ontherecord.account.People;
import org.ontherecord.platform.JobsRun;

import static org.assertj.core.api.Assertions.assertThat;

/** An article with nine candidates, from Add article to all decided: with the keyboard alone, and without scripts. All invented. */
@QuarkusTest
@JobsRun("extraction")
class NineCandidatesTest {
    private static final String TEXT = """
            Sample council meets on the harbour

            Mayor Dana %1$s pledged to build 400 homes in %1$s by the end of 2031. "The harbour lost 300 jobs in March," %1$s said on Friday.

            Minister Ola %1$sson promised to open 12 clinics in %1$s within two years. Unemployment in %1$s fell to 4 percent in 2023, according to the statistics office.

            Treasurer Mika %1$sdal said the council owes 80 million dollars. "We will cut the harbour tax by 10 percent next year," %1$sdal said.

            "Crime in %1$s has doubled since 2019," said councillor Rae %1$sberg. She vowed to hire 50 officers by 2030.

            Spending on roads in %1$s rose by 14 percent in 2023, according to the budget office.""";

    private Browser browser;

    @Inject
    People people;

    @TestHTTPResource("/")
    URL site;

    private String mark;

    @BeforeEach
    void open() {
        browser = Browser.open();
        mark = new Random()
                .ints(7, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .insert(0, 'N')
                .toString();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void allAreDecidedWithTheKeyboardAlone() {
        Page page = signedIn(browser.visitor());
        tabTo(page, "a[href='/desk/articles/new']");
        page.keyboard().press("Enter");
        tabTo(page, "a[href*='by=text']");
        page.keyboard().press("Enter");
        tabTo(page, "textarea[name=text]");
        page.keyboard().insertText(TEXT.formatted(mark));
        tabTo(page, "main form button.primary");
        page.keyboard().press("Enter");
        page.waitForSelector(".decided >> text=0 of 9");
        page.waitForLoadState();
        page.evaluate("window.sameDocument = true");

        page.keyboard().press("j");
        page.waitForSelector(".candidate.is-selected:focus");
        page.keyboard().press("k");
        // the text and the list show the same one
        page.waitForSelector(".hl.is-selected");

        decided(page, 1, "n");
        decided(page, 2, "d", "v");
        decided(page, 3, "n");
        page.keyboard().press("Control+z");
        page.waitForSelector(".decided >> text=2 of 9");
        page.waitForSelector(".toast >> text=Undone.");
        decided(page, 3, "d", "t");
        widenAndNarrow(page);
        for (int i = 4; i <= 8; i++) {
            decided(page, i, i % 2 == 0 ? new String[] {"n"} : new String[] {"d", "o"});
        }
        Reading.isFineForEveryone(page);
        decided(page, 9, "d", "f");
        assertThat(Reading.text(page, ".decided")).contains("9 of 9").doesNotContain("to go");
        assertThat(page.evaluate("window.sameDocument"))
                .as("no page was loaded")
                .isEqualTo(true);
        markTheSelectedText(page);
        Reading.isFineForEveryone(page);
    }

    @Test
    void allAreDecidedWithoutScripts() {
        Page page = signedIn(browser.visitorWithoutScripts());
        page.navigate(site + "desk/articles/new?by=text");
        page.fill("[name=text]", TEXT.formatted(mark));
        page.click("text=Find claims");
        page.waitForSelector(".decided >> text=0 of 9");
        page.click("button:has-text('A word fewer')");
        page.waitForSelector(".decided >> text=0 of 9");
        for (int i = 1; i <= 9; i++) {
            page.click(i % 3 == 0 ? "#decide .button.primary" : "button[value=VAGUE]");
            page.waitForSelector(".decided >> text=" + i + " of 9");
        }
        page.click(".toast button");
        page.waitForSelector(".decided >> text=8 of 9");
    }

    private static void widenAndNarrow(Page page) {
        String before = quote(page);
        page.keyboard().press("]");
        page.waitForFunction(
                "before => document.querySelector('.candidate.is-selected blockquote').textContent !== before", before);
        String fewer = quote(page);
        assertThat(before).startsWith(fewer);
        page.keyboard().press("[");
        page.waitForFunction(
                "before => document.querySelector('.candidate.is-selected blockquote').textContent === before", before);
    }

    private static void markTheSelectedText(Page page) {
        page.evaluate("""
                () => {
                  const words = [...document.querySelectorAll('.reading p')].flatMap(p => [...p.childNodes]).find(node => node.nodeType === 3 && node.textContent.trim().split(' ').length > 2)
                    ?? document.querySelector('.reading').firstElementChild.firstChild;
                  const range = document.createRange();
                  range.selectNodeContents(words);
                  document.getSelection().removeAllRanges();
                  document.getSelection().addRange(range);
                }""");
        page.waitForFunction("() => document.getElementById('words').value.trim() !== ''");
        page.keyboard().press("m");
        page.waitForSelector(".decided >> text=9 of 10");
    }

    private static String quote(Page page) {
        return Reading.text(page, ".candidate.is-selected blockquote");
    }

    private static void decided(Page page, int number, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
        page.waitForSelector(".decided >> text=" + number + " of 9");
        page.waitForSelector(".toast button[data-key=u]");
        if (number < 9) {
            page.waitForSelector(".candidate.is-selected:focus");
            page.waitForFunction("""
                    () => ['.candidate.is-selected blockquote', '.hl.is-selected'].every(words => {
                      const { top, bottom } = document.querySelector(words).getBoundingClientRect();
                      return top >= 0 && bottom <= innerHeight;
                    })""");
        }
    }

    private static void tabTo(Page page, String selector) {
        page.waitForSelector(selector);
        for (int i = 0; i < 80; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        throw new AssertionError("no way to " + selector + " by Tab on " + page.url());
    }

    private Page signedIn(Page page) {
        var cookie = people.cookieOf(people.checker()).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        page.navigate(site + "desk/articles");
        return page;
    }
}
