package org.ontherecord.review;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

/** Who left the newsroom keeps their name on everything they did. */
@QuarkusTest
class ClosedAccountTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    @Inject
    EntityManager database;

    @Test
    void closingAnAccountKeepsItsNameInVerdictsReviewsAndTheLog() {
        clock.stopAt(Checked.NOW.toString());
        Account author = people.named("Author " + UUID.randomUUID(), Role.CHECKER);
        Account signer = people.named("Signer " + UUID.randomUUID(), Role.EDITOR);
        Claim claim = QuarkusTransaction.requiringNew().call(() -> {
            Account writes = Account.findById(author.id);
            Account signs = Account.findById(signer.id);
            Claim made = Checked.promise(writes);
            Review review = Review.open(made, writes, Checked.NOW);
            Revision revision = review.save(Checked.draft(made), null, review.version, writes, Checked.NOW)
                    .orElseThrow();
            Handover.submit(review, revision, writes, Checked.NOW);
            Handover.approve(review, revision, signs, "Read all sources.", Checked.NOW);
            Verdict.publish(
                    review,
                    revision,
                    signs,
                    new PublishCheck.Publication(Verdict.Kind.ORIGINAL, "First verdict."),
                    Checked.NOW);
            return made;
        });

        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        ruth.post("/desk/accounts/" + author.id + "/door", "open", "false").statusCode(303);
        ruth.post("/desk/accounts/" + signer.id + "/door", "open", "false").statusCode(303);

        ruth.get("/desk/claims/" + claim.id)
                .body(containsString(author.name + " sent it to review"))
                .body(containsString(signer.name + " approved it"));
        ruth.get("/desk/audit?who=" + signer.id)
                .statusCode(200)
                .body(containsString("<td data-l=\"Who\">" + signer.name));
        given().get("/api/v1/claims/" + claim.id)
                .then()
                .statusCode(200)
                .body(containsString(author.name), containsString(signer.name));
        ruth.get("/desk/accounts").body(containsString(author.name));
    }

    @Test
    void whatLiesWithWhoLeavesIsShownAndGoesToAColleague() {
        clock.stopAt(Checked.NOW.toString());
        Account leaver = people.named("Leaver " + UUID.randomUUID(), Role.CHECKER);
        Account heir = people.named("Heir " + UUID.randomUUID(), Role.CHECKER);
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        Claim written = draftOf(leaver);
        Claim begun = QuarkusTransaction.requiringNew().call(() -> {
            Claim made = Checked.promise(Account.findById(leaver.id));
            Review.open(made, Account.findById(leaver.id), Checked.NOW);
            return made;
        });
        long candidate = candidateOf(leaver);

        assertThat(closing(ruth, leaver))
                .contains("1 candidate given to them", "1 draft", "1 claim taken on without a draft")
                .contains("Who takes it over", heir.name);
        close(ruth, leaver, heir.id.toString()).statusCode(303);
        close(ruth, leaver, heir.id.toString()).statusCode(303);

        assertThat(closing(ruth, leaver)).contains("can't sign in").doesNotContain("1 draft");
        assertThat(DeskBrowser.with(people.cookieOf(heir))
                        .get("/desk/work")
                        .extract()
                        .asString())
                .contains("Candidates given to you", "Your drafts", "/desk/claims/" + written.id)
                .contains("Claims you have taken on", "/desk/claims/" + begun.id);
        assertThat(audited("candidate", candidate)).containsExactly("candidate assigned", "candidate assigned");
        assertThat(audited("review", reviewOf(written))).endsWith("claim handed over");
        assertThat(audited("review", reviewOf(begun))).containsExactly("claim handed over");
    }

    @Test
    void whatNobodyTakesOverIsNobodysAndItsDraftsWaitForEditors() {
        clock.stopAt(Checked.NOW.toString());
        Account leaver = people.named("Leaver " + UUID.randomUUID(), Role.CHECKER);
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        Claim written = draftOf(leaver);
        long candidate = candidateOf(leaver);
        close(ruth, leaver, "").statusCode(303);
        assertThat(number("select count(*) from candidate where assigned_to is null and id = " + candidate))
                .isOne();
        assertThat(number("select count(*) from review where owner_id is null and claim_id = " + written.id))
                .isOne();
        ruth.get("/desk/work").body(containsString("Drafts that nobody has"));
    }

    @Test
    void whoHasLeftTakesNothingOverAndNothingIsClosedThen() {
        Account leaver = people.named("Leaver " + UUID.randomUUID(), Role.CHECKER);
        Account gone = people.named("Gone " + UUID.randomUUID(), Role.CHECKER);
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        long candidate = candidateOf(leaver);
        close(ruth, gone, "").statusCode(303);
        for (String nobody : List.of(gone.id.toString(), leaver.id.toString(), "999999999", "x")) {
            close(ruth, leaver, nobody)
                    .statusCode(409)
                    .body(containsString("id=\"to-error\""), containsString("Choose somebody else, or nobody."));
        }
        assertThat(number("select count(*) from account where disabled_at is null and id = " + leaver.id))
                .isOne();
        assertThat(number("select assigned_to from candidate where id = " + candidate))
                .isEqualTo(leaver.id);
    }

    @Test
    void noOpenCandidateIsGivenToAClosedAccountByAnyWay() {
        Account leaver = people.named("Leaver " + UUID.randomUUID(), Role.CHECKER);
        DeskBrowser ruth = DeskBrowser.with(people.cookieOf(people.admin()));
        long candidate = candidateOf(leaver);
        DeskBrowser mira = DeskBrowser.with(people.cookieOf(people.secondChecker()));
        String batch = mira.post(
                        "/desk/inbox/batches", "picked", candidate + ".1", "action", "DISMISSED", "reason", "VAGUE")
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*batch=(\\d+).*", "$1");
        close(ruth, leaver, "").statusCode(303);
        mira.post("/desk/inbox/batches/" + batch + "/reversal").statusCode(303);
        assertThat(number("select count(*) from candidate where state = 'OPEN' and assigned_to is null and id = "
                        + candidate))
                .as("an undone decision does not give it back to who has left")
                .isOne();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update candidate set assigned_to = " + leaver.id + " where id = " + candidate)
                        .executeUpdate());
        assertThat(number("select count(*) from candidate where assigned_to is null and id = " + candidate))
                .isOne();
    }

    @Test
    void theDatabaseLetsNobodyRemoveAnAccount() {
        Account leaver = people.named("Leaver " + UUID.randomUUID(), Role.CHECKER);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery("delete from account where id = " + leaver.id)
                                .executeUpdate()))
                .hasStackTraceContaining("account is append-only: DELETE refused");
    }

    private static String closing(DeskBrowser admin, Account leaver) {
        return Jsoup.parse(admin.get("/desk/accounts/" + leaver.id)
                        .statusCode(200)
                        .extract()
                        .asString())
                .select("section[aria-labelledby=close-title]")
                .text();
    }

    private static ValidatableResponse close(DeskBrowser admin, Account leaver, String heir) {
        return admin.post("/desk/accounts/" + leaver.id + "/door", "open", "false", "to", heir);
    }

    private static Claim draftOf(Account author) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account writes = Account.findById(author.id);
            Claim made = Checked.promise(writes);
            Review review = Review.open(made, writes, Checked.NOW);
            review.save(Checked.draft(made), null, review.version, writes, Checked.NOW)
                    .orElseThrow();
            return made;
        });
    }

    /** One that was marked by the person and given to them, so in its second version. */
    private long candidateOf(Account holder) {
        DeskBrowser desk = DeskBrowser.with(people.cookieOf(holder));
        String quote = "The " + UUID.randomUUID() + " council will build 400 homes by 2027";
        String article = path(desk.post("/desk/articles/new?by=text", "text", "News.\n\n" + quote + ". It rained."));
        String id = path(desk.post(article + "/candidates", "words", quote)).replaceAll(".*candidate=(\\d+).*", "$1");
        desk.post("/desk/inbox/batches", "picked", id + ".0", "action", "ASSIGNED", "assignee", holder.id.toString())
                .statusCode(303);
        return Long.parseLong(id);
    }

    private static String path(ValidatableResponse answer) {
        return answer.statusCode(303).extract().header("Location").replaceFirst("https?://[^/]+", "");
    }

    private long reviewOf(Claim claim) {
        return number("select id from review where claim_id = " + claim.id);
    }

    private List<String> audited(String type, long subject) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select action from audit_event where subject_type = :type and subject_id = :subject and action <> 'candidate marked' order by id",
                                String.class)
                        .setParameter("type", type)
                        .setParameter("subject", subject)
                        .getResultList());
    }

    private long number(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(sql).getSingleResult()).longValue());
    }
}
