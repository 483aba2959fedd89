package org.ontherecord.article;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Pages of a site on this machine that change after we quoted them, looked at by hand with a stopped clock. */
@QuarkusTest
class ArticleLookTest {
    private static final String QUOTE = "We will plant nine hundred trees this year";

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    ArticleLookJob job;

    @Inject
    EntityManager database;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL desk;

    private final AtomicInteger asked = new AtomicInteger();
    private PageFetcher before;
    private HttpServer site;
    private volatile String words;
    private volatile int status = 200;
    private long article;
    private long claim;

    @BeforeEach
    void publish() throws IOException {
        clock.stopAt("2026-11-10T12:00:00Z");
        words = text(QUOTE);
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] body = words.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        site.start();
        int port = site.getAddress().getPort();
        before = job.fetcher;
        job.fetcher = new PageFetcher(
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                InetAddress::isLoopbackAddress,
                asking -> asking == port,
                Duration.ofMinutes(1));
        String address = "http://" + UUID.randomUUID() + ".example:" + port + "/trees";
        long snapshot = fixture.snapshot(
                "Sample Courier",
                "Trees for the town",
                "2026-11-01",
                address,
                ArticleReader.bytes(words.getBytes(StandardCharsets.UTF_8), "utf-8", null)
                        .text());
        article = fixture.articleOf(snapshot);
        claim = fixture.promise("The town will plant 900 trees in 2026.")
                .by("Robin Muster")
                .said(snapshot, QUOTE, "2026-11-01", null)
                .verdict("ORIGINAL", "in-the-works", "2026-11-02", "2026-11-02T08:00:00Z", "400 stand.", "First.")
                .number;
    }

    @AfterEach
    void stop() {
        site.stop(0);
        job.fetcher = before;
        QuarkusTransaction.requiringNew()
                .run(() ->
                        database.createNativeQuery("delete from article_look").executeUpdate());
    }

    @Test
    void aPageThatIsTheSameAddsNothingAndIsLookedAtLessAndLessOften() {
        job.begin();
        job.begin();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from article_look where article_id <> " + article)
                        .executeUpdate());
        job.run();
        assertThat(asked).hasValue(0);
        clock.stopAt("2026-11-11T12:00:00Z");
        run();
        clock.stopAt("2026-11-13T12:00:00Z");
        run();
        assertThat(asked).hasValue(1);
        clock.stopAt("2026-11-14T12:00:01Z");
        run();
        assertThat(asked).hasValue(2);
        assertThat(count("from snapshot where article_id = " + article)).isOne();
        ana().get(versions()).body(containsString("Its text is the same as when we took it."));
    }

    @Test
    void aTextThatChangedBecomesAVersionAndReadersSeeWhichWordsAreGone() {
        words = text("We will plant six hundred trees this year");
        ask();
        ask();
        run();
        assertThat(asked).hasValue(1);
        assertThat(count("from snapshot where article_id = " + article)).isEqualTo(2);
        var page = Jsoup.parse(ana().get(versions()).statusCode(200).extract().asString());
        assertThat(page.select("ins").text()).contains("six");
        assertThat(page.select("del").text()).contains("nine");
        assertThat(page.select("#quotes ~ table").text()).contains(QUOTE, "No longer in the live article");
        assertThat(publicPage()).contains("No longer in the live article, as we saw on 10 Nov 2026.");
        given().header("Accept-Language", "fr")
                .get("/claims/" + claim)
                .then()
                .body(containsString("Absent de l’article en ligne"));
        given().get("/api/v1/claims/" + claim)
                .then()
                .body(
                        "appearances[0].quote.gone_since",
                        equalTo("2026-11-10T12:00:00Z"),
                        "appearances[0].quote.exact",
                        equalTo(QUOTE));
        ana().get("/desk/articles/" + article).body(containsString(QUOTE));
        ana().get("/desk/claims/" + claim).body(containsString("<strong>No longer in the live article</strong>"));
        assertThat(count("from audit_event where action = 'article changed' and subject_id = " + article))
                .isOne();
    }

    @Test
    void aTextThatIsAsItWasBeforeIsNoThirdVersion() {
        String first = words;
        words = text("We will plant six hundred trees this year");
        ask();
        run();
        words = first;
        ask();
        run();
        assertThat(count("from snapshot where article_id = " + article)).isEqualTo(2);
        assertThat(publicPage()).doesNotContain("No longer in the live article");
    }

    @Test
    void aChangeElsewhereLeavesTheQuoteAsItIs() {
        words = text(QUOTE) + "\n\nA paragraph was added in the evening about the price of saplings.";
        ask();
        run();
        assertThat(publicPage()).doesNotContain("No longer in the live article");
        assertThat(Jsoup.parse(ana().get(versions()).extract().asString()).text())
                .contains("Its text has changed since we first took it.")
                .doesNotContain("No longer in the live article");
    }

    @Test
    void aPageThatIsGoneIsLeftToAPersonAfterThreeTriesAndNothingIsLost() {
        status = 404;
        ask();
        for (int i = 0; i < 4; i++) {
            run();
            clock.forward(Duration.ofMinutes(20));
        }
        assertThat(asked).hasValue(3);
        ana().get(versions())
                .body(
                        containsString("There is no page at this address (404)."),
                        containsString("We have stopped trying; what we hold is kept."));
        assertThat(publicPage()).doesNotContain("No longer in the live article");
        status = 200;
        ask();
        run();
        ana().get(versions()).body(containsString("Its text is the same as when we took it."));
    }

    @Test
    void twoNodesOpenAPageOnceAndAKilledOneGivesItUp() {
        ask();
        var killed = job.take();
        assertThat(killed).isPresent();
        assertThat(job.take()).isEmpty();
        clock.forward(Duration.ofMinutes(2));
        run();
        assertThat(asked).hasValue(1);
        words = text("We will plant six hundred trees this year");
        job.look(killed.get());
        assertThat(count("from snapshot where article_id = " + article)).isOne();
    }

    @Test
    void anArticleWithoutAddressSaysWhyItIsNotLookedAt() {
        long other = fixture.articleOf(fixture.snapshot("Sample Courier", "Pasted", "2026-11-01", null, "Some words."));
        ana().get("/desk/articles/" + other + "/versions").body(containsString("so we cannot look whether it changed"));
        ana().post("/desk/articles/" + other + "/versions")
                .statusCode(422)
                .body(containsString("We do not know this article"));
        ana().post("/desk/articles/999999999/versions").statusCode(404);
        DeskBrowser.anonymous().get(versions()).header("Location", containsString("/sign-in"));
    }

    @Test
    void fromLookingAgainToWhatReadersSeeInARealBrowser() {
        words = text("We will plant six hundred trees this year");
        try (Browser browser = Browser.open()) {
            Page page = browser.visitor();
            var cookie = people.cookieOf(people.checker()).entrySet().iterator().next();
            page.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(desk.toString())));
            page.navigate(desk + "desk/articles/" + article);
            page.click("a[href$='/versions']");
            assertThat(Reading.text(page, "main")).contains("We have not looked at");
            Reading.isFineForEveryone(page);
            page.click("text=Look again now");
            assertThat(Reading.text(page, "main")).contains("We are opening");
            Reading.isFineForEveryone(page);
            run();
            page.waitForSelector("text=Its text has changed");
            assertThat(Reading.text(page, "main")).contains("Its text has changed", "No longer in the live article");
            Reading.isFineForEveryone(page);
            page.navigate(desk + "desk/claims/" + claim);
            page.click("text=No longer in the live article");
            assertThat(page.url()).endsWith(versions());
            page.navigate(desk + "desk/claims/" + claim);
            Reading.isFineForEveryone(page);
            page.navigate(desk + "claims/" + claim);
            assertThat(Reading.text(page, "#said")).contains("No longer in the live article");
            Reading.isFineForEveryone(page);
        }
    }

    private static String text(String quote) {
        return "Trees for the town\n\nThe mayor spoke on Sunday before the town hall. “" + quote
                + "”, he said, and named the streets.\n\nThe council voted for it with all voices but one.";
    }

    private void ask() {
        ana().post(versions()).statusCode(303);
    }

    private void run() {
        job.run();
    }

    private DeskBrowser ana() {
        return DeskBrowser.with(people.cookieOf(people.checker()));
    }

    private String versions() {
        return "/desk/articles/" + article + "/versions";
    }

    private String publicPage() {
        return Jsoup.parse(given().get("/claims/" + claim)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .select("#said")
                .text();
    }

    private long count(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) " + what)
                                .getSingleResult())
                        .longValue());
    }
}
