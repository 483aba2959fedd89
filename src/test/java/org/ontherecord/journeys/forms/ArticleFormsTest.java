package org.ontherecord.journeys.forms;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;

import org.ontherecord.account.Role;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The forms by which articles and others' checks come in and candidates are decided on. */
@QuarkusTest
class ArticleFormsTest extends FormFaults {
    @Inject
    Drafts drafts;

    @AfterEach
    void leaveNothingToRead() {
        rows.change("update bulk set state = 'STOPPED' where state in ('QUEUED', 'RUNNING')");
    }

    @Override
    protected List<Form> forms() {
        return List.of(article(), details(), manyAddresses(), checksOfOthers(), candidate(), batch(), view());
    }

    private Form article() {
        String title = "Nine trees " + UUID.randomUUID();
        return Form.of("article by text", "/desk/articles/new?by=text")
                .with("text", "The mayor spoke on Sunday. “We planted nine trees " + UUID.randomUUID() + "”, she said.")
                .with("title", title)
                .with("outlet", "Sample Courier")
                .with("publishedOn", "8 Nov 2024")
                .makes("article where title = '" + title + "'")
                .tooLong("title", 500)
                .tooLong("outlet", 200)
                .tooLong("byline", 200)
                .wrong("publishedOn", "soon", "Write the date like")
                .wrong("address", "trees", "address in full")
                .wrong("language", "the one they spoke", "as a code");
    }

    private Form details() {
        String details = "/desk/articles/" + marked()[0] + "/details";
        long article = Rows.numberIn(details, "/desk/articles/#");
        long version = rows.number("select version from article where id = " + article);
        return Form.of("details of an article", details)
                .hidden("version", version)
                .with("title", "Nine trees of the sample town")
                .with("outlet", "The Sample Courier of the town")
                .with("byline", "Robin of the Sample Courier")
                .with("publishedOn", "8 Nov 2024")
                .with("language", "en")
                .makes("audit_event where action = 'article details changed' and subject_id = " + article)
                .wrong("title", " ", "Give the article a title.")
                .tooLong("title", 500)
                .tooLong("outlet", 200)
                .wrong("publishedOn", "soon", "Write the date like")
                .overtakenBy(
                        () -> drafts.mira()
                                .post(details, "version", "" + version, "title", "Six trees", "language", "en")
                                .statusCode(303),
                        "Somebody changed these details while you were typing");
    }

    private Form manyAddresses() {
        String address = "https://" + UUID.randomUUID() + ".example/trees";
        return Form.of("many articles at once", "/desk/articles/bulk?by=addresses")
                .file("list.txt", new byte[0])
                .with("addresses", address)
                .makes("bulk_item where address = '" + address + "'")
                .wrong("addresses", "nine trees and no address of anything", "We found no web address");
    }

    private Form checksOfOthers() {
        String publisher = "Sample Checkers " + UUID.randomUUID();
        String file = "external_id,text\n1,Nine trees were planted.\n";
        return Form.of("checks of others", "/desk/imports")
                .by(Role.ADMIN)
                .file("checks.csv", file.getBytes(UTF_8))
                .with("publisher", publisher)
                .makes("claim_import where publisher = '" + publisher + "'")
                .tooLong("publisher", 200);
    }

    private Form candidate() {
        String[] marked = marked();
        String wording = "The sample town planted nine trees " + UUID.randomUUID();
        String claims = "/desk/articles/" + marked[0] + "/candidates/" + marked[1] + "/claim";
        return Form.of("candidate accepted", claims)
                .hidden("version", 0)
                .with("wording", wording)
                .with("kind", "STATEMENT")
                .with("mode", "SAID")
                .with("speaker", "Newly Named " + UUID.randomUUID())
                .makes("claim where wording = '" + wording + "'")
                .wrong("wording", " ", "Write the claim in one plain sentence")
                .tooLong("wording", 1_000)
                .tooLong("speaker", 200)
                .wrong("kind", "RUMOUR", "Choose whether")
                .wrong("mode", "SUNG", "own words")
                .wrong("saidOn", "soon", "Write the date like")
                .goneBackTo("wording", "The sample town planted six trees in one spring.", "has decided on this")
                .overtakenBy(
                        () -> drafts.mira()
                                .post(claims.replace("/claim", "/dismissal"), "version", "0", "reason", "VAGUE")
                                .statusCode(303),
                        "Mira Okafor has decided on this candidate already");
    }

    private Form batch() {
        String[] marked = marked();
        return Form.of("selected candidates", "/desk/inbox/batches")
                .hidden("inbox", "queue=todo")
                .with("picked", marked[1] + ".0")
                .with("action", "DISMISSED")
                .with("reason", "VAGUE")
                .makes("candidate_batch_item where candidate_id = " + marked[1])
                .wrong("picked", "all of them", "Select at least one candidate")
                .wrongAt("picked", "action", "EATEN", "Choose what to do")
                .wrongAt("batch-reason", "reason", "BORING", "Say why they are not worth a check")
                .overtakenBy(
                        () -> drafts.mira()
                                .post(
                                        "/desk/inbox/batches",
                                        "picked",
                                        marked[1] + ".0",
                                        "action",
                                        "SNOOZED",
                                        "until",
                                        "week")
                                .statusCode(303),
                        "were changed meanwhile, so nothing was done");
    }

    private Form view() {
        var keeper = people.named("Keeper " + UUID.randomUUID(), Role.CHECKER);
        return Form.of("saved view", "/desk/inbox/views")
                .ofTheirOwn(keeper)
                .hidden("inbox", "queue=todo&q=trees")
                .with("name", "Trees of the sample town")
                .makes("inbox_view where account_id = " + keeper.id)
                .tooLong("name", 60);
    }

    /** An article and a candidate of it that a person marked. */
    private String[] marked() {
        String words = "We planted nine trees this year " + UUID.randomUUID();
        String article = Rows.ledTo(drafts.ana()
                .post(
                        "/desk/articles/new?by=text",
                        "text",
                        "The mayor spoke on Sunday before the town hall. “" + words + "”, she said.",
                        "title",
                        "Trees"));
        long id = Rows.numberIn(article, "/desk/articles/#");
        String candidate = Rows.ledTo(drafts.ana().post("/desk/articles/" + id + "/candidates", "words", words));
        return new String[] {"" + id, "" + Rows.numberIn(candidate, "candidate=#")};
    }
}
