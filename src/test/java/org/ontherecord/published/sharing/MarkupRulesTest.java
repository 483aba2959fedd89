package org.ontherecord.published.sharing;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.platform.TestClock;
import org.ontherecord.published.Known;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules that readers of ClaimReview published for it, held against every page as it is sent. */
@QuarkusTest
class MarkupRulesTest {
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private static final Set<String> ANY = Set.of("@type", "@id", "url", "name");

    /** What we use of schema.org, by type. */
    private static final Map<String, Set<String>> PROPERTIES = Map.of(
            "ClaimReview",
            Set.of(
                    "@context",
                    "mainEntityOfPage",
                    "identifier",
                    "claimReviewed",
                    "reviewRating",
                    "itemReviewed",
                    "author",
                    "publisher",
                    "datePublished",
                    "dateModified",
                    "version",
                    "inLanguage",
                    "citation",
                    "correction",
                    "publishingPrinciples",
                    "license",
                    "sdLicense",
                    "sdPublisher",
                    "sdDatePublished"),
            "Rating",
            Set.of("alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"),
            "Claim",
            Set.of("text", "inLanguage", "author", "datePublished", "appearance"),
            "Person",
            Set.of("sameAs"),
            "Organization",
            Set.of("sameAs", "publishingPrinciples", "correctionsPolicy", "actionableFeedbackPolicy"),
            "Article",
            Set.of("headline", "datePublished", "inLanguage", "publisher", "archivedAt"),
            "CreativeWork",
            Set.of("headline", "datePublished", "publisher", "archivedAt"),
            "CorrectionComment",
            Set.of("text", "datePublished"));

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @BeforeEach
    void stopTheClock() {
        clock.stopAt("2026-11-22T12:00:00Z");
    }

    @Test
    void eachClaimPageHasOneByTheRulesAndNoOtherPageHasAny() throws Exception {
        var claims = Shared.all(fixture);
        for (var entry : claims.entrySet()) {
            String state = entry.getKey();
            String path = "/claims/" + entry.getValue().number;
            Response page = given().get(path);
            assertThat(page.statusCode()).as(state).isEqualTo(200);
            Document html = Jsoup.parse(page.asString());
            List<JsonNode> reviews = reviews(html);
            assertThat(reviews).as(state).hasSize(state.equals("withdrawn") ? 0 : 1);
            for (JsonNode review : reviews) {
                holdsTheRules(state, review, html);
            }
            for (String below : below(html, entry.getValue().number)) {
                assertThat(reviewsAt(below)).as(below).isEmpty();
            }
        }
        for (String path : Shared.lists(claims.get("promise"))) {
            assertThat(reviewsAt(path)).as(path).isEmpty();
        }
    }

    /** Every other page of a claim: as of a day, frozen versions, embeds, whatever its page links to. */
    private static Set<String> below(Document html, long number) {
        var paths = new LinkedHashSet<String>();
        paths.add("/claims/" + number + "?as_of=2026-11-21");
        paths.add("/claims/" + number + "/versions/1");
        paths.add("/embed/claims/" + number);
        Pattern ours = Pattern.compile("(/embed)?/claims/" + number + "(/.*|\\?.*)");
        html.select("a[href]").stream()
                .map(link -> link.attr("href").replaceFirst("#.*", ""))
                .filter(href -> ours.matcher(href).matches())
                .forEach(paths::add);
        return paths;
    }

    private static void holdsTheRules(String state, JsonNode review, Document html) {
        String canonical = html.select("link[rel=canonical]").attr("href");
        String url = review.path("url").asText();
        assertThat(URI.create(url).getHost()).as(state).isEqualTo("localhost");
        assertThat(url).as(state).isEqualTo(canonical);

        String visible = html.body().text();
        String claim = review.path("claimReviewed").asText();
        String label = review.at("/reviewRating/alternateName").asText();
        assertThat(visible).as(state).contains(claim.replaceAll("\\s+", " "), label);
        assertThat(visible)
                .as(state)
                .contains(review.at("/reviewRating/ratingExplanation").asText());
        assertThat(claim).as(state).isNotBlank().doesNotEndWith(label).doesNotContain(": " + label, "(" + label);

        JsonNode rating = review.path("reviewRating");
        if (rating.has("ratingValue")) {
            int worst = whole(rating.get("worstRating"));
            int value = whole(rating.get("ratingValue"));
            int best = whole(rating.get("bestRating"));
            assertThat(worst).isGreaterThanOrEqualTo(1).isLessThan(best);
            assertThat(value).isBetween(worst, best);
        } else {
            assertThat(rating.has("bestRating") || rating.has("worstRating"))
                    .as(state)
                    .isFalse();
        }

        assertThat(review.at("/author/name").asText()).isNotBlank();
        assertThat(review.at("/author/url").asText()).startsWith("http://localhost");
        assertThat(OffsetDateTime.parse(review.path("datePublished").asText()))
                .as(state)
                .isBeforeOrEqualTo(
                        OffsetDateTime.parse(review.path("dateModified").asText()));
        for (JsonNode appearance : review.at("/itemReviewed/appearance")) {
            assertThat(appearance.isObject()).as(state).isTrue();
        }
        JsonNode speaker = review.at("/itemReviewed/author");
        assertThat(speaker.isMissingNode()).isEqualTo(state.equals("by nobody"));
        assertThat(foreignTo(review)).as(state).isEmpty();
    }

    /** Properties outside the table, and dates that are none. */
    private static List<String> foreignTo(JsonNode thing) {
        var foreign = new ArrayList<String>();
        if (thing.isArray()) {
            thing.forEach(item -> foreign.addAll(foreignTo(item)));
        } else if (thing.isObject()) {
            String type = thing.path("@type").asText();
            Set<String> allowed = new TreeSet<>(ANY);
            allowed.addAll(type.isEmpty() ? Set.of() : PROPERTIES.getOrDefault(type, Set.of()));
            thing.fields().forEachRemaining(field -> {
                if (!allowed.contains(field.getKey())) {
                    foreign.add(type + "." + field.getKey());
                }
                if (field.getKey().startsWith("date")
                        && !isDate(field.getValue().asText())) {
                    foreign.add(type + "." + field.getKey() + " " + field.getValue());
                }
                if (field.getValue().isNull()
                        || field.getValue().isTextual()
                                && field.getValue().asText().isBlank()) {
                    foreign.add(type + "." + field.getKey() + " is empty");
                }
                foreign.addAll(foreignTo(field.getValue()));
            });
        }
        return foreign;
    }

    private static boolean isDate(String words) {
        if (words.matches("\\d{4}(-(0[1-9]|1[0-2]))?")) {
            return true;
        }
        return words.length() == 10
                ? LocalDate.parse(words).toString().equals(words)
                : OffsetDateTime.parse(words).getYear() > 0;
    }

    private static int whole(JsonNode number) {
        assertThat(number.isInt()).isTrue();
        return number.asInt();
    }

    private static List<JsonNode> reviewsAt(String path) throws Exception {
        Response answer = given().get(path);
        return answer.contentType().startsWith("text/html") ? reviews(Jsoup.parse(answer.asString())) : List.of();
    }

    private static List<JsonNode> reviews(Document html) throws Exception {
        var reviews = new ArrayList<JsonNode>();
        for (var script : html.select("script:not([src])")) {
            assertThat(script.attr("type")).isEqualTo("application/ld+json");
            JsonNode data = STRICT.readTree(script.data());
            if (data.path("@type").asText().equals("ClaimReview")) {
                reviews.add(data);
            }
        }
        return reviews;
    }

    @Test
    void aNumberStandsOnlyWhereTheScaleHasOne() throws Exception {
        assertThat(rating(Shared.rated(Shared.plain(fixture), "mostly-true").number))
                .isEqualTo(
                        "{\"@type\":\"Rating\",\"alternateName\":\"Mostly true\",\"ratingValue\":4,\"bestRating\":5,\"worstRating\":1,"
                                + "\"ratingExplanation\":\"The register says so.\"}");
        for (String rating : List.of("unproven", "not-yet-rated", "being-checked")) {
            assertThat(rating(Shared.rated(Shared.plain(fixture), rating).number))
                    .doesNotContain("Value", "best");
        }
        assertThat(rating(Shared.rated(fixture.promise("It will open in May."), "kept").number))
                .isEqualTo(
                        "{\"@type\":\"Rating\",\"alternateName\":\"Kept\",\"ratingExplanation\":\"The register says so.\"}");
    }

    @Test
    void aCorrectionIsOwnedUpTo() throws Exception {
        JsonNode review = review(Known.correctedStatement(fixture).number);
        assertThat(review.path("correction").toString())
                .isEqualTo(
                        "[{\"@type\":\"CorrectionComment\",\"text\":\"Corrected: we rated it False.\",\"datePublished\":\"2026-10-20T08:00:00Z\"}]");
        assertThat(review.path("version").asInt()).isEqualTo(2);
        assertThat(review.path("datePublished").asText()).isEqualTo("2026-10-10T08:00:00Z");
        assertThat(review.path("dateModified").asText()).isEqualTo("2026-10-20T08:00:00Z");
    }

    @Test
    void theSpeakerIsThePersonOfThatNameInWikidata() throws Exception {
        var claim = Shared.rated(Shared.plain(fixture), "true");
        String wikidata = "Q9" + claim.number;
        fixture.wikidata(claim.speaker(), wikidata);
        JsonNode author = review(claim.number).at("/itemReviewed/author");
        assertThat(author.path("@type").asText()).isEqualTo("Person");
        assertThat(author.path("name").asText()).isEqualTo("Robin Muster");
        assertThat(author.path("sameAs").asText()).isEqualTo("https://www.wikidata.org/wiki/" + wikidata);
    }

    @Test
    void aDateKnownToTheMonthSaysNoDay() throws Exception {
        assertThat(review(Shared.arabic(fixture).number)
                        .at("/itemReviewed/datePublished")
                        .asText())
                .isEqualTo("2026-01");
    }

    @Test
    void theSameObjectIsInTheApi() throws Exception {
        long number = Known.promise(fixture).number;
        Response answer = given().get("/api/v1/claims/" + number + "/claimreview");
        assertThat(answer.contentType()).startsWith("application/ld+json");
        JsonNode onPage = reviews(Jsoup.parse(given().get("/claims/" + number).asString()))
                .get(0);
        assertThat(STRICT.readTree(answer.asString())).isEqualTo(onPage);
        long withdrawn = Known.withdrawnStatement(fixture).number;
        given().get("/api/v1/claims/" + withdrawn + "/claimreview").then().statusCode(404);
        given().get("/api/v1/claims/999999999/claimreview").then().statusCode(404);
    }

    private JsonNode review(long number) throws Exception {
        return STRICT.readTree(
                given().get("/api/v1/claims/" + number + "/claimreview").asString());
    }

    private String rating(long number) throws Exception {
        return review(number).path("reviewRating").toString();
    }
}
