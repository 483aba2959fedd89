package org.ontherecord.review;

import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
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
    void theDatabaseLetsNobodyRemoveAnAccount() {
        Account leaver = people.named("Leaver " + UUID.randomUUID(), Role.CHECKER);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery("delete from account where id = " + leaver.id)
                                .executeUpdate()))
                .hasStackTraceContaining("account is append-only: DELETE refused");
    }
}
