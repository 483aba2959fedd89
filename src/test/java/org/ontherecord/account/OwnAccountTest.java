package org.ontherecord.account;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.HtmlChecker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class OwnAccountTest {
    private static final String NEW_PASSWORD = "a lamp, three herrings";

    @Inject
    People people;

    @Inject
    Clock clock;

    @Test
    void aPersonSeesWhereTheyAreSignedInAndEndsOneSession() {
        Account lea = someone();
        Map<String, String> there = people.cookieOf(lea);
        DeskBrowser here = DeskBrowser.with(people.cookieOf(lea));
        String page = here.get("/desk/me")
                .statusCode(200)
                .body(containsString("Firefox on Linux (this one)"))
                .extract()
                .asString();
        String other = page.replaceAll("(?s).*/desk/me/sessions/(\\d+)/end.*", "$1");
        here.post("/desk/me/sessions/" + other + "/end").statusCode(303);
        DeskBrowser.with(there).get("/desk/me").statusCode(303).header("Location", containsString("/sign-in"));
        here.get("/desk/me").statusCode(200);
    }

    @Test
    void nobodyEndsSomebodyElsesSession() {
        Account lea = someone();
        DeskBrowser leas = DeskBrowser.with(people.cookieOf(lea));
        long id = QuarkusTransaction.requiringNew()
                .call(() -> SignInSession.liveOf(lea, clock.instant()).get(0).id);
        DeskBrowser.with(people.cookieOf(someone()))
                .post("/desk/me/sessions/" + id + "/end")
                .statusCode(404);
        leas.get("/desk/me").statusCode(200);
    }

    @Test
    void signingOutEverywhereElseLeavesThisBrowserIn() {
        Account lea = someone();
        DeskBrowser there = DeskBrowser.with(people.cookieOf(lea));
        DeskBrowser here = DeskBrowser.with(people.cookieOf(lea));
        here.post("/desk/me/sessions/end").statusCode(303);
        there.get("/desk/me").statusCode(303);
        here.get("/desk/me").statusCode(200);
    }

    @Test
    void aNewPasswordCountsAtOnceAndSignsOutTheOtherBrowsers() {
        Account lea = someone();
        DeskBrowser there = DeskBrowser.with(people.cookieOf(lea));
        DeskBrowser here = DeskBrowser.with(people.cookieOf(lea));
        here.post("/desk/me/password", "present", People.PASSWORD, "password", NEW_PASSWORD)
                .statusCode(303)
                .header("Location", endsWith("/desk/me?done=password"));
        here.get("/desk/me?done=password").body(containsString("Your password is changed"));
        there.get("/desk/me").statusCode(303);
        signIn(lea, People.PASSWORD).statusCode(422);
        signIn(lea, NEW_PASSWORD).statusCode(303);
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsThePresentOneAndToNoneThatIsGuessed() {
        Account lea = someone();
        DeskBrowser here = DeskBrowser.with(people.cookieOf(lea));
        here.post("/desk/me/password", "present", "not this one at all", "password", "passwordpassword")
                .statusCode(422)
                .body(containsString("This is not your present password"))
                .body(containsString("among the first that anyone would try"));
        here.post("/desk/me/password", "present", "", "password", NEW_PASSWORD)
                .statusCode(422)
                .body(containsString("Give your present password"));
        signIn(lea, People.PASSWORD).statusCode(303);
    }

    @Test
    void guessesAtThePresentPasswordAreHeldOffLikeThoseAtTheDoor() {
        Account lea = someone();
        DeskBrowser here = DeskBrowser.with(people.cookieOf(lea));
        for (int i = 0; i < SignInAttempt.FAILURES_PER_EMAIL; i++) {
            here.post("/desk/me/password", "present", "guess " + i, "password", NEW_PASSWORD)
                    .statusCode(422);
        }
        here.post("/desk/me/password", "present", People.PASSWORD, "password", NEW_PASSWORD)
                .statusCode(422)
                .body(containsString("Too many tries"));
        QuarkusTransaction.requiringNew().run(() -> SignInAttempt.delete("email", lea.email));
    }

    @Test
    void aLinkFromAnAdministratorSetsANewPasswordOnceAndSignsOutEverywhere() {
        Account lea = someone();
        DeskBrowser leas = DeskBrowser.with(people.cookieOf(lea));
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        String first = linkOn(ruth.post("/desk/accounts/" + lea.id + "/password-links")
                .statusCode(200)
                .extract()
                .asString());
        String link = linkOn(ruth.post("/desk/accounts/" + lea.id + "/password-links")
                .extract()
                .asString());
        DeskBrowser stranger = DeskBrowser.anonymous();
        stranger.get(first).statusCode(410);
        stranger.get(link).statusCode(200).body(containsString(lea.name));
        stranger.post(link, "password", "short").statusCode(422).body(containsString("at least 15 characters"));
        stranger.post(link, "password", NEW_PASSWORD).statusCode(303).header("Location", endsWith("/sign-in"));
        stranger.post(link, "password", "another lamp, two herrings")
                .statusCode(410)
                .body(containsString("This link no longer works"));
        leas.get("/desk/me").statusCode(303);
        signIn(lea, NEW_PASSWORD).statusCode(303);
    }

    @Test
    void anAdministratorSignsSomebodyOutEverywhere() {
        Account lea = someone();
        DeskBrowser leas = DeskBrowser.with(people.cookieOf(lea));
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        ruth.get("/desk/accounts/" + lea.id).body(containsString("Signed in on 1 browser"));
        ruth.post("/desk/accounts/" + lea.id + "/sessions/end").statusCode(303);
        leas.get("/desk/me").statusCode(303);
        ruth.get("/desk/accounts/" + lea.id).body(containsString("Signed in nowhere"));
    }

    @Test
    void aRoleThatSomebodyElseChangedMeanwhileIsNotOverwrittenUnseen() {
        Account lea = someone();
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        String role = "/desk/accounts/" + lea.id + "/role";
        ruth.post(role, "was", "CHECKER", "role", "EDITOR").statusCode(303);
        ruth.post(role, "was", "CHECKER", "role", "EDITOR").statusCode(303);
        ruth.post(role, "was", "CHECKER", "role", "ADMIN")
                .statusCode(409)
                .body(containsString("was changed meanwhile"));
        ruth.post(role, "was", "EDITOR", "role", "KING").statusCode(422).body(containsString("Choose what"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Account.<Account>findById(lea.id).role))
                .isEqualTo(Role.EDITOR);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() -> AuditEvent.count("action = 'role changed' and subjectId = ?1", lea.id)))
                .isEqualTo(1);
    }

    @Test
    void closingAnAccountKeepsItsHistoryAndTakesItsInvitationsBack() {
        Account leaver = people.named("Leaving " + UUID.randomUUID(), Role.ADMIN);
        String link = DeskBrowser.with(people.cookieOf(leaver))
                .post("/desk/accounts/invitations", "email", "", "role", "ADMIN")
                .extract()
                .asString()
                .replaceAll("(?s).*(/invitations/[A-Za-z0-9_-]{43}).*", "$1");
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        ruth.post("/desk/accounts/" + leaver.id + "/door", "open", "false").statusCode(303);
        DeskBrowser.anonymous().get(link).statusCode(410);
        ruth.get("/desk/audit?who=" + leaver.id)
                .statusCode(200)
                .body(containsString("invitation made"), containsString(leaver.name));
    }

    @Test
    void whatWasDoneToAnAccountIsSaid() throws Exception {
        Account lea = someone();
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        String account = "/desk/accounts/" + lea.id;
        assertThat(noticeAfter(ruth, account + "/role", "was", "CHECKER", "role", "EDITOR"))
                .contains("The role is changed.");
        assertThat(noticeAfter(ruth, account + "/door", "open", "false"))
                .contains("The account is closed, and " + lea.name + " is signed out everywhere.");
        assertThat(noticeAfter(ruth, account + "/door", "open", "true")).contains(lea.name + " can sign in again.");
        ruth.get(account).body(not(containsString("can sign in again.")));
    }

    private static String noticeAfter(DeskBrowser who, String path, String... typed) throws Exception {
        String next = who.post(path, typed).statusCode(303).extract().header("Location");
        String page = who.get(next.substring(next.indexOf("/desk/"))).extract().asString();
        assertThat(HtmlChecker.problemsOf(page)).isBlank();
        return Jsoup.parse(page).select(".notice[role=status]").text();
    }

    private Account someone() {
        return people.named("Lea " + UUID.randomUUID(), Role.CHECKER);
    }

    private static io.restassured.response.ValidatableResponse signIn(Account account, String password) {
        return DeskBrowser.anonymous().post("/sign-in", "email", account.email, "password", password);
    }

    private static String linkOn(String page) {
        return page.replaceAll("(?s).*(/sign-in/password/[A-Za-z0-9_-]{43}).*", "$1");
    }
}
