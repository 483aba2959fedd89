package org.ontherecord.account;

import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

/** An administrator asks everybody for a second factor: who has none sets one up before anything else. */
@QuarkusTest
class SecondFactorRuleTest {
    private static final String SET_UP = "/desk/me?done=second-factor-needed";

    @Inject
    People people;

    @Inject
    SessionCookie cookie;

    @Inject
    TestClock clock;

    /** All tests share one newsroom. */
    @AfterEach
    void everybodyChoosesAgain() {
        QuarkusTransaction.requiringNew().run(() -> {
            if (SecondFactorRule.isOn()) {
                SecondFactorRule.set(false, Account.findById(people.admin().id), clock.instant());
            }
        });
    }

    @Test
    void whoHasNoneReachesNothingButTheirOwnAccountUntilThereIsOne() {
        Account lars = someone(Role.EDITOR);
        DeskBrowser browser = DeskBrowser.with(people.cookieOf(lars));
        browser.get("/desk/inbox").statusCode(200);
        switchOn();

        browser.get("/desk/inbox").statusCode(303).header("Location", endsWith(SET_UP));
        browser.get("/desk/me/../inbox").statusCode(303).header("Location", endsWith(SET_UP));
        browser.post("/desk/articles/new?by=text", "text", "News.").header("Location", endsWith(SET_UP));
        browser.get("/desk/me").statusCode(200).body(containsString("This desk asks everybody for a second factor"));
        browser.get("/desk/me/passkeys/new").statusCode(200);

        browser.post("/desk/me/second-factor").statusCode(303);
        browser.post("/desk/me/second-factor/confirmation", "code", codeOf(lars), "password", People.PASSWORD)
                .statusCode(200);
        browser.get("/desk/inbox").statusCode(200);
    }

    @Test
    void aPasskeyIsASecondFactorToo() {
        Account lars = someone(Role.CHECKER);
        switchOn();
        var opened = QuarkusTransaction.requiringNew().call(() -> {
            var made = new Ceremony.Made(UUID.randomUUID().toString().getBytes(), new byte[] {1}, 0, false);
            Passkey passkey = Passkey.add(Account.findById(lars.id), "Phone", made, clock.instant());
            return cookie.carrying(SignInSession.start(passkey, "Firefox on Linux", clock.instant()));
        });
        DeskBrowser.with(Map.of(opened.getName(), opened.getValue()))
                .get("/desk/inbox")
                .statusCode(200);
        DeskBrowser.with(people.cookieOf(lars)).get("/desk/inbox").header("Location", endsWith(SET_UP));
    }

    @Test
    void theAdministratorWhoAsksHasOneAndTheLogSaysWho() {
        Account without = someone(Role.ADMIN);
        DeskBrowser.with(people.cookieOf(without))
                .post("/desk/accounts/second-factor-rule", "required", "true")
                .statusCode(422)
                .body(containsString("Set up your own second factor first"));
        assertThat(isOn()).isFalse();

        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(withFactor(someone(Role.ADMIN))));
        ruth.post("/desk/accounts/second-factor-rule", "required", "perhaps").statusCode(422);
        ruth.post("/desk/accounts/second-factor-rule", "required", "true").statusCode(303);
        ruth.post("/desk/accounts/second-factor-rule", "required", "true").statusCode(303);
        ruth.get("/desk/accounts").statusCode(200).body(containsString("Everybody needs a second factor or a passkey"));
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> AuditEvent.count(
                                "action = 'second factor rule changed' and account.id <> ?1", people.admin().id)))
                .as("sent twice it is set once")
                .isEqualTo(1);
        ruth.post("/desk/accounts/second-factor-rule", "required", "false").statusCode(303);
        DeskBrowser.with(people.cookieOf(without)).get("/desk/inbox").statusCode(200);
    }

    private void switchOn() {
        QuarkusTransaction.requiringNew()
                .run(() -> SecondFactorRule.set(true, Account.findById(people.admin().id), clock.instant()));
    }

    private boolean isOn() {
        return QuarkusTransaction.requiringNew().call(SecondFactorRule::isOn);
    }

    private Account withFactor(Account account) {
        QuarkusTransaction.requiringNew()
                .run(() -> SecondFactor.begin(Account.findById(account.id), clock.instant())
                        .confirm(Account.findById(account.id), clock.instant()));
        return account;
    }

    private String codeOf(Account account) {
        return QuarkusTransaction.requiringNew()
                .call(() -> TimedCode.of(
                        SecondFactor.of(account).orElseThrow().secret,
                        clock.instant().getEpochSecond() / 30));
    }

    private Account someone(Role role) {
        return people.named("Lars " + UUID.randomUUID(), role);
    }
}
