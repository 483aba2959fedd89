package org.ontherecord.account;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of the API keys in a real browser, in every state, for everyone who reads it. */
@QuarkusTest
class KeyPageTest {
    @Inject
    People people;

    @TestHTTPResource("/")
    URL site;

    @Test
    void aKeyIsMadeAndRevokedOnAPageThatIsFineForEveryone() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            people.cookieOf(people.admin())
                    .forEach((name, value) ->
                            page.context().addCookies(List.of(new Cookie(name, value).setUrl(site.toString()))));
            page.navigate(site + "desk/keys");
            page.click("main button:has-text('Make a key')");
            assertThat(Reading.title(page)).startsWith("Error: ");
            Reading.isFineForEveryone(page);
            page.fill("#name", "Ranking of debates");
            page.click("main button:has-text('Make a key')");
            assertThat(page.inputValue("#key")).startsWith("otr_");
            Reading.isFineForEveryone(page);
            page.click("tr:has-text('Ranking of debates') button");
            assertThat(Reading.text(page, "tr:has-text('Ranking of debates')")).contains("revoked by Ruth Admin");
            Reading.isFineForEveryone(page);
        }
    }
}
