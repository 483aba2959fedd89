package org.ontherecord.journeys.forms;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;

import org.ontherecord.account.Role;

/** The forms by which a draft is talked about, decided on and published. */
@QuarkusTest
class ReviewFormsTest extends FormFaults {
    @Inject
    Drafts drafts;

    @Override
    protected List<Form> forms() {
        return List.of(comment(), decision(), publication());
    }

    private Form comment() {
        long claim = drafts.inReview();
        return Form.of("comment on a field", "/desk/claims/" + claim + "/fields/reason/comments")
                .hidden("revision", drafts.newest(claim))
                .with("text", "By whose list? The forest office counts otherwise.")
                .makes(
                        "field_comment c join revision r on r.id = c.revision_id join review v on v.id = r.review_id where v.claim_id = "
                                + claim)
                .tooLong("text", 2_000);
    }

    private Form decision() {
        long claim = drafts.inReview();
        String seen = String.valueOf(drafts.newest(claim));
        String handovers = "/desk/claims/" + claim + "/review/handovers";
        return Form.of("review decision", handovers)
                .by(Role.EDITOR)
                .hidden("revision", seen)
                .with("step", "RETURNED")
                .with("note", "Please name the office that counted the trees.")
                .makes("handover h join review v on v.id = h.review_id where h.step = 'RETURNED' and v.claim_id = "
                        + claim)
                .wrong("step", "PERHAPS", "Choose whether to approve")
                .tooLong("note", 2_000)
                .wrong("note", "", "Say in the note what should change")
                .goneBackTo("note", "Please name the office, and the year.", "Only a version in review")
                .overtakenBy(
                        () -> drafts.ana()
                                .post(handovers, "revision", seen, "step", "TAKEN_BACK")
                                .statusCode(303),
                        "Only a version in review can be returned.");
    }

    private Form publication() {
        long claim = drafts.approved();
        String seen = String.valueOf(drafts.newest(claim));
        String verdicts = "/desk/reviews/" + drafts.review(claim) + "/verdicts";
        return Form.of("publication", verdicts)
                .by(Role.EDITOR)
                .hidden("revision", seen)
                .with("kind", "ORIGINAL")
                .with("public_reason", "The first verdict of a newsroom that exists in tests only.")
                .makes("verdict where claim_id = " + claim)
                .wrongAt("publication-kind", "kind", "RUMOUR", "Choose what kind of change")
                .wrongAt("publication-kind", "kind", "UPDATE", "publish it as the original")
                .wrong("public_reason", "", "Readers are owed a reason")
                .tooLong("public_reason", 500)
                .goneBackTo(
                        "public_reason",
                        "Pressed again after going back.",
                        "This version is public already, published by Jonas")
                .overtakenBy(
                        () -> drafts.ida()
                                .post(verdicts, "revision", seen, "kind", "ORIGINAL", "public_reason", "Ida was first.")
                                .statusCode(303),
                        "This version is public already, published by Ida");
    }
}
