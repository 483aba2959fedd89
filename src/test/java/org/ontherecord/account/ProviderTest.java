package org.ontherecord.account;

import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

/** The application as an operator sets it whose newsroom has an identity provider. */
@QuarkusTest
@QuarkusTestResource(value = FakeProvider.class, restrictToAnnotatedClass = true)
class ProviderTest {
    private static final String NOT_ACCEPTED = "What came back from Example Newsroom could not be accepted";

    @Inject
    People people;

    @Inject
    TestClock clock;

    @Inject
    TenantConfigBean tenants;

    /** The default is for the other tests' application, which has no provider. */
    @ConfigProperty(name = "ontherecord.identity-provider-url", defaultValue = "none")
    String issuer;

    @TestHTTPResource("/")
    URL site;

    @Test
    void whoHasAnAccountComesInAndHasASessionLikeAnyOther() {
        Account ada = someone();
        var answer = signIn(claims(ada)).statusCode(303).header("Location", endsWith("/desk"));
        Map<String, String> cookies = answer.extract().cookies();
        DeskBrowser browser = DeskBrowser.with(cookies);
        browser.get("/desk/me").statusCode(200).body(containsString(ada.name));
        DeskBrowser.with(people.cookieOf(people.admin()))
                .post("/desk/accounts/" + ada.id + "/sessions/end")
                .statusCode(303);
        browser.get("/desk/me").statusCode(303).header("Location", containsString("/sign-in?"));
        browser.get(NewsroomProvider.ADDRESS).statusCode(302).header("Location", startsWith(issuer + "/authorize"));
    }

    @Test
    void theRoleIsTheOneGivenHereWhateverTheTokenSays() {
        Account ada = someone();
        Map<String, Object> claims = claims(ada);
        claims.put("groups", new String[] {"ADMIN", "EDITOR"});
        claims.put("roles", new String[] {"ADMIN"});
        DeskBrowser.with(signIn(claims).statusCode(303).extract().cookies())
                .get("/desk/accounts")
                .statusCode(403);
    }

    @Test
    void aSecondFactorSetUpHereIsStillAskedFor() {
        Account ada = someone();
        QuarkusTransaction.requiringNew()
                .run(() -> SecondFactor.begin(Account.findById(ada.id), clock.instant())
                        .confirm(Account.findById(ada.id), clock.instant()));
        signIn(claims(ada)).statusCode(303).header("Location", containsString("/sign-in/code"));
    }

    @Test
    void nobodyMakesTheirOwnAccount() {
        Account ada = someone();
        Map<String, Object> claims = claims(ada);
        claims.put("email", "stranger." + UUID.randomUUID() + "@newsroom.invalid");
        signIn(claims).statusCode(403).body(containsString("Nobody at this desk has the e-mail address stranger."));
    }

    @Test
    void anAddressThatIsNotConfirmedCountsForNothing() {
        Account ada = someone();
        Map<String, Object> claims = claims(ada);
        claims.put("email_verified", false);
        signIn(claims).statusCode(403).body(containsString("No confirmed e-mail address came from Example Newsroom"));
        claims.remove("email_verified");
        signIn(claims).statusCode(403).body(containsString("No confirmed e-mail address"));
    }

    @Test
    void aClosedAccountIsRefused() {
        Account ada = someone();
        DeskBrowser.with(people.cookieOf(people.admin()))
                .post("/desk/accounts/" + ada.id + "/door", "open", "false")
                .statusCode(303);
        signIn(claims(ada)).statusCode(403).body(containsString("Your account is closed"));
    }

    @Test
    void aTokenForSomebodyElseOrOfSomebodyElseIsRefused() {
        Account ada = someone();
        Map<String, Object> wrong = Map.of(
                "aud", "another-client",
                "iss", "http://localhost:1/another",
                "nonce", "another-nonce",
                "exp", Instant.now().minusSeconds(600).getEpochSecond(),
                "key", "another");
        wrong.forEach((claim, value) -> {
            Map<String, Object> claims = claims(ada);
            claims.put(claim, value);
            signIn(claims).statusCode(401).body(containsString(NOT_ACCEPTED));
        });
    }

    @Test
    void anAnswerNobodyAskedForOpensNothing() {
        Begun begun = begin();
        DeskBrowser.anonymous()
                .get(NewsroomProvider.ADDRESS + "?code=x&state=" + begun.asked.get("state"))
                .statusCode(302)
                .header("Location", startsWith(issuer));
        DeskBrowser.with(begun.cookies)
                .get(NewsroomProvider.ADDRESS + "?code=x&state=another")
                .statusCode(401)
                .body(containsString(NOT_ACCEPTED));
        DeskBrowser.with(begun.cookies)
                .get(NewsroomProvider.ADDRESS + "?error=access_denied&state=" + begun.asked.get("state"))
                .statusCode(401)
                .body(containsString(NOT_ACCEPTED));
    }

    /** The cookie that Quarkus would keep a session in is worth nothing, here and on the desk. */
    @Test
    void theTokensOpenNoSecondDoor() {
        Begun begun = begin();
        Map<String, Object> claims = claims(people.admin());
        claims.put("nonce", begun.asked.get("nonce"));
        Map<String, String> all = DeskBrowser.with(begun.cookies)
                .get(answerTo(begun, claims))
                .statusCode(303)
                .extract()
                .cookies();
        Map<String, String> theirs = new HashMap<>(all);
        theirs.keySet().removeIf(name -> name.startsWith("desk-"));
        theirs.put("q_session_newsroom", "none");
        DeskBrowser.with(theirs).get("/desk/accounts").statusCode(303).header("Location", containsString("/sign-in"));
        DeskBrowser.with(theirs).get(NewsroomProvider.ADDRESS).statusCode(302).header("Location", startsWith(issuer));
    }

    @Test
    void everywhereElseTheDeskSendsStrangersToItsOwnDoor() {
        DeskBrowser.with(begin().cookies)
                .get("/desk/me")
                .statusCode(303)
                .header("Location", containsString("/sign-in?next="));
    }

    @Test
    void aPersonIsTurnedAwayAndThenComesInByTheProvider() {
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            page.navigate(site + "sign-in");
            assertThat(Reading.text(page, "#provider")).isEqualTo("Sign in with Example Newsroom");
            Reading.isFineForEveryone(page);
            page.click("#provider");
            assertThat(Reading.text(page, "main")).contains(NOT_ACCEPTED);
            Reading.isFineForEveryone(page);
            Account ada = someone();
            RestAssured.get(issuer + "/person?" + ada.email).then().statusCode(200);
            page.navigate(site + "sign-in");
            page.click("#provider");
            assertThat(Reading.text(page, ".desk-bar")).contains(ada.name);
        }
    }

    @Test
    void whileTheProviderDoesNotAnswerThePasswordStillOpens() throws ReflectiveOperationException {
        forgetTheProvider();
        RestAssured.get(issuer + "/away?true").then().statusCode(200);
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            page.navigate(site + "sign-in");
            assertThat(page.waitForNavigation(() -> page.click("#provider")).status())
                    .isEqualTo(503);
            assertThat(page.textContent("h1")).isEqualTo("You are not signed in");
            assertThat(page.textContent("main"))
                    .contains("Example Newsroom does not answer. Try again in a minute, or use your password.");
            Reading.isFineForEveryone(page);
            page.click("main >> text=Sign in");
            Account ada = someone();
            page.fill("#email", ada.email);
            page.fill("#password", People.PASSWORD);
            page.click("main form button[type=submit]");
            assertThat(page.textContent(".desk-bar")).contains(ada.name);
        } finally {
            RestAssured.get(issuer + "/away?false").then().statusCode(200);
        }
        signIn(claims(someone())).statusCode(303);
    }

    @Test
    void theLogSaysWhatWasWrongWithATokenAndNothingAboutThePerson() {
        Account ada = someone();
        List<String> lines = new CopyOnWriteArrayList<>();
        var log = java.util.logging.Logger.getLogger("");
        var listener = new LogListener(lines);
        log.addHandler(listener);
        try {
            Map<String, Object> claims = claims(ada);
            claims.put("aud", "another-client");
            signIn(claims).statusCode(401);
        } finally {
            log.removeHandler(listener);
        }
        assertThat(lines)
                .anyMatch(line -> line.contains("was not accepted: the token is for another client"))
                .noneMatch(line -> line.contains(ada.email));
    }

    /** Each line as it would be printed. */
    private static final class LogListener extends Handler {
        private final List<String> lines;

        LogListener(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void publish(LogRecord record) {
            lines.add(new SimpleFormatter().format(record)
                    + (record instanceof ExtLogRecord ours ? ours.getFormattedMessage() : ""));
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /** Nothing is known of it then, as before the first person went there. Quarkus has no other way to forget a tenant. */
    private void forgetTheProvider() throws ReflectiveOperationException {
        var known = TenantConfigBean.class.getDeclaredField("dynamicTenantsConfig");
        known.setAccessible(true);
        ((Map<?, ?>) known.get(tenants)).clear();
    }

    /** What the provider was asked, and the cookies that know it. */
    private record Begun(Map<String, String> asked, Map<String, String> cookies) {}

    private ValidatableResponse signIn(Map<String, Object> claims) {
        Begun begun = begin();
        claims.putIfAbsent("nonce", begun.asked.get("nonce"));
        ValidatableResponse answer = DeskBrowser.with(begun.cookies).get(answerTo(begun, claims));
        claims.remove("nonce");
        return answer;
    }

    private static String answerTo(Begun begun, Map<String, Object> claims) {
        return NewsroomProvider.ADDRESS + "?code=" + FakeProvider.code(claims) + "&state=" + begun.asked.get("state");
    }

    private Begun begin() {
        var answer = DeskBrowser.anonymous()
                .get(NewsroomProvider.ADDRESS)
                .statusCode(302)
                .header("Location", startsWith(issuer + "/authorize?"));
        URI asked = URI.create(answer.extract().header("Location"));
        Map<String, String> parameters = Stream.of(asked.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8), (a, b) -> b));
        assertThat(parameters)
                .containsEntry("client_id", FakeProvider.CLIENT)
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce");
        assertThat(parameters.get("redirect_uri")).endsWith(NewsroomProvider.ADDRESS);
        return new Begun(parameters, answer.extract().cookies());
    }

    private Map<String, Object> claims(Account account) {
        long now = Instant.now().getEpochSecond();
        return new HashMap<>(Map.of(
                "iss",
                issuer,
                "aud",
                FakeProvider.CLIENT,
                "sub",
                account.email,
                "iat",
                now,
                "exp",
                now + 300,
                "email",
                account.email,
                "email_verified",
                true));
    }

    private Account someone() {
        return people.named("Ada " + UUID.randomUUID(), Role.CHECKER);
    }
}
