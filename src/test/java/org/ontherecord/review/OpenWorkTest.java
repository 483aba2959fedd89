package org.ontherecord.review;

import java.time.Duration;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** Everybody sees on one page what waits for them, and nothing that waits for others. */
@QuarkusTest
class OpenWorkTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    @Inject
    EntityManager database;

    private Account tove;
    private Account another;
    private Claim claim;

    @BeforeEach
    void aClaimOfOnesOwn() {
        clock.stopAt(Checked.NOW.toString());
        tove = people.named("Tove " + UUID.randomUUID(), Role.CHECKER);
        another = people.named("Emil " + UUID.randomUUID(), Role.EDITOR);
        claim = QuarkusTransaction.requiringNew().call(() -> Checked.promise(Account.findById(tove.id)));
    }

    @Test
    void nothingWaitsForWhoIsNew() {
        assertThat(page(tove).select("h2")).isEmpty();
        assertThat(page(tove).select(".lede").text()).startsWith("Nothing waits for you.");
    }

    @Test
    void aClaimMovesFromTakenOnToDraftToReviewAndBack() {
        review(review -> {});
        assertThat(under(page(tove), "Claims you have taken on")).hasSize(1);
        Revision revision = saved();
        assertThat(under(page(tove), "Claims you have taken on")).isEmpty();
        assertThat(under(page(tove), "Your drafts")).hasSize(1);

        int before = Integer.parseInt(count(page(another), "To be reviewed by you"));
        review(review -> Handover.submit(review, revision(revision.id), Account.findById(tove.id), Checked.NOW));
        assertThat(page(tove).select("h2")).as("it waits for somebody else").isEmpty();
        assertThat(count(page(another), "To be reviewed by you")).isEqualTo(String.valueOf(before + 1));

        review(review -> Handover.returnToAuthor(
                review, revision(revision.id), Account.findById(another.id), "Which war is meant?", Checked.NOW));
        assertThat(under(page(tove), "Sent back to you"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("by " + another.name + ": Which war is meant?"));
        assertThat(under(page(tove), "Your drafts")).as("it stands once").isEmpty();
        assertThat(page(tove).select(".lede").text()).isEqualTo("One thing waits for you.");
    }

    @Test
    void whatWasTypedAndCommentedOnWaits() {
        Revision revision = saved();
        QuarkusTransaction.requiringNew().run(() -> {
            run("insert into unsaved_text (claim_id, account_id, fields, kept_at) values (%d, %d, '{}', now())"
                    .formatted(claim.id, tove.id));
            run(("insert into field_comment (revision_id, field, text, written_by, written_at)"
                            + " values (%d, 'WORDING', 'Say which year.', %d, now())")
                    .formatted(revision.id, another.id));
        });
        assertThat(under(page(tove), "Text you have not saved")).hasSize(1);
        assertThat(under(page(tove), "Comments on what you wrote"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains(another.name + ": Say which year."));
        assertThat(page(another).text()).doesNotContain("Say which year.");
    }

    @Test
    void aDeadlineOfOnesClaimWaitsBeforeAndAfterItPasses() {
        review(review -> {});
        QuarkusTransaction.requiringNew()
                .run(() -> run(("update claim set deadline_at = '%s', deadline_zone = 'UTC' where id = %d")
                        .formatted(Checked.NOW.plus(Duration.ofDays(9)), claim.id)));
        assertThat(under(page(tove), "Deadlines of your claims within 30 days")).hasSize(1);
        QuarkusTransaction.requiringNew()
                .run(() -> run(
                        ("insert into deadline_passing (claim_id, deadline_at, deadline_zone, noted_at) select id, deadline_at, 'UTC', deadline_at from claim where id = %d")
                                .formatted(claim.id)));
        clock.stopAt(Checked.NOW.plus(Duration.ofDays(10)).toString());
        assertThat(under(page(tove), "Passed deadlines of your claims")).hasSize(1);
        assertThat(under(page(tove), "Deadlines of your claims within 30 days")).isEmpty();
    }

    @Test
    void candidatesGivenToSomebodyStandOnTheirPage() {
        var desk = DeskBrowser.with(people.cookieOf(tove));
        String quote = "The " + UUID.randomUUID() + " council will build 400 homes by 2027";
        String article = path(desk.post("/desk/articles/new?by=text", "text", "News.\n\n" + quote + ". It rained."));
        String id = path(desk.post(article + "/candidates", "words", quote)).replaceAll(".*candidate=(\\d+).*", "$1");
        desk.post("/desk/inbox/batches", "picked", id + ".0", "action", "ASSIGNED", "assignee", tove.id.toString())
                .statusCode(303);
        assertThat(under(page(tove), "Candidates given to you"))
                .singleElement()
                .satisfies(row -> assertThat(row.select("a").attr("href")).isEqualTo(article + "?candidate=" + id));
    }

    private Revision saved() {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account who = Account.findById(tove.id);
            Review review = Review.open(Claim.findById(claim.id), who, Checked.NOW);
            return review.save(Checked.draft(claim), null, review.version, who, Checked.NOW)
                    .orElseThrow();
        });
    }

    private void review(java.util.function.Consumer<Review> deed) {
        QuarkusTransaction.requiringNew()
                .run(() -> deed.accept(Review.open(Claim.findById(claim.id), Account.findById(tove.id), Checked.NOW)));
    }

    private static Revision revision(Long id) {
        return Revision.findById(id);
    }

    private void run(String sql) {
        database.createNativeQuery(sql).executeUpdate();
    }

    private Document page(Account who) {
        return Jsoup.parse(DeskBrowser.with(people.cookieOf(who))
                .get("/desk/work")
                .statusCode(200)
                .extract()
                .asString());
    }

    private static java.util.List<Element> under(Document page, String title) {
        return page.select("section:has(h2:contains(" + title + ")) tbody tr");
    }

    private static String count(Document page, String title) {
        String count = page.select("h2:contains(" + title + ") .count").text();
        return count.isEmpty() ? "0" : count;
    }

    private static String path(io.restassured.response.ValidatableResponse answer) {
        String address = answer.statusCode(303).extract().header("Location");
        return address.substring(address.indexOf("/desk/"));
    }
}
