package org.ontherecord.published;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class ClaimApiTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void aProgramReadsWhatAReaderSees() {
        long number = Known.promise(fixture).number;
        given().get("/api/v1/claims/" + number)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body(
                        "number", equalTo((int) number),
                        "id", equalTo("C-" + number),
                        "page", equalTo("/claims/" + number + "-ill-have-that-done-in-24-hours"),
                        "kind", equalTo("promise"),
                        "headline", equalTo("I'll have that done in 24 hours."),
                        "speaker.name", equalTo("Donald Trump"),
                        "topics", equalTo(List.of("Foreign policy", "Ukraine")),
                        "verdict.code", equalTo("promise.broken"),
                        "verdict.label", equalTo("Broken"),
                        "verdict.scale", equalTo("promise"),
                        "verdict.role", equalTo("neg2"),
                        "verdict.final", equalTo(true),
                        "verdict.rating_value", nullValue(),
                        "verdict.in_force_from", equalTo("2026-02-24"),
                        "verdict.published_at", equalTo("2026-02-24T10:00:00Z"),
                        "verdicts", hasSize(5),
                        "verdicts.code",
                                equalTo(List.of(
                                        "promise.broken",
                                        "promise.broken",
                                        "promise.stalled",
                                        "promise.in-the-works",
                                        "promise.not-yet-rated")),
                        "first_said.date", equalTo("2023-03-04"),
                        "first_said.precision", equalTo("day"),
                        "times_said.count", equalTo(53),
                        "times_said.at_least", equalTo(true),
                        "deadline.at", equalTo("2025-01-21T17:00:00Z"),
                        "deadline.zone", equalTo("America/New_York"),
                        "deadline.date", equalTo("2025-01-21"),
                        "criteria", containsString("ceasefire"),
                        "evidence.stance", equalTo(List.of("context", "context", "contradicts")),
                        "evidence.primary", equalTo(List.of(true, true, false)),
                        "withdrawn", equalTo(false),
                        "scale", nullValue(),
                        "also_on_record", nullValue());
    }

    @Test
    void theTimelineIsInOrderAndNamesWhatHappened() {
        long number = Known.promise(fixture).number;
        var events = given().get("/api/v1/claims/" + number).jsonPath();
        assertThat(events.getList("events.type"))
                .containsExactly(
                        "said",
                        "said",
                        "said",
                        "said",
                        "said",
                        "reported",
                        "verdict",
                        "verdict",
                        "verdict",
                        "deadline",
                        "verdict",
                        "check");
        assertThat(events.getList("events.date", String.class)).isSorted();
        assertThat(events.getList("events.findAll { it.first }.date")).containsExactly("2023-03-04");
        assertThat(events.getList("events.findAll { it.type == 'verdict' }.verdict"))
                .containsExactly("promise.not-yet-rated", "promise.in-the-works", "promise.stalled", "promise.broken");
        assertThat(events.getString("events.find { it.type == 'deadline' }.deadline.zone"))
                .isEqualTo("America/New_York");
    }

    @Test
    void quotesPointIntoTheSnapshotByCodePoints() {
        long number = Known.promise(fixture).number;
        var json = given().get("/api/v1/claims/" + number).jsonPath();
        String quote = "appearances.find { it.quote.exact.startsWith(\"I'll have\") }.quote";
        int start = json.getInt(quote + ".start");
        int end = json.getInt(quote + ".end");
        int[] text = Known.TEXT.codePoints().toArray();
        assertThat(new String(text, start, end - start)).isEqualTo("I'll have that done in 24 hours");
        assertThat(json.getString(quote + ".snapshot_sha256")).hasSize(64);
    }

    @Test
    void theRecordCanBeAskedAsOfADay() {
        long number = Known.promise(fixture).number;
        given().queryParam("as_of", "2024-12-31")
                .get("/api/v1/claims/" + number)
                .then()
                .statusCode(200)
                .body("verdict.code", equalTo("promise.in-the-works"), "verdicts", hasSize(2));
        given().queryParam("as_of", "2025-01-22T14:04:59Z")
                .get("/api/v1/claims/" + number)
                .then()
                .body("verdict.code", equalTo("promise.stalled"));
        given().queryParam("as_of", "2025-01-22T14:05:00Z")
                .get("/api/v1/claims/" + number)
                .then()
                .body("verdict.code", equalTo("promise.broken"));
        given().queryParam("as_of", "2024-11-07")
                .get("/api/v1/claims/" + number)
                .then()
                .statusCode(404);
    }

    @Test
    void anAppearanceWaitsForAVerdictThatTwoPeopleStandBehind() {
        String word = "Word" + UUID.randomUUID();
        long snapshot =
                fixture.snapshot("Sample Gazette", word, "2026-10-01", null, "He said it: again " + word + " and on.");
        var claim = Known.promise(fixture)
                .appears("SAID", snapshot, "again " + word, "2026-09-30", null, "2026-10-02T08:00:00Z");
        given().get("/api/v1/claims/" + claim.number).then().body("appearances", hasSize(4));
        given().queryParam("q", word).get("/api/v1/claims").then().body("total", equalTo(0));
        given().get("/articles/" + fixture.articleOf(snapshot)).then().statusCode(404);
        claim.verdict(
                "CONFIRMATION", "broken", "2026-10-03", "2026-10-03T08:00:00Z", "Still so.", "A repeat was added.");
        given().get("/api/v1/claims/" + claim.number).then().body("appearances", hasSize(5));
        given().queryParam("q", word).get("/api/v1/claims").then().body("claims.number", equalTo(List.of((int)
                claim.number)));
        given().get("/articles/" + fixture.articleOf(snapshot)).then().statusCode(200);
        given().queryParam("as_of", "2026-10-02")
                .get("/api/v1/claims/" + claim.number)
                .then()
                .body("appearances", hasSize(4));
    }

    @Test
    void aMovedDeadlineIsTheDifferenceOfTwoPublications() {
        long number = Known.openPromise(fixture).number;
        var json = given().get("/api/v1/claims/" + number).jsonPath();
        assertThat(json.getList("events.findAll { it.type == 'deadline' }.deadline.at"))
                .containsExactly("2027-03-31T22:00:00Z", "2027-06-30T22:00:00Z");
        assertThat(json.getString("events.find { it.deadline?.moved_to }.deadline.moved_to"))
                .isEqualTo("2027-06-30T22:00:00Z");
        assertThat(json.getString("events.find { it.deadline?.moved_to }.deadline.moved_on"))
                .isEqualTo("2026-11-02");
    }

    @Test
    void aWithdrawnClaimHasNoRatingButKeepsItsRecord() {
        long number = Known.withdrawnStatement(fixture).number;
        given().get("/api/v1/claims/" + number)
                .then()
                .body(
                        "withdrawn",
                        equalTo(true),
                        "verdict.code",
                        equalTo("withdrawn"),
                        "verdict.rating_value",
                        nullValue(),
                        "verdict.final",
                        equalTo(false),
                        "verdicts.code",
                        equalTo(List.of("withdrawn", "accuracy.half-true")));
        given().queryParam("verdict", "withdrawn")
                .queryParam("limit", 100)
                .get("/api/v1/claims")
                .then()
                .body("claims.number", hasItem((int) number));
        given().queryParam("verdict", "accuracy.half-true")
                .queryParam("limit", 100)
                .get("/api/v1/claims")
                .then()
                .body("claims.withdrawn", everyItem(equalTo(false)));
    }

    @Test
    void filtersNarrowAndTheLinkHeaderLeadsOn() {
        String topic = "Topic " + UUID.randomUUID();
        long person = fixture.speaker("Sam Lister");
        for (int i = 0; i < 5; i++) {
            fixture.statement("Listed claim " + i + " with O’Brien’s “words”.")
                    .by(person)
                    .topics(topic)
                    .verdict(
                            "ORIGINAL",
                            i == 0 ? "true" : "false",
                            "2026-01-0" + (i + 1),
                            "2026-01-0" + (i + 1) + "T00:00:00Z",
                            "So it is.",
                            "First.");
        }
        var first = given().queryParam("topic", topic.toUpperCase())
                .queryParam("limit", 2)
                .get("/api/v1/claims");
        assertThat(first.jsonPath().getInt("total")).isEqualTo(5);
        assertThat(first.jsonPath().getList("claims.wording", String.class))
                .allMatch(w -> w.startsWith("Listed claim"))
                .hasSize(2);
        var seen = new java.util.ArrayList<Integer>(first.jsonPath().getList("claims.number"));
        String next = link(first.header("Link"), "next");
        while (next != null) {
            var page = given().urlEncodingEnabled(false).get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.jsonPath().getList("claims.number"));
            next = link(page.header("Link"), "next");
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        given().queryParam("person", person)
                .queryParam("verdict", "accuracy.true")
                .get("/api/v1/claims")
                .then()
                .body("total", equalTo(1));
        given().queryParam("person", person)
                .queryParam("kind", "promise")
                .get("/api/v1/claims")
                .then()
                .body("claims", empty());
        given().queryParam("person", person)
                .queryParam("q", "o'brien's \"words\"")
                .get("/api/v1/claims")
                .then()
                .body("total", equalTo(5));
        given().queryParam("person", person)
                .queryParam("q", "100%")
                .get("/api/v1/claims")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void anUnknownValueIsRefusedWithWhatThereIs() {
        refused("kind", "promises", "promise, statement");
        refused("verdict", "broken", "promise.broken");
        refused("sort", "random", "published, said, times, deadline");
        refused("limit", "101", "from 1 to 100");
        refused("page", "x", "from 1 to");
        refused("person", "Trump", "number of a person");
        refused("as_of", "yesterday", "2025-01-31");
        refused("sprt", "said", "sort");
    }

    private static void refused(String parameter, String value, String says) {
        given().queryParam(parameter, value)
                .get("/api/v1/claims")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400), "title", notNullValue(), "detail", containsString(says));
    }

    @Test
    void aCopyAtHandIsNotSentAgain() {
        long number = Known.correctedStatement(fixture).number;
        for (String path :
                List.of("/api/v1/claims?person=1", "/claims", "/how-we-rate", "/claims/" + number + "/timeline.csv")) {
            String tag = given().get(path)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=60, stale-while-revalidate=600")
                    .extract()
                    .header("ETag");
            given().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", tag);
            given().header("If-None-Match", "W/\"other\"").get(path).then().statusCode(200);
        }
    }

    @Test
    void theOpenApiDocumentDescribesEveryFieldAndNothingOfTheDesk() {
        var api =
                given().accept("application/json").get("/q/openapi?format=json").jsonPath();
        assertThat(api.getMap("paths").keySet())
                .asInstanceOf(InstanceOfAssertFactories.collection(String.class))
                .filteredOn(path -> !path.startsWith("/api/test/"))
                .containsExactlyInAnyOrder(
                        "/api/v1/check-worthiness",
                        "/api/v1/extractions",
                        "/api/v1/imports",
                        "/api/v1/imports/{id}",
                        "/api/v1/matches",
                        "/api/v1/claims",
                        "/api/v1/claims/{number}",
                        "/api/v1/claims/{number}/claimreview",
                        "/api/v1/claims/{number}/versions",
                        "/api/v1/claims/{number}/versions/{version}",
                        "/oembed");
        assertThat(api.getList("paths.'/api/v1/claims'.get.parameters.name"))
                .containsExactlyInAnyOrder(
                        "q",
                        "kind",
                        "verdict",
                        "person",
                        "topic",
                        "from",
                        "to",
                        "year",
                        "language",
                        "sort",
                        "page",
                        "limit",
                        "as_of");
        Map<String, Map<String, Object>> schemas = api.getMap("components.schemas");
        assertThat(schemas).containsKeys("PublishedClaim", "ClaimAnswer", "TimelineEvent");
        schemas.forEach((name, schema) -> properties(schema)
                .forEach((field, described) -> assertThat(described)
                        .as(name + "." + field)
                        .satisfies(it -> assertThat(it.get("description") != null || described(schemas, it.get("$ref")))
                                .as(name + "." + field)
                                .isTrue())));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> properties(Map<String, Object> schema) {
        return (Map<String, Map<String, Object>>) schema.getOrDefault("properties", Map.of());
    }

    /** A field without words of its own may lean on those of its type. */
    private static boolean described(Map<String, Map<String, Object>> schemas, Object reference) {
        return reference != null
                && schemas.get(reference.toString().replaceAll(".*/", "")).get("description") != null;
    }

    private static String link(String header, String relation) {
        var found = java.util.regex.Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"")
                .matcher(header);
        return found.find() ? found.group(1) : null;
    }
}
