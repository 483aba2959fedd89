package org.ontherecord.account;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Passkeys in a real browser with a device that Chromium plays: one that asks who is there, or one that does not. */
@QuarkusTest
class PasskeyTest {
    private static final String LATE = "the page was used before";

    @Inject
    People people;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    @Test
    void aPasskeyIsMadeOpensTheDeskAndEndsWithItsRemoval() {
        Account noor = someone();
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, noor);
            device(page, true);
            page.navigate(site + "desk/me");
            page.click("text=Add a passkey");
            Reading.isFineForEveryone(page);
            page.click("text=Go on");
            assertThat(Reading.title(page)).startsWith("Error: ");
            Reading.isFineForEveryone(page);
            page.fill("#name", "My <laptop>");
            page.fill("#password", "not my password at all");
            page.click("text=Go on");
            assertThat(page.inputValue("#name")).isEqualTo("My <laptop>");
            assertThat(Reading.text(page, ".error-summary")).contains("This is not your present password");
            page.fill("#password", People.PASSWORD);
            page.click("text=Go on");
            Reading.isFineForEveryone(page);
            page.click("text=Make the passkey");
            page.waitForURL("**/desk/me?done=passkey");
            assertThat(Reading.text(page, "tr:has-text('My <laptop>')")).contains("never");
            Reading.isFineForEveryone(page);

            page.click(".desk-bar >> text=Sign out");
            page.navigate(site + "sign-in?next=/desk/keys");
            Reading.isFineForEveryone(page);
            page.click("#passkey");
            page.waitForSelector(".desk-bar");
            assertThat(page.url()).endsWith("/desk/keys").doesNotContain("sign-in");
            page.navigate(site + "desk/me");
            assertThat(Reading.text(page, "tr:has-text('My <laptop>')")).doesNotContain("never");

            page.click("tr:has-text('My <laptop>') button");
            page.waitForURL("**/sign-in?**");
            page.click("#passkey");
            page.waitForSelector(".error-summary");
            assertThat(Reading.text(page, ".error-summary")).contains("We don't know this passkey");
            Reading.isFineForEveryone(page);
            DeskBrowser.with(people.cookieOf(people.admin()))
                    .get("/desk/audit?subject=account&number=" + noor.id)
                    .body(containsString("passkey added"))
                    .body(containsString("passkey removed"));
        }
    }

    @Test
    void aPasskeyNeedsNoCodeAndItsSignatureCountsOnce() {
        Account noor = someone();
        withSecondFactor(noor);
        try (Browser browser = Browser.open()) {
            Page page = withPasskey(browser, noor);
            List<String> sent = signatures(page);
            page.navigate(site + "sign-in");
            page.click("#passkey");
            page.waitForSelector(".desk-bar");
            replay(sent.get(0)).statusCode(422).body(containsString(LATE));
            for (int i = 1; i < SignInAttempt.FAILURES_PER_EMAIL; i++) {
                replay(sent.get(0)).statusCode(422);
            }
            replay(sent.get(0)).statusCode(429).body(containsString("Too many tries"));
        } finally {
            QuarkusTransaction.requiringNew().run(() -> SignInAttempt.delete("email", noor.email));
        }
    }

    @Test
    void aSignatureThatTookTooLongOpensNothing() {
        Account noor = someone();
        try (Browser browser = Browser.open()) {
            Page page = withPasskey(browser, noor);
            page.navigate(site + "sign-in");
            page.route("**/sign-in/passkey", route -> {
                clock.forward(PasskeyChallenge.WAITS);
                route.resume();
            });
            page.click("#passkey");
            page.waitForSelector(".error-summary");
            assertThat(Reading.text(page, ".error-summary")).contains(LATE);
        }
    }

    @Test
    void aChangedSignatureOpensNothing() {
        Account noor = someone();
        try (Browser browser = Browser.open()) {
            Page page = withPasskey(browser, noor);
            List<String> sent = new ArrayList<>();
            page.navigate(site + "sign-in");
            page.route("**/sign-in/passkey", route -> {
                sent.add(route.request().postData());
                route.abort();
            });
            page.click("#passkey");
            page.waitForCondition(() -> !sent.isEmpty());
            String forged = sent.get(0).replaceAll("signature=.{8}", "signature=MEUCIQDx");
            replay(forged).statusCode(422).body(containsString("not the signature we expect"));
        }
    }

    @Test
    void aClosedAccountIsRefusedWithItsReason() {
        Account noor = someone();
        try (Browser browser = Browser.open()) {
            Page page = withPasskey(browser, noor);
            DeskBrowser.with(people.cookieOf(people.admin()))
                    .post("/desk/accounts/" + noor.id + "/door", "open", "false")
                    .statusCode(303);
            page.navigate(site + "sign-in");
            page.click("#passkey");
            page.waitForSelector(".error-summary");
            assertThat(Reading.text(page, ".error-summary")).contains("Your account is closed");
        }
    }

    @Test
    void anAdministratorRemovesThePasskeysOfALostDeviceWithTheSessionsTheyOpened() {
        Account noor = someone();
        try (Browser browser = Browser.open()) {
            Page page = withPasskey(browser, noor);
            page.navigate(site + "sign-in?next=/desk/me");
            page.click("#passkey");
            page.waitForSelector(".desk-bar");
            DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
            ruth.get("/desk/accounts/" + noor.id).body(containsString("Has one passkey."));
            ruth.post("/desk/accounts/" + noor.id + "/passkeys/removal").statusCode(303);
            ruth.get("/desk/accounts/" + noor.id).body(containsString("Has no passkey."));
            page.reload();
            assertThat(page.url()).contains("/sign-in");
        }
    }

    /** The script asks for it; whoever leaves the script out is refused by the server. */
    @Test
    void aDeviceThatDoesNotAskWhoIsThereMakesNoPasskey() {
        Account noor = someone();
        try (Browser browser = Browser.open()) {
            Page page = signedIn(browser, noor);
            device(page, false);
            begin(page);
            page.click("text=Make the passkey");
            page.waitForFunction("() => document.querySelector('[role=status]').textContent.length > 30");
            page.evaluate("() => { const make = CredentialsContainer.prototype.create;"
                    + "CredentialsContainer.prototype.create = function (asked) {"
                    + "  asked.publicKey.authenticatorSelection.userVerification = 'discouraged';"
                    + "  return make.call(this, asked); } }");
            page.click("text=Make the passkey");
            page.waitForSelector(".error-summary");
            assertThat(Reading.text(page, ".error-summary")).contains("did not ask for your finger, face or PIN");
        }
    }

    @Test
    void whatNoDeviceWouldSendIsRefusedInWords() {
        DeskBrowser.anonymous()
                .post("/sign-in/passkey", "credential", "%%", "client-data", "e30", "next", "/desk/keys")
                .statusCode(422)
                .body(containsString("could not be read"), containsString("value=\"/desk/keys\""));
        DeskBrowser noor = DeskBrowser.with(people.cookieOf(someone()));
        noor.post("/desk/me/passkeys", "name", "Phone", "client-data", "AAAA", "attestation", "AAAA")
                .statusCode(422)
                .body(containsString("could not be read"), containsString("value=\"Phone\""));
    }

    @Test
    void nobodyRemovesSomebodyElsesPasskey() {
        Account noor = someone();
        try (Browser browser = Browser.open()) {
            withPasskey(browser, noor);
            long id = QuarkusTransaction.requiringNew()
                    .call(() -> Passkey.of(noor).get(0).id);
            DeskBrowser.with(people.cookieOf(someone()))
                    .post("/desk/me/passkeys/" + id + "/removal")
                    .statusCode(404);
        }
    }

    @Test
    void withoutScriptThePageOffersNoPasskey() {
        DeskBrowser.anonymous().get("/sign-in").body(containsString("<div data-passkey hidden>"));
    }

    private Account someone() {
        return people.named("Noor " + UUID.randomUUID(), Role.CHECKER);
    }

    private void withSecondFactor(Account account) {
        QuarkusTransaction.requiringNew()
                .run(() -> SecondFactor.begin(Account.findById(account.id), clock.instant())
                        .confirm(Account.findById(account.id), clock.instant()));
    }

    private Page withPasskey(Browser browser, Account account) {
        Page page = signedIn(browser, account);
        device(page, true);
        begin(page);
        page.click("text=Make the passkey");
        page.waitForURL("**/desk/me?done=passkey");
        page.click(".desk-bar >> text=Sign out");
        return page;
    }

    private void begin(Page page) {
        page.navigate(site + "desk/me/passkeys/new");
        page.fill("#name", "Phone");
        page.fill("#password", People.PASSWORD);
        page.click("text=Go on");
    }

    private Page signedIn(Browser browser, Account account) {
        Page page = browser.visitor();
        people.cookieOf(account)
                .forEach((name, value) ->
                        page.context().addCookies(List.of(new Cookie(name, value).setUrl(site.toString()))));
        return page;
    }

    /** Chromium's virtual authenticator; the person is always there and always the right one. */
    private static void device(Page page, boolean asksWhoIsThere) {
        CDPSession devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", asksWhoIsThere);
        options.addProperty("isUserVerified", asksWhoIsThere);
        options.addProperty("automaticPresenceSimulation", true);
        var device = new JsonObject();
        device.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", device);
    }

    private static List<String> signatures(Page page) {
        List<String> sent = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/sign-in/passkey")) {
                sent.add(request.postData());
            }
        });
        return sent;
    }

    /** The form as it was sent, by somebody else: with their own token. */
    private static ValidatableResponse replay(String form) {
        return DeskBrowser.anonymous()
                .request()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body(form.replaceAll("csrf-token=[^&]*", "csrf-token=AAAAAAAAAAAAAAAAAAAAAA"))
                .post("/sign-in/passkey")
                .then();
    }
}
