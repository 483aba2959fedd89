package org.ontherecord.account;

import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of one's own account and of the administrators in a real browser, in every state, for everyone who reads them. */
@QuarkusTest
class AccountPagesTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    @Test
    void aPersonSetsUpASecondFactorAndSignsInWithIt() {
        Account vera = people.named("Vera " + UUID.randomUUID(), Role.EDITOR);
        // A code of a moment ago would be late on a slow machine.
        clock.forward(Duration.ZERO);
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, vera);
            people.cookieOf(vera);
            page.navigate(site + "desk/me");
            Reading.isFineForEveryone(page);
            page.click("main >> text=Change password");
            assertThat(Reading.title(page)).startsWith("Error: ");
            Reading.isFineForEveryone(page);
            page.click("main >> text=Set up a second factor");
            Reading.isFineInEverySetting(page);
            page.click("main >> text=Add the second factor");
            assertThat(Reading.title(page)).startsWith("Error: ");
            Reading.isFineForEveryone(page);
            page.fill("#code", code(Reading.text(page, "main code").replace(" ", "")));
            page.fill("#password", People.PASSWORD);
            page.click("main >> text=Add the second factor");
            Reading.isFineInEverySetting(page);
            String recovery = Reading.text(page, ".codes li >> nth=0").strip();
            page.click("main >> text=I have kept them");
            Reading.isFineForEveryone(page);
            page.click("main >> text=Remove the second factor");
            Reading.isFineInEverySetting(page);
            page.navigate(site + "desk/me");
            page.click(".desk-bar >> text=Sign out");

            page.fill("#email", vera.email);
            page.fill("#password", People.PASSWORD);
            page.click("main button");
            Reading.isFineForEveryone(page);
            page.click("main button");
            assertThat(Reading.title(page)).startsWith("Error: ");
            Reading.isFineForEveryone(page);
            page.fill("#code", recovery);
            page.click("main button");
            assertThat(Reading.text(page, ".desk-bar")).contains(vera.name);
        }
    }

    @Test
    void anAdministratorLooksAfterAnAccountAndReadsTheLog() {
        Account vera = people.named("Vera " + UUID.randomUUID(), Role.CHECKER);
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, people.admin());
            page.navigate(site + "desk/accounts");
            Reading.isFineForEveryone(page);
            page.click("main >> text=" + vera.name);
            Reading.isFineForEveryone(page);
            page.click("main >> text=Make a link for a new password");
            Reading.isFineForEveryone(page);
            String link = page.inputValue("#link");
            page.check("[value=EDITOR]");
            page.click("main >> text=Change role");
            page.click("main >> text=What " + vera.name + " did");
            assertThat(Reading.text(page, "main")).contains("Nothing in the log fits");
            Reading.isFineForEveryone(page);
            page.navigate(site + "desk/audit?subject=account&number=" + vera.id);
            assertThat(Reading.text(page, "main table")).contains("role: CHECKER → EDITOR", "password link made");
            Reading.isFineForEveryone(page);
            page.navigate(site + "desk/audit?number=x");
            Reading.isFineForEveryone(page);

            Page lost = browser.visitor();
            lost.navigate(link);
            Reading.isFineForEveryone(lost);
            lost.fill("#password", "short");
            lost.click("main button");
            Reading.isFineForEveryone(lost);
            lost.fill("#password", "a lamp, three herrings");
            lost.click("main button");
            lost.navigate(link);
            Reading.isFineForEveryone(lost);
        }
    }

    private Page signedIn(Browser browser, Account account) {
        Page page = browser.visitor();
        people.cookieOf(account)
                .forEach((name, value) ->
                        page.context().addCookies(List.of(new Cookie(name, value).setUrl(site.toString()))));
        return page;
    }

    private String code(String secret) {
        return TimedCode.of(secret, clock.instant().getEpochSecond() / 30);
    }
}
