package org.ontherecord.published;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** Time travel as RFC 7089 has it, asked over HTTP. */
@QuarkusTest
class MementoTest {
    @Inject
    PublishedFixture fixture;

    @Test
    void theTimeGateLeadsToTheVersionOfTheMoment() {
        long number = Known.promise(fixture).number;
        String[][] matrix = {
            {null, "5"},
            {"Thu, 01 Jan 1970 00:00:00 GMT", "1"},
            {"Fri, 08 Nov 2024 14:04:59 GMT", "1"},
            {"Fri, 08 Nov 2024 14:05:00 GMT", "1"},
            {"Thu, 28 Nov 2024 09:29:59 GMT", "1"},
            {"Thu, 28 Nov 2024 09:30:00 GMT", "2"},
            {"Sun, 01 Dec 2024 00:00:00 GMT", "2"},
            {"Wed, 22 Jan 2025 14:04:59 GMT", "3"},
            {"Wed, 22 Jan 2025 14:05:00 GMT", "4"},
            {"Tue, 24 Feb 2026 10:00:00 GMT", "5"},
            {"Fri, 31 Dec 2100 23:59:59 GMT", "5"},
        };
        for (String[] row : matrix) {
            Response answer = timeGate(number, row[0]);
            assertThat(answer.statusCode()).as(row[0]).isEqualTo(302);
            assertThat(answer.header("Location")).as(row[0]).endsWith("/claims/" + number + "/versions/" + row[1]);
            assertThat(answer.headers().getValues("Vary")).as(row[0]).contains("accept-datetime");
            assertThat(answer.header("Memento-Datetime")).as(row[0]).isNull();
            assertThat(relations(answer, "original")).as(row[0]).hasSize(1);
            assertThat(relations(answer, "timemap")).as(row[0]).hasSize(1);
        }
    }

    @Test
    void theTimeGateRefusesWhatIsNoDateAndWhatThereIsNot() {
        long number = Known.promise(fixture).number;
        for (String date : List.of(
                "2024-12-01",
                "yesterday",
                "Sun, 01 Dec 2024 00:00:00 +0100",
                "Mon, 01 Dec 2024 00:00:00 GMT",
                "Sun, 32 Dec 2024 00:00:00 GMT")) {
            timeGate(number, date).then().statusCode(400).body(containsString("Accept-Datetime takes a date such as"));
        }
        assertThat(timeGate(999_999_999, null).statusCode()).isEqualTo(404);
        assertThat(timeGate(999_999_999, "Sun, 01 Dec 2024 00:00:00 GMT").statusCode())
                .isEqualTo(404);
        given().get("/timemap/claims/999999999").then().statusCode(404);
    }

    @Test
    void aVersionSaysWhenItIsFromAndWhatLiesAroundIt() {
        long number = Known.promise(fixture).number;
        String[] published = {
            "Fri, 08 Nov 2024 14:05:00 GMT",
            "Thu, 28 Nov 2024 09:30:00 GMT",
            "Thu, 09 Jan 2025 10:00:00 GMT",
            "Wed, 22 Jan 2025 14:05:00 GMT",
            "Tue, 24 Feb 2026 10:00:00 GMT"
        };
        for (int version = 1; version <= 5; version++) {
            Response answer = given().get("/claims/" + number + "/versions/" + version);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Memento-Datetime")).isEqualTo(published[version - 1]);
            assertThat(relations(answer, "original")).allMatch(url -> url.contains("/claims/" + number + "-ill-have"));
            assertThat(relations(answer, "latest-version")).isEqualTo(relations(answer, "original"));
            assertThat(relations(answer, "timegate")).allMatch(url -> url.endsWith("/timegate/claims/" + number));
            assertThat(relations(answer, "timemap")).allMatch(url -> url.endsWith("/timemap/claims/" + number));
            assertThat(relations(answer, "version-history"))
                    .allMatch(url -> url.endsWith("/claims/" + number + "/versions"));
            assertThat(relations(answer, "cite-as")).allMatch(url -> url.matches(".*/versions/\\d"));
            assertThat(versions(answer, "first")).containsExactly(1);
            assertThat(versions(answer, "last")).containsExactly(5);
            assertThat(versions(answer, "cite-as")).containsExactly(version);
            List<Integer> before = version == 1 ? List.of() : List.of(version - 1);
            List<Integer> after = version == 5 ? List.of() : List.of(version + 1);
            assertThat(versions(answer, "prev")).isEqualTo(before);
            assertThat(versions(answer, "predecessor-version")).isEqualTo(before);
            assertThat(versions(answer, "next")).isEqualTo(after);
            assertThat(versions(answer, "successor-version")).isEqualTo(after);
            assertThat(answer.header("Link"))
                    .contains("/versions/" + version + ">; rel=\"")
                    .contains("datetime=\"" + published[version - 1] + "\"");
            assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
        }
    }

    @Test
    void theTimeMapListsEveryVersion() {
        long number = Known.promise(fixture).number;
        Response answer = given().get("/timemap/claims/" + number);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.contentType()).startsWith("application/link-format");
        String map = answer.asString();
        assertThat(map.lines().filter(line -> line.contains("; datetime=\""))).hasSize(5);
        assertThat(map)
                .contains(
                        "; rel=\"original\",",
                        "/timemap/claims/" + number + ">; rel=\"self\"; type=\"application/link-format\";"
                                + " from=\"Fri, 08 Nov 2024 14:05:00 GMT\"; until=\"Tue, 24 Feb 2026 10:00:00 GMT\"",
                        "/timegate/claims/" + number + ">; rel=\"timegate\"",
                        "/versions/1>; rel=\"first memento\"; datetime=\"Fri, 08 Nov 2024 14:05:00 GMT\"",
                        "/versions/2>; rel=\"memento\"; datetime=\"Thu, 28 Nov 2024 09:30:00 GMT\"",
                        "/versions/5>; rel=\"last memento\"; datetime=\"Tue, 24 Feb 2026 10:00:00 GMT\"");
        assertThat(links(map)).allMatch(link -> link.startsWith("http"));
        long single = fixture.statement("Only once.")
                .verdict("ORIGINAL", "true", "2026-01-01", "2026-01-01T00:00:00Z", "So it is.", "First.")
                .number;
        assertThat(given().get("/timemap/claims/" + single).asString())
                .contains("/versions/1>; rel=\"first last memento\"; datetime=");
    }

    @Test
    void thePageOfTodayShowsTheWayToItsPast() {
        long number = Known.promise(fixture).number;
        Response page = given().get("/claims/" + number + "-ill-have-that-done-in-24-hours");
        assertThat(page.header("Memento-Datetime")).isNull();
        assertThat(relations(page, "timegate"))
                .allMatch(url -> url.endsWith("/timegate/claims/" + number))
                .hasSize(1);
        assertThat(relations(page, "timemap"))
                .allMatch(url -> url.endsWith("/timemap/claims/" + number))
                .hasSize(1);
        assertThat(versions(page, "cite-as")).containsExactly(5);
        assertThat(relations(page, "license")).containsExactly("https://creativecommons.org/licenses/by/4.0/");
        assertThat(relations(page, "alternate")).anyMatch(url -> url.endsWith("/api/v1/claims/" + number));
        Response past = given().queryParam("as_of", "2024-12-01").get("/claims/" + number);
        assertThat(past.header("Memento-Datetime"))
                .as("the version is the memento")
                .isNull();
        assertThat(versions(past, "cite-as")).containsExactly(2);
        assertThat(versions(past, "memento")).containsExactly(2);
        assertThat(relations(past, "original")).allMatch(url -> !url.contains("as_of"));
    }

    /** As a Memento client does it: ask the page, follow its TimeGate, read the memento, follow its TimeMap. */
    @Test
    void aClientFindsTheWayFromThePageAlone() {
        long number = Known.promise(fixture).number;
        Response page = given().get("/claims/" + number);
        String timeGate = relations(page, "timegate").get(0);
        Response memento = given().header("Accept-Datetime", "Sun, 01 Dec 2024 12:00:00 GMT")
                .get(timeGate);
        assertThat(memento.header("Memento-Datetime")).isEqualTo("Thu, 28 Nov 2024 09:30:00 GMT");
        assertThat(memento.asString()).contains("An envoy was named.");
        String map = given().get(relations(memento, "timemap").get(0)).asString();
        for (String link : links(map)) {
            assertThat(given().get(link).statusCode()).as(link).isEqualTo(200);
        }
    }

    private static Response timeGate(long number, String acceptDatetime) {
        var request = given().redirects().follow(false);
        return (acceptDatetime == null ? request : request.header("Accept-Datetime", acceptDatetime))
                .get("/timegate/claims/" + number);
    }

    private static List<String> links(String document) {
        return Pattern.compile("<([^>]+)>")
                .matcher(document)
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    private static List<String> relations(Response answer, String relation) {
        return Pattern.compile("<([^>]+)>; rel=\"([^\"]*)\"")
                .matcher(String.join(", ", answer.headers().getValues("Link")))
                .results()
                .filter(link -> List.of(link.group(2).split(" ")).contains(relation))
                .map(link -> link.group(1))
                .toList();
    }

    private static List<Integer> versions(Response answer, String relation) {
        return relations(answer, relation).stream()
                .map(url -> Integer.valueOf(url.replaceAll(".*/", "")))
                .toList();
    }
}
