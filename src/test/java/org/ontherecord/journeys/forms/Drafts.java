package org.ontherecord.journeys.forms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;

/** Claims of an invented town, as far as a form needs them to be. */
@ApplicationScoped
public class Drafts {
    private final People people;
    private final Rows rows;

    Drafts(People people, Rows rows) {
        this.people = people;
        this.rows = rows;
    }

    public DeskBrowser ana() {
        return DeskBrowser.with(people.cookieOf(people.checker()));
    }

    public DeskBrowser mira() {
        return DeskBrowser.with(people.cookieOf(people.secondChecker()));
    }

    public DeskBrowser jonas() {
        return DeskBrowser.with(people.cookieOf(people.editor()));
    }

    public DeskBrowser ida() {
        return DeskBrowser.with(people.cookieOf(people.secondEditor()));
    }

    public long claim() {
        return Rows.numberIn(
                Rows.ledTo(ana().post(
                                "/desk/claims",
                                "wording",
                                "The sample town planted nine trees " + UUID.randomUUID(),
                                "kind",
                                "STATEMENT",
                                "speaker",
                                "Newly Named " + UUID.randomUUID(),
                                "said-quote",
                                "We planted nine trees.",
                                "said-source_title",
                                "A speech made up for this test")),
                "/desk/claims/#");
    }

    /** One whose first version waits for an editor, with all that publishing wants. */
    public long inReview() {
        long claim = claim();
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "version", "0",
                "base", "0",
                "wording", "The sample town planted nine trees in one spring.",
                "kind", "STATEMENT",
                "speaker", "Robin of the sample town " + UUID.randomUUID(),
                "rating", "false",
                "in_force_from", "2024-11-09",
                "reason", "It planted six, as its own list of trees says.",
                "body", "We read the list.",
                "do", "submit"));
        for (int i = 0; i < 2; i++) {
            values.put("evidence-" + i + "-source", i == 0 ? "The sample town" : "A sample paper");
            values.put("evidence-" + i + "-title", "List of trees");
            values.put("evidence-" + i + "-stance", "CONTRADICTS");
            values.put("evidence-" + i + "-primary", i == 0 ? "yes" : "");
        }
        ana().post("/desk/claims/" + claim + "/revisions", Rows.flat(values)).statusCode(303);
        return claim;
    }

    /** The same, and an editor has approved it. */
    public long approved() {
        long claim = inReview();
        jonas().post("/desk/claims/" + claim + "/review/handovers", "revision", "" + newest(claim), "step", "APPROVED")
                .statusCode(303);
        return claim;
    }

    public long newest(long claim) {
        return rows.number(
                "select max(r.id) from revision r join review v on v.id = r.review_id where v.claim_id = " + claim);
    }

    public long review(long claim) {
        return rows.number("select id from review where claim_id = " + claim);
    }
}
