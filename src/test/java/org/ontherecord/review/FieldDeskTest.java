package org.ontherecord.review;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A second person reads a revision field by field: ticks, comments, and what becomes of them. */
@QuarkusTest
class FieldDeskTest {
    @Inject
    People people;

    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource dataSource;

    DeskBrowser ana;
    DeskBrowser jonas;
    Claim claim;
    String revision;

    @BeforeEach
    void aRevisionInReview() {
        clock.stopAt("2025-01-23T09:00:00Z");
        ana = at(people.checker());
        jonas = at(people.editor());
        claim = Checked.promise(people.checker());
        submit(new Typing());
        revision = review(jonas).select("[name=revision]").first().val();
    }

    @Test
    void eachTickLeadsToTheNextFieldNotSeenAndIsOnesOwn() {
        assertThat(review(jonas).text()).contains("0 of ").contains("fields seen.");
        assertThat(next(tick(jonas, "rating", "yes"))).endsWith("/review#field-in_force_from");
        var read = review(jonas);
        assertThat(read.select(".is-seen h3").eachText()).containsExactly("Verdict");
        assertThat(read.text()).contains("1 of ");
        assertThat(review(at(people.secondEditor())).select(".is-seen")).isEmpty();

        tick(jonas, "rating", "yes").statusCode(303);
        assertThat(review(jonas).select(".is-seen")).hasSize(1);
        tick(jonas, "rating", "no").statusCode(303);
        assertThat(review(jonas).select(".is-seen")).isEmpty();
    }

    @Test
    void theLastTickLeadsToTheDecision() {
        var fields = review(jonas).select(".field-diff[data-row]").eachAttr("id").stream()
                .map(id -> id.replaceFirst("field-", ""))
                .toList();
        fields.subList(0, fields.size() - 1).forEach(field -> tick(jonas, field, "yes"));
        String last = fields.get(fields.size() - 1);
        assertThat(next(tick(jonas, last, "yes"))).endsWith("/review#field-done");
        assertThat(review(jonas).text()).contains("%d of %d fields seen.".formatted(fields.size(), fields.size()));
    }

    @Test
    void aNewVersionIsReadAnew() {
        tick(jonas, "reason", "yes");
        decide("RETURNED", "Please say when.");
        submit(new Typing().with("reason", "The war had not ended at noon.").with("note", "Said when."));
        assertThat(review(jonas).select(".is-seen")).isEmpty();
    }

    @Test
    void aCommentReachesTheAuthorAtTheFieldAndIsSettledOnce() {
        assertThat(next(comment(jonas, "reason", "Give the hour, please."))).endsWith("/review#field-reason");
        comment(jonas, "reason", "Give the hour, please.").statusCode(303);
        assertThat(review(ana).select("#field-reason .comments li")).hasSize(1);

        decide("RETURNED", "See the comment.");
        var editor = document(ana.get(desk("")));
        assertThat(editor.select(".desk-aside .comments li").text())
                .contains("Jonas Lindqvist", "version 1", "Give the hour, please.");
        assertThat(editor.select(".desk-aside .comments a").attr("href")).isEqualTo("#reason");
        String settlement = editor.select(".comments form").attr("action");
        assertThat(next(ana.post(settlement, "from", "claim")))
                .endsWith("/desk/claims/" + claim.id + "#comments-title");
        jonas.post(settlement, "from", "review").statusCode(303);
        assertThat(document(ana.get(desk(""))).select(".desk-aside .comments")).isEmpty();
        assertThat(review(jonas).select("#field-reason .settled").text()).contains("Settled, says Ana Ferrand.");
    }

    @Test
    void whatIsSaidOfAFieldThatStaysTheSameIsShownToo() {
        comment(jonas, "note", "Which note?").statusCode(303);
        assertThat(review(jonas).select("section:has(#elsewhere-title)").text()).contains("Which note?");
    }

    @Test
    void anEmptyOrOverlongCommentIsRefusedAndKeptAsTyped() {
        assertThat(document(comment(jonas, "reason", "  ").statusCode(422)).text())
                .contains("Write what you want to say about this field.");
        var refused = document(comment(jonas, "reason", "y".repeat(2_001)).statusCode(422));
        assertThat(refused.text()).contains("A comment may have 2,000 characters at most.");
        assertThat(refused.select("textarea").text()).hasSize(2_001);
        assertThat(review(jonas).select(".comments")).isEmpty();
    }

    @Test
    void nothingIsTickedOrSaidOfWhatIsNotThere() {
        Claim other = Checked.promise(people.checker());
        tick(jonas, "colour", "yes").statusCode(404);
        jonas.post("/desk/claims/" + other.id + "/fields/reason/comments", "revision", revision, "text", "Lost")
                .statusCode(404);
        jonas.post(desk("/fields/reason/comments/999999999/settlement")).statusCode(404);
        DeskBrowser.anonymous()
                .post(desk("/fields/reason/comments"), "revision", revision, "text", "Lost")
                .statusCode(307);
        assertThat(review(jonas).text()).doesNotContain("Lost");
    }

    @Test
    void theDatabaseRefusesToRewriteAComment() {
        comment(jonas, "reason", "Which day?").statusCode(303);
        for (String change : new String[] {"update field_comment set text = 'Other'", "delete from field_comment"}) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        try (var connection = dataSource.getConnection();
                                var statement = connection.createStatement()) {
                            statement.executeUpdate(change + " where revision_id = " + revision);
                        } catch (java.sql.SQLException refused) {
                            throw new IllegalStateException(refused);
                        }
                    }))
                    .hasMessageContaining("append-only");
        }
    }

    private void submit(Typing typing) {
        var page = document(ana.get(desk("")));
        ana.post(
                        desk("/revisions"),
                        typing.with("version", page.select("[name=version]").val())
                                .with("base", page.select("[name=base]").val())
                                .with("do", "submit")
                                .values())
                .statusCode(303);
    }

    private void decide(String step, String note) {
        jonas.post(desk("/review/handovers"), "revision", revision, "step", step, "note", note)
                .statusCode(303);
    }

    private ValidatableResponse tick(DeskBrowser who, String field, String seen) {
        String next = review(who).select("#field-" + field + " [name=next]").attr("value");
        return who.post(desk("/fields/" + field + "/seen"), "revision", revision, "seen", seen, "next", next);
    }

    private ValidatableResponse comment(DeskBrowser who, String field, String text) {
        return who.post(desk("/fields/" + field + "/comments"), "revision", revision, "text", text);
    }

    private static String next(ValidatableResponse answer) {
        return answer.statusCode(303).extract().header("Location");
    }

    private Document review(DeskBrowser who) {
        return document(who.get(desk("/review")).statusCode(200));
    }

    private static Document document(ValidatableResponse answer) {
        return Jsoup.parse(answer.extract().asString());
    }

    private DeskBrowser at(Account account) {
        return DeskBrowser.with(people.cookieOf(account));
    }

    private String desk(String tail) {
        return "/desk/claims/" + claim.id + tail;
    }
}
