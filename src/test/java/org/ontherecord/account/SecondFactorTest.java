package org.ontherecord.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

@QuarkusTest
class SecondFactorTest {
    private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>");

    @Inject
    People people;

    @Inject
    TestClock clock;

    @Test
    void thePasswordAloneOpensNothingOnceThereIsASecondFactor() {
        Account noor = someone();
        setUp(noor);
        Map<String, String> waiting = passwordStep(noor);
        DeskBrowser.with(waiting).get("/desk/me").statusCode(303).header("Location", containsString("/sign-in"));
        DeskBrowser.with(waiting).get("/sign-in/code?next=/desk/keys").body(containsString("value=\"/desk/keys\""));
        var open = DeskBrowser.with(waiting)
                .post("/sign-in/code", "code", codeOf(noor), "next", "/desk/keys")
                .statusCode(303)
                .header("Location", endsWith("/desk/keys"));
        DeskBrowser.with(cookies(open)).get("/desk/me").statusCode(200);
        DeskBrowser.with(waiting).get("/desk/me").statusCode(303);
    }

    @Test
    void aCodeOpensOnce() {
        Account noor = someone();
        setUp(noor);
        Map<String, String> first = passwordStep(noor);
        Map<String, String> second = passwordStep(noor);
        String code = codeOf(noor);
        DeskBrowser.with(first).post("/sign-in/code", "code", code).statusCode(303);
        DeskBrowser.with(second)
                .post("/sign-in/code", "code", code)
                .statusCode(422)
                .body(containsString("each code works once"));
    }

    @Test
    void aRecoveryCodeOpensOnceHoweverItIsTyped() {
        Account noor = someone();
        List<String> codes = setUp(noor);
        assertThat(codes).hasSize(SecondFactor.RECOVERY_CODES).doesNotHaveDuplicates();
        String typed = codes.get(3).toUpperCase().replace("-", " ");
        Map<String, String> first = passwordStep(noor);
        Map<String, String> second = passwordStep(noor);
        var open = DeskBrowser.with(first).post("/sign-in/code", "code", typed).statusCode(303);
        DeskBrowser.with(second).post("/sign-in/code", "code", typed).statusCode(422);
        DeskBrowser.with(cookies(open)).get("/desk/me").body(containsString("9 recovery codes are left"));
    }

    @Test
    void newRecoveryCodesTakeTheOldOnesBack() {
        Account noor = someone();
        List<String> old = setUp(noor);
        DeskBrowser browser = DeskBrowser.with(people.cookieOf(noor));
        browser.post("/desk/me/second-factor/recovery-codes", "password", "wrong one")
                .statusCode(422);
        List<String> fresh =
                codesOn(browser.post("/desk/me/second-factor/recovery-codes", "password", People.PASSWORD));
        DeskBrowser.with(passwordStep(noor))
                .post("/sign-in/code", "code", old.get(0))
                .statusCode(422);
        DeskBrowser.with(passwordStep(noor))
                .post("/sign-in/code", "code", fresh.get(0))
                .statusCode(303);
    }

    @Test
    void theSetUpNeedsACodeAndThePasswordAndMayBeBrokenOff() {
        Account noor = someone();
        DeskBrowser browser = DeskBrowser.with(people.cookieOf(noor));
        browser.post("/desk/me/second-factor").statusCode(303);
        browser.post("/desk/me/second-factor/confirmation", "code", "000", "password", People.PASSWORD)
                .statusCode(422)
                .body(containsString("This is not the code the app shows"));
        browser.post("/desk/me/second-factor/confirmation", "code", codeOf(noor), "password", "guess")
                .statusCode(422)
                .body(containsString("This is not your present password"));
        DeskBrowser.anonymous()
                .post("/sign-in", "email", noor.email, "password", People.PASSWORD)
                .header("Location", endsWith("/desk"));
    }

    @Test
    void aConfirmationSentTwiceAddsOneSecondFactorAndTheCodesSeenLastOpen() {
        Account noor = someone();
        setUp(noor);
        List<String> seenLast = codesOn(DeskBrowser.with(people.cookieOf(noor))
                .post("/desk/me/second-factor/confirmation", "code", "000000", "password", People.PASSWORD)
                .statusCode(200));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> AuditEvent.count("action = 'second factor added' and subjectId = ?1", noor.id)))
                .isEqualTo(1);
        DeskBrowser.with(passwordStep(noor))
                .post("/sign-in/code", "code", seenLast.get(0))
                .statusCode(303);
    }

    @Test
    void guessingCodesIsHeldOff() {
        Account noor = someone();
        setUp(noor);
        Map<String, String> waiting = passwordStep(noor);
        for (int i = 0; i < SignInAttempt.FAILURES_PER_EMAIL; i++) {
            DeskBrowser.with(waiting).post("/sign-in/code", "code", "x" + i).statusCode(422);
        }
        DeskBrowser.with(waiting).post("/sign-in/code", "code", codeOf(noor)).statusCode(429);
        QuarkusTransaction.requiringNew().run(() -> SignInAttempt.delete("email", noor.email));
    }

    @Test
    void theSecondStepWaitsTenMinutes() {
        Account noor = someone();
        setUp(noor);
        Map<String, String> waiting = passwordStep(noor);
        clock.forward(SignInSession.WAITS_FOR_CODE);
        DeskBrowser.with(waiting)
                .post("/sign-in/code", "code", codeOf(noor))
                .statusCode(303)
                .header("Location", containsString("/sign-in?"));
    }

    @Test
    void anAdministratorRemovesTheSecondFactorOfALostPhoneAndItsSecretIsGone() {
        Account noor = someone();
        setUp(noor);
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        ruth.post("/desk/accounts/" + noor.id + "/second-factor/removal").statusCode(303);
        DeskBrowser.anonymous()
                .post("/sign-in", "email", noor.email, "password", People.PASSWORD)
                .header("Location", endsWith("/desk"));
        SecondFactor removed = QuarkusTransaction.requiringNew()
                .call(() ->
                        SecondFactor.<SecondFactor>find("account.id", noor.id).firstResult());
        assertThat(removed.secret).isNull();
        ruth.get("/desk/audit?subject=account&number=" + noor.id).body(containsString("second factor removed"));
    }

    @Test
    void thePersonRemovesTheirOwnWithThePassword() {
        Account noor = someone();
        setUp(noor);
        DeskBrowser browser = DeskBrowser.with(people.cookieOf(noor));
        browser.post("/desk/me/second-factor/removal", "password", "").statusCode(422);
        browser.post("/desk/me/second-factor/removal", "password", People.PASSWORD)
                .statusCode(303);
        browser.get("/desk/me").body(containsString("Set up a second factor"));
    }

    private Account someone() {
        return people.named("Noor " + UUID.randomUUID(), Role.CHECKER);
    }

    /** Sets up a second factor and moves on half a minute, so that the next code is another. */
    private List<String> setUp(Account account) {
        DeskBrowser browser = DeskBrowser.with(people.cookieOf(account));
        browser.post("/desk/me/second-factor").statusCode(303);
        List<String> codes = codesOn(browser.post(
                        "/desk/me/second-factor/confirmation", "code", codeOf(account), "password", People.PASSWORD)
                .statusCode(200));
        clock.forward(Duration.ofMinutes(1));
        return codes;
    }

    private String codeOf(Account account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> TimedCode.of(
                        SecondFactor.of(account).orElseThrow().secret,
                        clock.instant().getEpochSecond() / 30));
    }

    private static Map<String, String> passwordStep(Account account) {
        return cookies(DeskBrowser.anonymous()
                .post("/sign-in", "email", account.email, "password", People.PASSWORD, "next", "/desk/keys")
                .statusCode(303)
                .header("Location", containsString("/sign-in/code?next=%2Fdesk%2Fkeys")));
    }

    private static Map<String, String> cookies(ValidatableResponse answer) {
        return answer.extract().cookies();
    }

    private static List<String> codesOn(ValidatableResponse answer) {
        return RECOVERY_CODE
                .matcher(answer.extract().asString())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
