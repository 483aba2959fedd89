package org.ontherecord.account;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import org.ontherecord.DeskBrowser;
import org.ontherecord.journeys.forms.Form;
import org.ontherecord.journeys.forms.FormFaults;
import org.ontherecord.platform.TestClock;

/** The forms by which people join, sign in and are looked after. What is secret in them is repeated by no page. */
@QuarkusTest
class AccountFormsTest extends FormFaults {
    private static final String NEW_PASSWORD = "a lamp and three herrings";
    private static final String NOT_THEIRS = "another one's words entirely";

    @Inject
    TestClock clock;

    @Override
    protected List<Form> forms() {
        return List.of(
                invitation(), joining(), role(), password(), passwordByLink(), secondFactor(), newPasskey(), apiKey());
    }

    private Form invitation() {
        String email = UUID.randomUUID() + "@newsroom.invalid";
        return Form.of("invitation", "/desk/accounts/invitations")
                .by(Role.ADMIN)
                .answersWithAPage()
                .hidden("once", Secret.random().value())
                .with("email", email)
                .with("role", "EDITOR")
                .makes("invitation where email = '" + email + "'")
                .wrong("email", "x".repeat(250) + "@newsroom.invalid", "at most 254 characters")
                .wrong("email", "somebody of the newsroom", "Give an e-mail address")
                .wrong("role", "KING", "Choose what the person may do");
    }

    private Form joining() {
        String email = UUID.randomUUID() + "@newsroom.invalid";
        String link = link("/desk/accounts/invitations", "role", "CHECKER");
        return Form.of("joining", link)
                .forEverybody()
                .with("name", "Newly Joined of the sample newsroom")
                .with("email", email)
                .secret("password", NEW_PASSWORD)
                .makes("account where email = '" + email + "'")
                .tooLong("name", 200)
                .wrong("email", "nobody at the sample newsroom", "Give your e-mail address")
                .wrong("email", people.checker().email, "There is an account with this address already")
                .wrong("password", "short", "haracters");
    }

    private Form role() {
        Account vera = someone();
        String path = "/desk/accounts/" + vera.id + "/role";
        return Form.of("role", path)
                .by(Role.ADMIN)
                .hidden("was", "CHECKER")
                .with("role", "EDITOR")
                .makes("audit_event where action = 'role changed' and subject_type = 'account' and subject_id = "
                        + vera.id)
                .wrong("role", "KING", "Choose what the person may do")
                .overtakenBy(
                        () -> admin().post(path, "was", "CHECKER", "role", "ADMIN")
                                .statusCode(303),
                        "The role was changed meanwhile");
    }

    private Form password() {
        Account vera = someone();
        return Form.of("own password", "/desk/me/password")
                .ofTheirOwn(vera)
                .secret("present", People.PASSWORD)
                .secret("password", NEW_PASSWORD)
                .makes("audit_event where action = 'password changed' and subject_id = " + vera.id)
                .wrong("present", NOT_THEIRS, "This is not your present password")
                .wrong("password", "short", "haracters");
    }

    private Form passwordByLink() {
        Account vera = someone();
        return Form.of("password by a link", link("/desk/accounts/" + vera.id + "/password-links"))
                .forEverybody()
                .secret("password", NEW_PASSWORD)
                .makes("audit_event where action = 'password set by link' and subject_id = " + vera.id)
                .wrong("password", "short", "haracters");
    }

    /** With the clock stopped: a code lives for half a minute. */
    private Form secondFactor() {
        clock.forward(Duration.ZERO);
        Account vera = someone();
        String secret = QuarkusTransaction.requiringNew()
                .call(() -> SecondFactor.begin(Account.findById(vera.id), clock.instant()).secret);
        return Form.of("second factor", "/desk/me/second-factor/confirmation")
                .ofTheirOwn(vera)
                .answersWithAPage()
                .secret("code", TimedCode.of(secret, clock.instant().getEpochSecond() / 30))
                .secret("password", People.PASSWORD)
                .makes("second_factor where confirmed_at is not null and account_id = " + vera.id)
                .wrong("code", "no code", "This is not the code the app shows")
                .wrong("code", "1".repeat(101), "This is not the code the app shows")
                .wrong("password", NOT_THEIRS, "This is not your present password");
    }

    private Form newPasskey() {
        Account vera = someone();
        return Form.of("new passkey", "/desk/me/passkeys/new")
                .ofTheirOwn(vera)
                .answersWithAPage()
                .with("name", "The telephone of Vera")
                .secret("password", People.PASSWORD)
                .makes(0, "passkey where account_id = " + vera.id)
                .tooLong("name", 60)
                .wrong("password", NOT_THEIRS, "This is not your present password");
    }

    private Form apiKey() {
        Account vera = someone();
        return Form.of("API key", "/desk/keys")
                .ofTheirOwn(vera)
                .answersWithAPage()
                .hidden("once", Secret.random().value())
                .with("name", "The program that reads the sample town")
                .with("expires", "2099-01-31")
                .makes("api_key where account_id = " + vera.id)
                .tooLong("name", 100)
                .wrong("expires", "soon", "Write the last day like")
                .wrong("expires", "2020-01-01", "Choose today or a later day");
    }

    private String link(String path, String... namesAndValues) {
        Document page = Jsoup.parse(
                admin().post(path, namesAndValues).statusCode(200).extract().asString());
        return page.select("#link").val().replaceFirst("^https?://[^/]+", "");
    }

    private DeskBrowser admin() {
        return DeskBrowser.with(people.cookieOf(people.admin()));
    }

    private Account someone() {
        return people.named("Vera " + UUID.randomUUID(), Role.CHECKER);
    }
}
