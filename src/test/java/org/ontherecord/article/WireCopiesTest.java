package org.ontherecord.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Copies are known by how they tell, not by what both quote. The pairs are invented, in the shapes of wire copy. */
@QuarkusTest
public class WireCopiesTest {

    private static final Path PAIRS = Path.of("src/test/resources/copies");

    /** Two texts and what a person would say of them. */
    private record Pair(String name, String one, String other, boolean copy) {
        double shared() {
            return Shingles.of(one).sharedWith(Shingles.of(other));
        }
    }

    @Inject
    People people;

    @Inject
    EntityManager database;

    private DeskBrowser browser;
    private String mark;
    private String story;

    @BeforeEach
    void signIn() throws IOException {
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        mark = "m" + UUID.randomUUID().toString().replace("-", "");
        story = spread(Files.readString(PAIRS.resolve("grain.txt")).split("\n---\n")[0]);
    }

    @Test
    void copiesAreToldFromReportsOfTheSameThing() {
        List<Pair> pairs = pairs();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(20);
        assertThat(pairs)
                .allSatisfy(pair -> assertThat(pair.shared() >= WireCopies.COPY)
                        .as(pair.name() + " " + pair.shared())
                        .isEqualTo(pair.copy()));
    }

    @Test
    void aCopyIsGroupedUnderWhatCameFirstAndProposesNothing() {
        String origin = add(story, "Wire " + mark, "8 Nov 2024");
        String copy =
                add("Other headline\n\n" + story.substring(0, story.length() * 3 / 4), "Paper " + mark, "8 Nov 2024");
        String second = add("Third headline\n\n" + story, "Gazette " + mark, "9 Nov 2024");
        assertThat(originOf(copy)).isEqualTo(id(origin));
        assertThat(originOf(second)).isEqualTo(id(origin));
        browser.get(copy)
                .body(
                        containsString("A copy of"),
                        containsString("Wire " + mark),
                        containsString("its claims are there"));
        browser.get(origin).body(not(containsString("A copy of")));
    }

    @Test
    void theOneThatIsCreditedIsTheOriginThoughItCameLater() {
        String copy = add(story + "\n\n(Source: Wire " + mark + ")", "Paper " + mark, "8 Nov 2024");
        String origin = add(story, "Wire " + mark, "8 Nov 2024");
        assertThat(originOf(copy)).isEqualTo(id(origin));
        assertThat(originOf(origin)).isNull();
    }

    @Test
    void twoStatesOfOneOutletsStoryAreNoCopies() {
        String first = add(story, "Wire " + mark, "8 Nov 2024");
        String second = add(story + " One sentence more.", "Wire " + mark, "8 Nov 2024");
        assertThat(originOf(second)).isNull();
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void oneSitesArticleAtTwoAddressesIsOne() {
        String address = "https://www." + mark + ".example/story";
        String first = add(story, "Wire " + mark, "8 Nov 2024", "address", address);
        String again = location(browser.post(
                "/desk/articles/new?by=text",
                "text",
                story + " Share",
                "address",
                "https://m." + mark + ".example/amp/story"));
        assertThat(again).startsWith(first + "?known");
    }

    @Test
    void aPersonSaysWhatIsACopyAndTakesItBack() {
        String origin = add(story, "Wire " + mark, "8 Nov 2024");
        String copy = add("Headline\n\n" + story, "Paper " + mark, "9 Nov 2024");
        browser.get(copy + "/details").body(containsString("as its text shows"), containsString("It is not a copy"));
        browser.post(copy + "/origin/removal").statusCode(303);
        assertThat(originOf(copy)).isNull();
        browser.post(copy + "/origin", "origin", "https://nowhere.example/x")
                .statusCode(422)
                .body(
                        containsString("We have no article at this address"),
                        containsString("https://nowhere.example/x"));
        browser.post(copy + "/origin", "origin", copy).statusCode(422).body(containsString("This is the same article"));
        browser.post(copy + "/origin", "origin", "http://localhost" + origin + "?candidate=1")
                .statusCode(303);
        assertThat(originOf(copy)).isEqualTo(id(origin));
        browser.get(copy + "/details").body(containsString("as Ana Ferrand said"));
        String third = add("Short note " + mark, "Third " + mark, "9 Nov 2024");
        browser.post(origin + "/origin", "origin", third).statusCode(303);
        assertThat(originOf(copy)).as("copies follow their origin").isEqualTo(id(third));
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> database.createNativeQuery("update article set origin_article_id = " + id(copy)
                                        + " where id = " + id(third))
                                .executeUpdate()))
                .hasStackTraceContaining("a copy has no copies");
    }

    /** What the bench prints. */
    public static Map<String, Object> figures() {
        List<Pair> pairs = pairs();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("copies: pairs", pairs.size());
        figures.put(
                "copies: right",
                pairs.stream()
                        .filter(pair -> pair.shared() >= WireCopies.COPY == pair.copy())
                        .count());
        figures.put(
                "copies: least shared by a copy",
                pairs.stream()
                        .filter(Pair::copy)
                        .mapToDouble(Pair::shared)
                        .min()
                        .orElse(0));
        figures.put(
                "copies: most shared by others",
                pairs.stream()
                        .filter(pair -> !pair.copy())
                        .mapToDouble(Pair::shared)
                        .max()
                        .orElse(0));
        return figures;
    }

    /** Of each story in the folder: its copies as desks make them, and reports of the same thing that are none. */
    private static List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        List<String> stories = new ArrayList<>();
        for (String name : List.of("grain", "speech", "court", "strike")) {
            String[] texts;
            try {
                texts = Files.readString(PAIRS.resolve(name + ".txt")).split("\n---\n");
            } catch (IOException lost) {
                throw new IllegalStateException(lost);
            }
            String story = texts[0].strip();
            stories.add(story);
            String[] paragraphs = story.split("\n\n");
            pairs.add(new Pair(name + ", other headline", story, "Another headline over the same\n\n" + story, true));
            pairs.add(new Pair(
                    name + ", cut at the end",
                    story,
                    "Cut short\n\n" + story.substring(0, story.lastIndexOf(paragraphs[paragraphs.length - 2])),
                    true));
            pairs.add(new Pair(
                    name + ", own first paragraph",
                    story,
                    story.replace(
                            paragraphs[0],
                            "Our paper has long followed this matter, and on Saturday there was news of it at last for readers."),
                    true));
            pairs.add(new Pair(
                    name + ", edited",
                    story,
                    story.replace(" said", " told reporters")
                            .replace("per cent", "%")
                            .replace("on Saturday", "Saturday"),
                    true));
            for (int i = 1; i < texts.length; i++) {
                pairs.add(new Pair(name + ", another report " + i, story, texts[i].strip(), false));
            }
        }
        pairs.add(new Pair("two stories", stories.get(0), stories.get(1), false));
        pairs.add(new Pair("two other stories", stories.get(2), stories.get(3), false));
        return pairs;
    }

    /** The story in words of this test alone, so that no other test's copies are found. */
    private String spread(String text) {
        return text.strip().replaceAll("(?<=[a-z]{4}) (?=[a-z]{4})", " " + mark + " ");
    }

    private String add(String text, String outlet, String date, String... more) {
        List<String> fields = new ArrayList<>(List.of("text", text, "outlet", outlet, "publishedOn", date));
        fields.addAll(List.of(more));
        return location(browser.post("/desk/articles/new?by=text", fields.toArray(String[]::new)));
    }

    private static String location(io.restassured.response.ValidatableResponse answer) {
        String location = answer.statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/desk/"));
    }

    private Long originOf(String article) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Article found = Article.findById(id(article));
            return found.originArticle == null ? null : found.originArticle.id;
        });
    }

    private static Long id(String article) {
        return Long.parseLong(article.replaceFirst(".*/", ""));
    }
}
