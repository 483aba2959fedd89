package org.ontherecord.journeys.forms;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;

import org.ontherecord.account.Role;

/** The forms by which a claim is written down and worked on. */
@QuarkusTest
class ClaimFormsTest extends FormFaults {
    private static final String REASON = "It planted six, as its own list of trees says.";

    @Inject
    Drafts drafts;

    @Override
    protected List<Form> forms() {
        return List.of(newClaim(), editor(), contact(), reply(), relation(), speaker(), speakerChanged());
    }

    private Form newClaim() {
        String wording = "The sample town planted nine trees " + UUID.randomUUID();
        return Form.of("new claim", "/desk/claims")
                .with("wording", wording)
                .with("kind", "STATEMENT")
                .with("speaker", "Newly Named " + UUID.randomUUID())
                .with("said-quote", "We planted nine trees.")
                .with("said-source_title", "A speech made up for this test")
                .with("said-date", "spring 2023")
                .makes("claim where wording = '" + wording + "'")
                .tooLong("wording", 1_000)
                .tooLong("speaker", 200)
                .tooLong("said-quote", 5_000)
                .tooLong("said-source_title", 500)
                .tooLong("said-occasion", 300)
                .wrong("kind", "RUMOUR", "Choose whether it is a promise")
                .wrong("said-date", "31 Feb 2024", "Write the date like")
                .wrong("said-date", "2199", "has not come yet")
                .wrong("said-source_url", "javascript:alert(1)", "full web address");
    }

    private Form editor() {
        long claim = drafts.claim();
        String path = "/desk/claims/" + claim + "/revisions";
        return Form.of("claim editor", path)
                .hidden("version", 0)
                .hidden("base", 0)
                .hidden("do", "save")
                .with("wording", "The sample town planted nine trees in one spring.")
                .with("kind", "STATEMENT")
                .with("reason", REASON)
                .with("evidence-0-source", "The sample town")
                .with("evidence-0-title", "List of trees")
                .with("evidence-0-stance", "CONTRADICTS")
                .makes("revision r join review v on v.id = r.review_id where v.claim_id = " + claim)
                .wrong("wording", "", "Give the claim in plain words.")
                .tooLong("wording", 1_000)
                .tooLong("headline", 500)
                .tooLong("capacity", 200)
                .tooLong("reason", 200)
                .tooLong("body", 50_000)
                .tooLong("note", 2_000)
                .tooLong("evidence-0-title", 500)
                .tooLong("evidence-0-quote", 5_000)
                .wrong("kind", "RUMOUR", "Choose whether it is a promise")
                .wrong("rating", "splendid", "not on the scale")
                .wrong("language", "the one they spoke", "as a code")
                .wrong("in_force_from", "soon", "Write the date like")
                .wrong("in_force_from", "Nov 2024", "This needs a day")
                .wrong("evidence-0-dated_on", "2199-01-01", "has not come yet")
                .wrong("evidence-0-url", "ftp://trees.example", "full web address")
                .wrong("evidence-0-stance", "LIKES", "what source 1 does to the claim")
                .wrong("deadline_date", "2027-01-01", "Only promises have a deadline")
                .wrong("counted-times", "many", "Give the number of times")
                .overtakenBy(
                        () -> drafts.mira()
                                .post(
                                        path,
                                        "version",
                                        "0",
                                        "base",
                                        "0",
                                        "do",
                                        "save",
                                        "wording",
                                        "The sample town planted nine trees in one spring.",
                                        "kind",
                                        "STATEMENT",
                                        "reason",
                                        "Mira was here first.")
                                .statusCode(303),
                        "Mira was here first.");
    }

    private Form contact() {
        long claim = drafts.claim();
        return Form.of("whom we asked", "/desk/claims/" + claim + "/contacts")
                .with("asked", "the sample town's press office")
                .with("way", "PHONE")
                .with("asked_on", "3 Nov 2024")
                .with("question", "How many trees were planted, and where is the list?")
                .with("shown", "yes")
                .makes("contact_attempt where claim_id = " + claim)
                .tooLong("asked", 200)
                .tooLong("question", 2_000)
                .wrong("way", "PIGEON", "Choose how")
                .wrong("asked_on", "Nov 2024", "This needs a day")
                .wrong("asked", "press@town.example", "private address");
    }

    private Form reply() {
        long claim = drafts.claim();
        String contacts = "/desk/claims/" + claim + "/contacts";
        drafts.ana()
                .post(
                        contacts,
                        "asked",
                        "the mayor's office",
                        "way",
                        "LETTER",
                        "asked_on",
                        "3 Nov 2024",
                        "question",
                        "How many trees?")
                .statusCode(303);
        long contact = rows.number("select id from contact_attempt where claim_id = " + claim);
        String replies = contacts + "/" + contact + "/replies";
        return Form.of("what they answered", replies)
                .hidden("seen", 0)
                .with("outcome-" + contact, "ANSWERED")
                .with("on_day-" + contact, "5 Nov 2024")
                .with("words-" + contact, "We had planted nine trees by then.")
                .makes("contact_reply where attempt_id = " + contact)
                .tooLong("words-" + contact, 500)
                .wrong("words-" + contact, "", "Write in a sentence or two")
                .wrong("words-" + contact, "Ring us at 030 12 34 56 78 90", "private address or number")
                .wrong("outcome-" + contact, "SHRUGGED", "Choose what came of it")
                .wrongAt("words-" + contact, "outcome-" + contact, "NO_ANSWER", "clear them")
                .wrong("on_day-" + contact, "2199-01-01", "has not come yet")
                .goneBackTo("words-" + contact, "We had planted six, on second thought.", "Read it first.")
                .overtakenBy(
                        () -> drafts.mira()
                                .post(
                                        replies,
                                        "seen",
                                        "0",
                                        "outcome-" + contact,
                                        "NO_ANSWER",
                                        "on_day-" + contact,
                                        "9 Nov 2024")
                                .statusCode(303),
                        "Mira Okafor wrote down meanwhile");
    }

    private Form relation() {
        long claim = drafts.claim();
        long other = drafts.claim();
        return Form.of("relation", "/desk/claims/" + claim + "/relations")
                .by(Role.EDITOR)
                .with("way", "SAME")
                .with("other", "C-" + other)
                .with("note", "Both are about the nine trees of the sample town.")
                .makes("claim_relation where claim_id = " + claim)
                .wrong("way", "COUSIN", "Say how the two claims stand")
                .wrong("other", "C-none", "number")
                .wrong("other", "C-" + claim, "")
                .wrong("other", "C-999999999999", "");
    }

    private Form speaker() {
        String name = "Sample Speaker " + UUID.randomUUID();
        return Form.of("person or body", "/desk/speakers")
                .with("name", name)
                .with("kind", "PERSON")
                .with("aliases", "The sample speaker of the sample town council")
                .with("wikidata_id", "")
                .with("role", "")
                .with("body", "")
                .with("from_on", "")
                .with("to_on", "")
                .makes("speaker where name = '" + name + "'")
                .tooLong("name", 200)
                .wrong("kind", "GHOST", "a person or a body")
                .wrong("wikidata_id", "42", "A Wikidata id is");
    }

    private Form speakerChanged() {
        String name = "Sample Speaker " + UUID.randomUUID();
        String address = Rows.ledTo(drafts.ana().post("/desk/speakers", "name", name, "kind", "PERSON"))
                .replaceFirst("\\?.*", "");
        long speaker = Rows.numberIn(address, "/desk/speakers/#");
        long version = rows.number("select version from speaker where id = " + speaker);
        return Form.of("person or body changed", address)
                .hidden("version", version)
                .with("name", name)
                .with("kind", "PERSON")
                .with("aliases", "The sample speaker of the sample town council")
                .makes(
                        "audit_event where action = 'speaker described' and new_value ->> 'aliases' like '%town council%' and subject_id = "
                                + speaker)
                .tooLong("name", 200)
                .wrong("kind", "GHOST", "a person or a body")
                .overtakenBy(
                        () -> drafts.mira()
                                .post(
                                        address,
                                        "version",
                                        "" + version,
                                        "name",
                                        name,
                                        "kind",
                                        "PERSON",
                                        "aliases",
                                        "Mira's other name")
                                .statusCode(303),
                        "Somebody else changed this while you were writing");
    }
}
