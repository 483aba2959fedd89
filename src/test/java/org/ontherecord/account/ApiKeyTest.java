package org.ontherecord.account;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ApiKeyTest {
    @Inject
    People people;

    @Inject
    DemoAccounts demo;

    @Inject
    TestClock clock;

    /** No test begins on one day and ends on the next. */
    @BeforeEach
    void stopTheClock() {
        clock.forward(Duration.ZERO);
    }

    /** An address for who holds a key; tells who that is. */
    @Path("/api/test/who")
    public static class WhoApi {
        @Inject
        SignedIn signedIn;

        @GET
        @RolesAllowed("CHECKER")
        public String who() {
            return signedIn.name();
        }

        @GET
        @Path("admin")
        @RolesAllowed("ADMIN")
        public String admin() {
            return signedIn.name();
        }
    }

    @Test
    void aKeyIsShownOnceAndOpensTheApiAsItsMaker() {
        Account ana = people.checker();
        DeskBrowser browser = DeskBrowser.with(people.cookieOf(ana));
        String name = "Ranking " + UUID.randomUUID();
        String page = browser.post("/desk/keys", "name", name)
                .statusCode(200)
                .extract()
                .asString();
        String key = page.replaceAll("(?s).*id=\"key\"[^>]*value=\"([^\"]+)\".*", "$1");
        assertThat(key).matches("otr_[A-Za-z0-9_-]{43}");
        browser.get("/desk/keys").body(containsString(name)).body(not(containsString(key)));
        ask(key).statusCode(200).body(equalTo("Ana Ferrand"));
        given().header("Authorization", "bearer  " + key)
                .get("/api/test/who")
                .then()
                .statusCode(200);
        ApiKey kept = QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.of(new Secret(key)).orElseThrow());
        assertThat(kept.secretHash).isEqualTo(new Secret(key).hash()).doesNotContain(key);
        assertThat(kept.lastUsedOn).isEqualTo(today());
        given().header("Authorization", "Bearer " + key)
                .get("/api/test/who/admin")
                .then()
                .statusCode(403);
    }

    @Test
    void whatOpensNothingIsToldWhatToDo() {
        given().get("/api/test/who")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer realm=\"On the Record\"")
                .body("status", equalTo(401))
                .body("detail", containsString("/desk/keys"));
        for (String wrong : List.of("otr_nobodyhasthis", "x", "ö".repeat(40))) {
            refused(wrong, "We don't know this API key");
        }
        given().header("Authorization", "Basic YTpi")
                .get("/api/test/who")
                .then()
                .statusCode(401);
    }

    @Test
    void aKeyDiesWhenRevokedExpiredOrItsAccountIsClosed() {
        Account mira = people.named("Mira " + UUID.randomUUID(), Role.CHECKER);
        String revoked = make(mira, null);
        DeskBrowser.with(people.cookieOf(mira))
                .post("/desk/keys/" + idOf(revoked) + "/revocation")
                .statusCode(303);
        refused(revoked, "was revoked");
        refused(make(mira, today().minusDays(1)), "has expired");
        String lastDay = make(mira, today());
        ask(lastDay).statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> Account.<Account>findById(mira.id).disable(clock.instant()));
        refused(lastDay, "is closed");
    }

    @Test
    void aKeyIsForTheApiAndACookieForTheDesk() {
        Account ana = people.checker();
        DeskBrowser.anonymous()
                .request()
                .header("Authorization", "Bearer " + make(ana, null))
                .get("/desk/keys")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in"));
        given().cookies(people.cookieOf(ana)).get("/api/test/who").then().statusCode(401);
    }

    @Test
    void onlyAnAdminSeesAndRevokesTheKeysOfOthers() {
        Account ana = people.checker();
        String key = make(ana, null);
        String opening = key.substring(0, 8);
        DeskBrowser mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        mira.get("/desk/keys").body(not(containsString(opening)));
        mira.post("/desk/keys/" + idOf(key) + "/revocation").statusCode(404);
        ask(key).statusCode(200);
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        ruth.get("/desk/keys").body(containsString(opening));
        ruth.post("/desk/keys/" + idOf(key) + "/revocation").statusCode(303);
        refused(key, "was revoked");
    }

    @Test
    void aKeyWithoutNameOrWithAPastDayIsRefusedAndKeepsWhatWasTyped() {
        DeskBrowser browser = DeskBrowser.with(people.cookieOf(people.checker()));
        browser.post("/desk/keys", "name", " ", "expires", "soon")
                .statusCode(422)
                .body(containsString("Give the key a name"))
                .body(containsString("Write the last day like"))
                .body(containsString("value=\"soon\""));
        browser.post("/desk/keys", "name", "Old", "expires", "2001-01-01")
                .statusCode(422)
                .body(containsString("Choose today or a later day."));
    }

    @Test
    void theDemonstrationHasTheKeyItsOperatorSetAndOnlyThat() {
        QuarkusTransaction.requiringNew()
                .run(() -> Account.byEmail("checker@demo.invalid")
                        .orElseGet(() ->
                                demo.make("checker@demo.invalid", "Checker (sample)", Role.CHECKER, People.PASSWORD)));
        give("demo-key-one");
        ask("demo-key-one").statusCode(200).body(equalTo("Checker (sample)"));
        give("demo-key-two");
        ask("demo-key-two").statusCode(200);
        refused("demo-key-one", "was revoked");
        give("");
        refused("demo-key-two", "was revoked");
    }

    private void give(String key) {
        QuarkusTransaction.requiringNew().run(() -> demo.giveKey(key));
    }

    private String make(Account account, LocalDate lastDay) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.make(Account.findById(account.id), "Test", lastDay, clock.instant())
                        .value());
    }

    private static long idOf(String key) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ApiKey.of(new Secret(key)).orElseThrow().id);
    }

    private LocalDate today() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static ValidatableResponse ask(String key) {
        return given().header("Authorization", "Bearer " + key)
                .get("/api/test/who")
                .then();
    }

    private static void refused(String key, String why) {
        ask(key).statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
                .body("detail", containsString(why));
    }
}
