package org.ontherecord.claim.imports;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.Keys;
import org.ontherecord.account.Role;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

/** Imports over HTTP, each step the test's own. People and publishers are invented. */
@QuarkusTest
class ImportTest {
    private static final String HEADER = "external_id,text,title,speaker,date,rating,url,publisher,language\n";

    @Inject
    Keys keys;

    @Inject
    ImportJob job;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    private final String mark = "m" + UUID.randomUUID().toString().substring(0, 8);
    private String key;

    @BeforeEach
    void isolate() {
        job.batchSize = 10;
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("update claim_import set state = 'FAILED', trouble = 'test',"
                                + " finished_at = started_at where state in ('QUEUED', 'RUNNING')")
                        .executeUpdate());
        clock.stopAt("2031-06-01T10:00:00Z");
        key = keys.fresh(Role.ADMIN);
    }

    @AfterEach
    void letItRun() {
        clock.run();
        job.batchSize = ImportJob.BATCH;
    }

    @Test
    void aFileIsTakenInAsClaimsWithAnotherPublishersCheck() {
        String address = started(HEADER + "a-1," + mark + " taxes fell by half.,Did taxes fall?,Jane Roe " + mark
                + ",2019-10-22,Mostly false,https://checkers.example/1,Checkers " + mark + ",en\n");
        answer(address)
                .body("state", equalTo("queued"))
                .body("total", equalTo(1))
                .body("done", equalTo(0));
        job.run();
        answer(address)
                .body("finished_at", notNullValue())
                .body("done", equalTo(1))
                .body("added", equalTo(1))
                .body("failed", equalTo(0));
        assertThat(rows(
                        "select c.wording || '|' || c.kind || '|' || s.name || '|' || e.rating || '|' || e.dated_on || '|' || e.url"
                                + " from claim c join speaker s on s.id = c.speaker_id join external_check e on e.claim_id = c.id"
                                + " where e.publisher = 'Checkers " + mark + "'"))
                .containsExactly(mark + " taxes fell by half.|STATEMENT|Jane Roe " + mark
                        + "|Mostly false|2019-10-22|https://checkers.example/1");
    }

    @Test
    void anImportIsDoneWhenItsClaimsAreFoundByMeaningToo() {
        String address = started(HEADER + lines(2, "False"));
        job.run();
        answer(address)
                .body("state", equalTo("running"))
                .body("done", equalTo(2))
                .body("waiting", equalTo(2));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "delete from claim_to_embed where claim_id in (select claim_id from external_check where publisher = 'Checkers "
                                        + mark + "')")
                        .executeUpdate());
        answer(address).body("state", equalTo("done")).body("waiting", equalTo(0));
    }

    @Test
    void theSameFileAgainChangesNothingAndAChangedRowIsOnlyReported() {
        String file = HEADER + lines(3, "False");
        taken(file);
        JsonPath again = taken(file);
        assertThat(again.getInt("known")).isEqualTo(3);
        assertThat(again.getInt("added")).isZero();
        JsonPath changed = taken(HEADER
                + lines(3, "True")
                + lines(4, "False").lines().skip(3).findFirst().orElseThrow());
        assertThat(changed.getInt("differing")).isEqualTo(3);
        assertThat(changed.getInt("added")).isEqualTo(1);
        assertThat(changed.getString("remarks[0].kind")).isEqualTo("differs");
        assertThat(changed.getString("remarks[0].column")).isEqualTo("rating");
        assertThat(changed.getString("remarks[0].reason")).contains("What is on record stays as it is.");
        assertThat(rows("select distinct rating from external_check where publisher = 'Checkers " + mark + "'"))
                .containsExactly("False");
        assertThat(claims()).isEqualTo(4);
    }

    @Test
    void wrongRowsAreReportedWithLineColumnAndReasonAndTheOthersComeIn() {
        JsonPath answer = taken(HEADER + lines(1, "False") + "b-2,,,,,,,Checkers " + mark + ",\n,Nobody knows me "
                + mark + ",,,,,,Checkers " + mark + ",\nb-4,It rained " + mark + ".,,,yesterday,,,Checkers " + mark
                + ",\n");
        assertThat(answer.getInt("failed")).isEqualTo(2);
        assertThat(answer.getInt("added")).isEqualTo(2);
        assertThat(answer.getList("errors.row")).containsExactly(3, 4);
        assertThat(answer.getList("errors.column")).containsExactly("text", "external_id");
        assertThat(answer.getString("errors[0].reason")).isEqualTo("“text” is empty. Write the claim there.");
        assertThat(answer.getString("errors[0].external_id")).isEqualTo("b-2");
        assertThat(answer.getList("remarks.column")).containsExactly("date");
    }

    @Test
    void aDryRunSaysWhatWouldHappenAndWritesNoClaim() {
        String file = HEADER + lines(2, "False") + lines(1, "True") + "b-2,,,,,,,P,\n";
        String address = location(send(file, "dry_run", "true").statusCode(202));
        job.run();
        answer(address)
                .body("dry_run", equalTo(true))
                .body("state", equalTo("done"))
                .body("waiting", equalTo(0))
                .body("added", equalTo(2))
                .body("differing", equalTo(1))
                .body("failed", equalTo(1));
        assertThat(claims()).isZero();
        assertThat(rows("select name from speaker where name like '%" + mark + "'"))
                .isEmpty();
    }

    @Test
    void aSpeakerIsMadeOnceAndFoundByNameOrAliasWhateverTheCase() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into speaker (name, slug, aliases, created_at) values ('Janet Roe " + mark
                                        + "', 'x', '{Minister Roe " + mark + "}', now())")
                        .executeUpdate());
        String rows = IntStream.range(0, 24)
                .mapToObj(i -> i + "," + mark + " claim " + i + ".,,"
                        + List.of("Minister ROE ", "janet roe ", "John Doe ", "JOHN DOE ")
                                .get(i % 4) + mark + ",,,,Checkers " + mark + ",\n")
                .collect(Collectors.joining());
        taken(HEADER + rows);
        assertThat(rows(
                        "select lower(s.name) || ' ' || count(*) from speaker s join claim c on c.speaker_id = s.id where s.name ilike '% "
                                + mark + "' group by s.id, s.name order by 1"))
                .containsExactly("janet roe " + mark + " 12", "john doe " + mark + " 12");
    }

    @Test
    void whatAKilledNodeHeldGoesOnAfterItsLeaseWithNoRowTwice() {
        String address = started(HEADER + lines(24, "False"));
        ImportJob.Taken lost = job.take().orElseThrow();
        batch(lost);
        job.run();
        answer(address).body("state", equalTo("running")).body("done", equalTo(10));
        clock.forward(ImportJob.LEASE);
        job.run();
        answer(address)
                .body("finished_at", notNullValue())
                .body("done", equalTo(24))
                .body("added", equalTo(24));
        job.work(lost);
        answer(address).body("done", equalTo(24)).body("known", equalTo(0));
        assertThat(claims()).isEqualTo(24);
    }

    @Test
    void twoNodesTakeEachRowInOnce() throws Exception {
        String file = HEADER + lines(150, "False");
        String one = started(file);
        String other = started(file);
        Callable<Void> node = () -> {
            job.run();
            return null;
        };
        var nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(claims()).isEqualTo(150);
        assertThat(answer(one).extract().jsonPath().getInt("added")
                        + answer(other).extract().jsonPath().getInt("added"))
                .isEqualTo(150);
        assertThat(rows("select name from speaker where name like '%" + mark + "'"))
                .hasSize(1);
    }

    @Test
    void anImportThatKillsItsNodeIsLeftAfterThreeTries() {
        String address = started(HEADER + lines(1, "False"));
        for (int i = 0; i < 3; i++) {
            assertThat(job.take()).isPresent();
            clock.forward(ImportJob.LEASE);
        }
        job.run();
        answer(address).body("state", equalTo("failed")).body("trouble", containsString("stopped three times"));
    }

    @Test
    void onlyAnAdministratorsKeyAndTheDemonstrationsMayImport() {
        String file = HEADER + lines(1, "False");
        send("", file)
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("needs an API key"));
        send(keys.fresh(Role.CHECKER), file).statusCode(403);
        send(keys.fresh(Role.EDITOR), file).statusCode(403);
        String address = location(send(keys.unlimited(), file).statusCode(202));
        RestAssured.given()
                .header("Authorization", "Bearer " + keys.fresh(Role.CHECKER))
                .get(address)
                .then()
                .statusCode(403);
        RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .get("/api/v1/imports/999999999")
                .then()
                .statusCode(404);
    }

    @Test
    void aFileThatCannotBeReadOrIsTooLargeIsRefusedAtOnce() {
        send("a,b\n1,2\n").statusCode(422).body("detail", containsString("no column “text”"));
        send(HEADER).statusCode(422);
        send(HEADER + "1,a,,,,,,,\n".repeat(ImportFile.MOST_ROWS + 1))
                .statusCode(413)
                .body("detail", containsString("250,000 rows"));
        RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .multiPart("publisher", "P")
                .post("/api/v1/imports")
                .then()
                .statusCode(422)
                .body("detail", containsString("No file was sent"));
    }

    @Test
    void thePublisherSentWithTheFileStandsForRowsThatNameNone() {
        String address = location(send("external_id,text\n1," + mark + " it rained.\n", "publisher", "Checkers " + mark)
                .statusCode(202));
        job.run();
        answer(address).body("added", equalTo(1)).body("publisher", equalTo("Checkers " + mark));
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void claimReviewsAreTakenInToo() {
        JsonPath answer = taken("{\"@graph\":[{\"@type\":\"ClaimReview\",\"url\":\"https://checkers.example/" + mark
                + "\",\"claimReviewed\":\"It rained " + mark + ".\",\"author\":{\"name\":\"Checkers " + mark
                + "\"},\"reviewRating\":{\"alternateName\":\"True\"}}]}");
        assertThat(answer.getString("format")).isEqualTo("claim_review");
        assertThat(answer.getInt("added")).isEqualTo(1);
    }

    @Test
    void theFileIsForgottenAfterThirtyDays() {
        String address = started(HEADER + lines(1, "False"));
        job.run();
        clock.forward(ImportJob.KEPT.plusSeconds(1));
        job.forget();
        assertThat(rows("select cast(count(*) as text) from claim_import_part where import_id = "
                        + address.replaceAll(".*/", "")))
                .containsExactly("0");
    }

    /** What a node that is killed now has done: its first batch, and nothing more. */
    private void batch(ImportJob.Taken lost) {
        try (RawRows rows = ImportFile.open(new ImportParts(database, lost.id()))) {
            var first = new java.util.ArrayList<RowReading.Understood>();
            while (first.size() < job.batchSize) {
                first.add(RowReading.of(rows.next(), null));
            }
            assertThat(batches.write(lost.id(), 0, first, null)).isTrue();
        } catch (java.io.IOException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Inject
    ImportBatch batches;

    private String lines(int many, String rating) {
        return IntStream.range(0, many)
                .mapToObj(i -> "b-" + i + "," + mark + " claim number " + i + ".,,John Doe " + mark + ",2020," + rating
                        + ",https://checkers.example/" + i + ",Checkers " + mark + ",en\n")
                .collect(Collectors.joining());
    }

    private JsonPath taken(String file) {
        String address = started(file);
        job.run();
        return answer(address).body("finished_at", notNullValue()).extract().jsonPath();
    }

    private String started(String file) {
        return location(send(file).statusCode(202).body("state", equalTo("queued")));
    }

    private ValidatableResponse answer(String address) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + key)
                .get(address)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse send(String file) {
        return send(key, file);
    }

    private ValidatableResponse send(String withKey, String file, String... fields) {
        var request =
                RestAssured.given().multiPart("file", "checks.csv", file.getBytes(StandardCharsets.UTF_8), "text/csv");
        if (!withKey.isEmpty()) {
            request.header("Authorization", "Bearer " + withKey);
        }
        for (int i = 0; i < fields.length; i += 2) {
            request.multiPart(fields[i], fields[i + 1]);
        }
        return request.post("/api/v1/imports").then();
    }

    private ValidatableResponse send(String file, String field, String value) {
        return send(key, file, field, value);
    }

    private static String location(ValidatableResponse response) {
        String location = response.header("Location", org.hamcrest.Matchers.containsString("/api/v1/imports/"))
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/api/"));
    }

    private long claims() {
        return rows("select cast(claim_id as text) from external_check where publisher = 'Checkers " + mark + "'")
                .size();
    }

    @SuppressWarnings("unchecked")
    private List<String> rows(String select) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(select, String.class).getResultList());
    }
}
