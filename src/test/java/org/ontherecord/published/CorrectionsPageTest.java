package org.ontherecord.published;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
class CorrectionsPageTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void theLogSaysWhatWasWrongAndLeadsToWhatChanged() {
        var claim = fixture.statement("The bridge is the longest, we had written.")
                .by("Robin Corrigible")
                .verdict("ORIGINAL", "false", "2026-11-01", "2026-11-21T10:00:00Z", "It is not.", "First.")
                .verdict("CORRECTION", "true", "2026-11-01", "2026-11-21T11:00:00Z", "It is.", "We measured wrongly.")
                .verdict("CLARIFICATION", "true", "2026-11-01", "2026-11-21T12:00:00Z", "It is.", "In metres.")
                .verdict("WITHDRAWAL", "true", "2026-11-01", "2026-11-21T13:00:00Z", "x", "It is another bridge.");
        String page = given().get("/corrections").asString();
        String versions = "/claims/" + claim.number + "/versions/";
        assertThat(page.replaceAll("\\s+", " "))
                .containsSubsequence(
                        "<strong>Withdrawal</strong>",
                        "It is another bridge.",
                        versions + "3..4",
                        "<strong>Clarification</strong> <span>no change, still</span>",
                        "In metres.",
                        versions + "2..3",
                        "<strong>Correction</strong>",
                        "False",
                        "→",
                        "True",
                        "We measured wrongly.",
                        "Robin Corrigible · C-" + claim.number,
                        versions + "1..2");
        assertThat(page).doesNotContain(versions + "0..1");
    }

    @Test
    void itSaysWhatIsCorrectedAndWhereToReportAnError() {
        given().get("/corrections")
                .then()
                .body(
                        containsString("reopens the check"),
                        containsString("id=\"report\""),
                        containsString("/feeds/corrections.atom"),
                        containsString("not to say that this newsroom is a member"));
        given().get("/claims").then().body(containsString("<a href=\"/corrections\""));
    }

    @Test
    void everyListCanBeFollowed() {
        given().get("/claims?kind=promise&sort=times")
                .then()
                .body(
                        containsString("type=\"application/atom+xml\" title=\"Follow this list\""
                                + " href=\"/feeds/claims.atom?kind=promise\""),
                        containsString("<a href=\"/feeds/claims.atom?kind=promise\""));
        var claim = Known.promise(fixture);
        given().get("/people/" + claim.speaker())
                .then()
                .body(containsString("<a href=\"/feeds/claims.atom?person=" + claim.speaker() + "\""));
    }
}
