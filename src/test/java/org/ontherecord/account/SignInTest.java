package org.ontherecord.account;

import java.time.Clock;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class SignInTest {
    @Inject
    People people;

    @Inject
    SessionCookie cookie;

    @Inject
    Clock clock;

    private final DeskBrowser browser = DeskBrowser.anonymous();

    @Test
    void theDeskSendsStrangersToTheDoorAndBack() {
        browser.get("/desk/accounts").statusCode(303).header("Location", endsWith("/sign-in?next=%2Fdesk%2Faccounts"));
    }

    @Test
    void theRightPasswordOpensASessionInAGuardedCookie() {
        Account ana = people.checker();
        var answer = browser.post(
                        "/sign-in",
                        "email",
                        " " + ana.email.toUpperCase(),
                        "password",
                        People.PASSWORD,
                        "next",
                        "/desk/x")
                .statusCode(303)
                .header("Location", endsWith("/desk/x"))
                .extract();
        assertThat(answer.headers().getValues("Set-Cookie"))
                .anySatisfy(
                        sent -> assertThat(sent).startsWith("desk-").contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressGetTheSameAnswerAndKeepWhatWasTyped() {
        Account ana = people.checker();
        for (String email : new String[] {ana.email, "nobody@newsroom.invalid"}) {
            browser.post("/sign-in", "email", email, "password", "not the one at all")
                    .statusCode(422)
                    .body(containsString("this e-mail address and password together"))
                    .body(containsString("value=\"" + email + "\""));
        }
    }

    @Test
    void tooManyTriesForOneAccountAreHeldOffEvenWithTheRightPassword() {
        Account victim = people.named("Victim " + UUID.randomUUID(), Role.CHECKER);
        for (int i = 0; i < SignInAttempt.FAILURES_PER_EMAIL; i++) {
            browser.post("/sign-in", "email", victim.email, "password", "guess number " + i)
                    .statusCode(422);
        }
        browser.post("/sign-in", "email", victim.email, "password", People.PASSWORD)
                .statusCode(429)
                .body(containsString("Wait 15 minutes"));
        QuarkusTransaction.requiringNew().run(() -> SignInAttempt.delete("email", victim.email));
    }

    @Test
    void whatIsNoFormDoesNotGetPastTheDoor() {
        for (String type : new String[] {"application/json", "text/plain"}) {
            DeskBrowser.with(people.cookieOf(people.admin()))
                    .request()
                    .contentType(type)
                    .body("{}")
                    .post("/desk/accounts/invitations")
                    .then()
                    .statusCode(415);
        }
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        io.restassured.RestAssured.given()
                .formParam("email", people.checker().email)
                .formParam("password", People.PASSWORD)
                .post("/sign-in")
                .then()
                .statusCode(400);
    }

    @Test
    void signingOutEndsTheSessionNotOnlyTheCookie() {
        var admin = DeskBrowser.with(people.cookieOf(people.admin()));
        admin.get("/desk/accounts").statusCode(200);
        admin.post("/sign-out").statusCode(303);
        admin.get("/desk/accounts").statusCode(303);
    }

    @Test
    void nextNeverLeadsAwayFromTheDesk() {
        for (String outside : new String[] {
            "https://evil.invalid/desk", "//evil.invalid/desk", "/desk\\@evil", "/deskevil", "/desk/\r\nX: y"
        }) {
            assertThat(SignIn.safe(outside)).hasToString("/desk");
        }
        assertThat(SignIn.safe("/desk/articles?page=2")).hasToString("/desk/articles?page=2");
    }

    @Test
    void theSetUpLinkMakesOneAdministratorOnce() {
        String link = "/invitations/"
                + QuarkusTransaction.requiringNew()
                        .call(() -> Invitation.setUp(clock.instant()).value());
        String email = UUID.randomUUID() + "@newsroom.invalid";
        browser.get(link).statusCode(200).body(containsString("You make the first account"));
        browser.post(link, "email", email, "name", "First", "password", "short")
                .statusCode(422)
                .body(containsString("at least 15 characters"), containsString(email));
        browser.post(link, "email", email, "name", "First", "password", People.PASSWORD)
                .statusCode(303);
        browser.post(link, "email", "two@newsroom.invalid", "name", "Second", "password", People.PASSWORD)
                .statusCode(410)
                .body(containsString("This link no longer works"));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Account.byEmail(email).orElseThrow().role))
                .isEqualTo(Role.ADMIN);
    }

    @Test
    void aNewSetUpLinkTakesTheOldOneBack() {
        var now = clock.instant();
        Secret old = QuarkusTransaction.requiringNew().call(() -> Invitation.setUp(now));
        QuarkusTransaction.requiringNew().run(() -> Invitation.setUp(now));
        browser.get("/invitations/" + old.value()).statusCode(410);
    }

    @Test
    void onlyAdministratorsSeeTheAccounts() {
        DeskBrowser.with(people.cookieOf(people.editor())).get("/desk/accounts").statusCode(403);
        DeskBrowser.with(people.cookieOf(people.editor()))
                .post("/desk/accounts/invitations", "role", "ADMIN")
                .statusCode(403);
    }

    @Test
    void anInvitedPersonJoinsWithTheRoleGiven() {
        var admin = DeskBrowser.with(people.cookieOf(people.admin()));
        String page = admin.post("/desk/accounts/invitations", "email", "", "role", "CHECKER")
                .statusCode(200)
                .extract()
                .asString();
        String link = page.replaceAll("(?s).*(/invitations/[A-Za-z0-9_-]{43}).*", "$1");
        String email = UUID.randomUUID() + "@newsroom.invalid";
        browser.post(link, "email", email, "name", "New Checker", "password", People.PASSWORD)
                .statusCode(303);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> Account.byEmail(email).orElseThrow().role))
                .isEqualTo(Role.CHECKER);
        admin.get("/desk/accounts").body(containsString("New Checker"), not(containsString("&lt;")));
    }

    @Test
    void closingAnAccountEndsItsSessionsAtOnce() {
        Account leaver = people.named("Leaver " + UUID.randomUUID(), Role.EDITOR);
        var browserOfLeaver = DeskBrowser.with(people.cookieOf(leaver));
        browserOfLeaver.get("/desk/accounts").statusCode(403);
        DeskBrowser.with(people.cookieOf(people.admin()))
                .post("/desk/accounts/" + leaver.id + "/door", "open", "false")
                .statusCode(303);
        browserOfLeaver.get("/desk/accounts").statusCode(303);
    }
}
