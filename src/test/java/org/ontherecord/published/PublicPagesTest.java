package org.ontherecord.published;

import java.util.List;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.HtmlChecker;
import org.ontherecord.platform.TestClock;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Every public page as a strict reader of HTML sees it. */
@QuarkusTest
class PublicPagesTest {
    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Test
    void everyPageIsValidHtmlAndSetsNoCookie() throws Exception {
        clock.stopAt("2026-11-22T12:00:00Z");
        var promise = Known.promise(fixture);
        var corrected = Known.correctedStatement(fixture);
        var withdrawn = Known.withdrawnStatement(fixture);
        var open = Known.openPromise(fixture);
        var problems = new StringBuilder();
        for (String path : List.of(
                "/",
                "/claims",
                "/claims?q=war%20%22in&kind=promise",
                "/claims?q=nothing-of-this-kind",
                "/claims?verdict=withdrawn",
                "/claims/" + promise.number,
                "/claims/" + promise.number + "?as_of=2024-12-01T12:00:00Z",
                "/claims/" + promise.number + "/versions",
                "/claims/" + promise.number + "/versions/2",
                "/claims/" + promise.number + "/versions/5",
                "/claims/" + promise.number + "/versions/1..5",
                "/claims/" + corrected.number + "/versions/1..2",
                "/claims/" + withdrawn.number + "/versions/1",
                "/claims/" + open.number + "/versions/1..2",
                "/claims?as_of=2024-12-01",
                "/people?as_of=2024-12-01",
                "/people/" + promise.speaker() + "?as_of=2024-12-01",
                "/articles?as_of=2030-12-01",
                "/articles/" + promise.article() + "?as_of=2024-12-01",
                "/claims/" + corrected.number,
                "/claims/" + withdrawn.number,
                "/claims/" + open.number,
                "/people",
                "/people/" + promise.speaker(),
                "/people?q=trump",
                "/topics",
                "/topics/ukraine",
                "/articles",
                "/articles/" + promise.article(),
                "/how-we-rate",
                "/how-we-choose",
                "/about",
                "/corrections",
                "/corrections?page=9",
                "/feeds",
                "/accessibility",
                "/data",
                "/no-such-page")) {
            var answer = given().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(path.equals("/no-such-page") ? 404 : 200);
            assertThat(answer.header("Set-Cookie")).as(path).isNull();
            assertThat(answer.asString().replaceFirst("<script src=\"/js/search\\.js\\?v=\\w+\" defer></script>", ""))
                    .as(path)
                    .doesNotContain(" style=", "<script>", "<script src", "working copy", "NOT_FOUND");
            problems.append(HtmlChecker.problemsOf(answer.asString()).replaceAll("(?m)^(?=.)", path + " "));
        }
        assertThat(problems.toString().strip()).isEmpty();
    }
}
