package org.ontherecord.journeys.forms;

import java.util.List;
import java.util.Random;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;

import org.ontherecord.account.Role;
import org.ontherecord.published.PublishedFixture;

/** The forms about what readers see: their challenges and our answers, deadlines that passed, claims with two numbers. */
@QuarkusTest
class PublishedFormsTest extends FormFaults {
    @Inject
    PublishedFixture fixture;

    @Inject
    Drafts drafts;

    @Override
    protected List<Form> forms() {
        return List.of(challenge(), answer(), deadline(), merge(), mergeTakenBack());
    }

    private Form challenge() {
        long claim = published("The sample harbour has forty cranes.");
        return Form.of("challenge of a reader", "/claims/" + claim + "/challenge")
                .forEverybody()
                .with("about", "VERDICT")
                .with("words", "The port counts 41 cranes, as its report says " + UUID.randomUUID())
                .with("source", "https://port.example/report-of-the-year")
                .makes("challenge where claim_id = " + claim)
                .tooLong("words", 2_000)
                .wrongAt("about-verdict", "about", "RUMOUR", "Choose what is wrong.")
                .wrong("words", "It is wrong.", "Say in a sentence or two")
                .wrong("words", "Look: " + "https://port.example/ ".repeat(4), "at most 3 addresses")
                .wrong("source", "javascript:alert(document.title)", "begins with https://")
                .wrong("homepage", "shop.example", "Leave this field empty");
    }

    private Form answer() {
        long claim = published("The sample harbour has forty cranes.");
        long challenge = challenged(claim);
        String answers = "/desk/challenges/" + challenge + "/answers";
        return Form.of("answer to a challenge", answers)
                .by(Role.EDITOR)
                .hidden("seen", 0)
                .with("outcome", "KEPT")
                .with("words", "The report you name is of another year.")
                .with("timeline", "yes")
                .makes("challenge_answer where challenge_id = " + challenge)
                .wrongAt("outcome-" + challenge, "outcome", "SHRUGGED", "Choose what became of it.")
                .wrongAt("words-" + challenge, "words", "", "Answer the reader in a sentence or two")
                .wrongAt("words-" + challenge, "words", "x".repeat(501), "501 characters; 500 are allowed")
                .goneBackTo("words", "On second thought, it is of the same year.", "Jonas Lindqvist has answered")
                .overtakenBy(
                        () -> drafts.ida()
                                .post(
                                        answers,
                                        "seen",
                                        "0",
                                        "outcome",
                                        "DECLINED",
                                        "words",
                                        "The port itself says forty.")
                                .statusCode(303),
                        "Ida Sample has answered this challenge");
    }

    private Form deadline() {
        long claim = fixture.promise("The sample bridge opens this spring.")
                .due("2026-04-30T21:59:59Z", "Europe/Paris", "The end of that day.")
                .verdict("ORIGINAL", "in-the-works", "2026-03-01", "2026-03-01T08:00:00Z", "By the plan.", "First.")
                .number;
        rows.change("insert into deadline_passing (claim_id, deadline_at, deadline_zone, noted_at)"
                + " select claim_id, deadline_at, deadline_zone, deadline_at from promise_deadline where claim_id = "
                + claim
                + " on conflict do nothing");
        long passing = rows.number("select id from deadline_passing where claim_id = " + claim);
        String notes = "/desk/deadlines/" + passing + "/notes";
        return Form.of("deadline set aside", notes)
                .hidden("page", 1)
                .with("note", "The bridge was opened on the first of April.")
                .makes("deadline_passing where set_aside_at is not null and id = " + passing)
                .wrongAt("note-" + passing, "note", " ", "Say in a sentence why")
                .wrongAt("note-" + passing, "note", "x".repeat(501), "501 characters; 500 are allowed")
                .goneBackTo("note", "It was opened on the second of April.", "Ana Ferrand has set this deadline")
                .overtakenBy(
                        () -> drafts.mira()
                                .post(notes, "note", "A verdict is being written.")
                                .statusCode(303),
                        "Mira Okafor has set this deadline");
    }

    private Form merge() {
        long lost = published("The sample tunnel swallowed ninety crowns.");
        long kept = published("The sample tunnel cost ninety crowns.");
        String merges = "/desk/claims/" + lost + "/merges";
        return Form.of("merge of two claims", merges)
                .by(Role.EDITOR)
                .hidden("into", "C-" + kept)
                .hidden("seen", seen(lost, kept))
                .with("reason", "Both are about what the tunnel cost.")
                .makes("claim_merge where claim_id = " + lost)
                .wrong("reason", " ", "Say in a sentence why")
                .wrong("reason", "x".repeat(301), "301 characters; 300 are allowed")
                .wrong("into", "C-999999999999", "There is no claim of that number")
                .wrong("into", "C-" + lost, "That is this claim itself")
                .goneBackTo("reason", "Both are about the tunnel of the town.", "Jonas Lindqvist has merged")
                .overtakenBy(
                        () -> rows.change("update claim set version = version + 1 where id = " + kept),
                        "was changed while you were deciding");
    }

    private Form mergeTakenBack() {
        long lost = published("The sample tunnel swallowed ninety crowns.");
        long kept = published("The sample tunnel cost ninety crowns.");
        String merges = "/desk/claims/" + lost + "/merges";
        drafts.jonas()
                .post(merges, "into", "C-" + kept, "seen", seen(lost, kept), "reason", "Both are about the tunnel.")
                .statusCode(303);
        long merge = rows.number("select id from claim_merge where claim_id = " + lost);
        String reversal = merges + "/" + merge + "/reversal";
        return Form.of("merge taken back", reversal)
                .by(Role.EDITOR)
                .with("reason", "They are two tunnels of two towns.")
                .makes("merge_reversal where merge_id = " + merge)
                .wrongAt("reason-" + merge, "reason", "", "Say in a sentence why")
                .wrongAt("reason-" + merge, "reason", "x".repeat(301), "301 characters; 300 are allowed")
                .goneBackTo("reason", "They are two tunnels, as their plans say.", "has taken this merge back")
                .overtakenBy(
                        () -> drafts.ida()
                                .post(reversal, "reason", "One is a bridge.")
                                .statusCode(303),
                        "Ida Sample has taken this merge back already.");
    }

    private String seen(long lost, long kept) {
        return Jsoup.parse(drafts.jonas()
                        .get("/desk/claims/" + lost + "/merges?into=C-" + kept)
                        .statusCode(200)
                        .extract()
                        .asString())
                .select("main [name=seen]")
                .val();
    }

    private long challenged(long claim) {
        String publicId = new Random()
                .ints(10, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        rows.change("""
                insert into challenge (public_id, claim_id, verdict_number, about, words, words_sha256, received_at)
                values ('%1$s', %2$d, 1, 'VERDICT', 'The port counts 41 cranes.', encode(sha256('%1$s'), 'hex'), '2026-01-03T08:00:00Z')""".formatted(publicId, claim));
        return rows.number("select id from challenge where public_id = '" + publicId + "'");
    }

    private long published(String wording) {
        return fixture.statement(wording)
                .by("Robin Quaymaster")
                .verdict("ORIGINAL", "half-true", "2026-01-02", "2026-01-02T08:00:00Z", "In part.", "First.")
                .number;
    }
}
