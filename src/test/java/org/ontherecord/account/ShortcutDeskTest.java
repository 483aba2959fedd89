package org.ontherecord.account;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.HtmlChecker;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ShortcutDeskTest {
    private static final String KEYS = "/desk/settings/shortcuts";
    static Browser browser;

    @Inject
    People people;

    @TestHTTPResource("/")
    URL site;

    private Account kim;
    private DeskBrowser desk;

    @BeforeAll
    static void openBrowser() {
        browser = Browser.open();
    }

    @AfterAll
    static void closeBrowser() {
        browser.close();
    }

    @BeforeEach
    void kimHasTheUsualKeys() {
        kim = people.named("Kim Sample", Role.CHECKER);
        desk = DeskBrowser.with(people.cookieOf(kim));
        desk.post(KEYS, "do", "usual").statusCode(303);
    }

    @Test
    void allKeysAreListedWithWhatTheyDo() throws Exception {
        String page = desk.get(KEYS)
                .body(containsString("next in a list"), containsString("undo the last decision"))
                .extract()
                .asString();
        assertThat(HtmlChecker.problemsOf(page)).isEmpty();
    }

    @Test
    void aChosenKeyHoldsForThatPersonOnly() {
        save("n", "y").statusCode(303);
        desk.get("/desk/articles").body(containsString("<meta name=\"shortcuts\" content=\"n:y\">"));
        DeskBrowser.with(people.cookieOf(people.checker()))
                .get("/desk/articles")
                .body(not(containsString("name=\"shortcuts\"")));
        desk.post(KEYS, "do", "usual").statusCode(303);
        desk.get("/desk/articles").body(not(containsString("name=\"shortcuts\"")));
    }

    @Test
    void allCanBeSwitchedOff() {
        desk.post(KEYS, "do", "off").statusCode(303);
        desk.get("/desk/articles").body(containsString("content=\"j: k: n: "));
    }

    @Test
    void aKeyForTwoThingsAndAKeyThatIsNoneAreRefusedAndStayInTheirFields() {
        save("n", "d")
                .statusCode(422)
                .body(containsString("D is in use already"), containsString("<title>Error: Keys"));
        save("n", "dd").statusCode(422).body(containsString("Instead of N give one letter"), containsString("DD"));
        save("n", ":").statusCode(422);
        save("n", "\u0001").statusCode(422);
        save("n", " ").statusCode(303);
        desk.get("/desk/articles").body(containsString("content=\"n:\""));
    }

    @Test
    void strangersChooseNothing() {
        DeskBrowser.anonymous().get(KEYS).statusCode(303).header("Location", containsString("/sign-in"));
        DeskBrowser.anonymous().post(KEYS, "do", "off").statusCode(307).header("Location", containsString("/sign-in"));
    }

    @Test
    void chosenKeysActOffKeysDoNotAndNoneActsInAField() {
        Page page = browser.visitor();
        var cookie = people.cookieOf(kim).entrySet().iterator().next();
        page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
        page.navigate(site + "desk/inbox");
        page.keyboard().press("?");
        page.waitForURL("**" + KEYS);
        Reading.isFineForEveryone(page);
        page.keyboard().press("g");
        page.keyboard().press("c");
        page.waitForURL("**/desk/claims");
        page.keyboard().press("/");
        page.keyboard().type("gi?");
        assertThat(page.inputValue("#q")).isEqualTo("gi?");
        assertThat(page.url()).endsWith("/desk/claims");
        save("g", "h").statusCode(303);
        page.navigate(site + "desk/claims");
        page.keyboard().press("g");
        page.keyboard().press("i");
        page.keyboard().press("h");
        page.keyboard().press("i");
        page.waitForURL("**/desk/inbox");
    }

    private ValidatableResponse save(String usual, String chosen) {
        List<String> fields = new ArrayList<>(List.of("do", "save"));
        Shortcut.ALL.forEach(one -> {
            fields.addAll(List.of(one.field(), one.key().equals(usual) ? chosen : one.key()));
        });
        return desk.post(KEYS, fields.toArray(String[]::new));
    }
}
