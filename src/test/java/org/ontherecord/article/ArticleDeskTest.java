package org.ontherecord.article;

import java.nio.charset.Charset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

@QuarkusTest
class ArticleDeskTest {
    @Inject
    People people;

    @Inject
    EntityManager database;

    private DeskBrowser browser;
    private String text;

    @BeforeEach
    void signIn() {
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        text =
                "Council plans a new library\n\nBy Jo Writer\n8 November 2024\n\nMayor Dana Example said the city lost 300 jobs in "
                        + UUID.randomUUID() + ".";
    }

    @Test
    void strangersAreSentToTheDoor() {
        for (String path :
                List.of("/desk/articles", "/desk/articles/new", "/desk/articles/1", "/desk/articles/1/details")) {
            DeskBrowser.anonymous().get(path).statusCode(303).header("Location", containsString("/sign-in?next="));
        }
        DeskBrowser.anonymous().post("/desk/articles/new?by=text", "text", text).statusCode(307);
        assertThat(articlesWith(text)).isZero();
    }

    @Test
    void theThreeWaysInAreThreeLinks() {
        for (String by : List.of("url", "text", "file")) {
            browser.get("/desk/articles/new?by=" + by)
                    .statusCode(200)
                    .body(
                            containsString("Find claims"),
                            containsString("/desk/articles/new?by=url"),
                            containsString("name=\"" + by + "\""));
        }
    }

    @Test
    void aPastedTextBecomesAnArticleWithWhatItSaysOfItself() {
        String article = location(browser.post("/desk/articles/new?by=text", "text", text, "outlet", "Sample Gazette"));
        browser.get(article + "/details")
                .statusCode(200)
                .body(
                        containsString("value=\"Council plans a new library\""),
                        containsString("value=\"Sample Gazette\""),
                        containsString("value=\"Jo Writer\""),
                        containsString("value=\"8 Nov 2024\""));
        browser.get("/desk/articles").body(containsString("Council plans a new library"));
        assertThat(articlesWith(text)).isOne();
    }

    @Test
    void theSameArticleTwiceOpensTheFirst() {
        String first = location(browser.post("/desk/articles/new?by=text", "text", text));
        String second = location(browser.post("/desk/articles/new?by=text", "text", text.replace("\n", "\r\n")));
        assertThat(second).isEqualTo(first + "?known=true");
        browser.get(second).statusCode(200).body(containsString("We have this article already"));
        String url = "https://gazette.example/" + UUID.randomUUID();
        String third = location(
                browser.post("/desk/articles/new?by=text", "text", text + " More.", "address", url + "?utm_source=x"));
        String fourth =
                location(browser.post("/desk/articles/new?by=text", "text", text + " Other.", "address", url + "#top"));
        assertThat(fourth).isEqualTo(third + "?known=true");
    }

    @Test
    void aDoubleClickMakesOneArticle() throws Exception {
        Callable<Integer> click =
                () -> browser.post("/desk/articles/new?by=text", "text", text, "outlet", "Gazette " + text.hashCode())
                        .extract()
                        .statusCode();
        ExecutorService clicks = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> status :
                    clicks.invokeAll(List.of(click, click, click, click, click, click, click, click))) {
                assertThat(status.get()).isEqualTo(303);
            }
        } finally {
            clicks.shutdown();
        }
        assertThat(articlesWith(text)).isOne();
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        browser.post(
                        "/desk/articles/new?by=text",
                        "text",
                        text,
                        "publishedOn",
                        "soon",
                        "language",
                        "!!",
                        "title",
                        "My <title>")
                .statusCode(422)
                .body(
                        containsString("Error: Add article"),
                        containsString("There is a problem"),
                        containsString("href=\"#publishedOn\""),
                        containsString("Write the date like 8 Nov 2024"),
                        containsString("Write the language as a code"),
                        containsString("My &lt;title&gt;"),
                        containsString("Mayor Dana Example said"));
        browser.post("/desk/articles/new?by=text", "text", " \u0000 ")
                .statusCode(422)
                .body(containsString("We found no text"));
        browser.post("/desk/articles/new?by=text").statusCode(422);
        browser.post("/desk/articles/new?by=nonsense", "text", "").statusCode(422);
        assertThat(articlesWith(text)).isZero();
    }

    @Test
    void oneLineOfTwelveMegabytesIsRefusedInWords() {
        browser.post("/desk/articles/new?by=text", "text", "x".repeat(12_000_000))
                .statusCode(413)
                .body(containsString("longer than a million characters"));
    }

    @Test
    void controlCharactersDoNoHarm() {
        String article = location(browser.post(
                "/desk/articles/new?by=text",
                "text",
                text + "\u0000\u0007 😀 \uD800 end.",
                "title",
                "A\u0000B",
                "byline",
                "\u0000"));
        browser.get(article + "/details").body(containsString("value=\"AB\""));
    }

    @Test
    void addressesInsideTheHouseAreNotOpened() {
        for (String url : List.of(
                "http://127.0.0.1:" + io.restassured.RestAssured.port + "/",
                "http://localhost/",
                "http://[::1]/",
                "http://169.254.169.254/")) {
            browser.post("/desk/articles/new?by=url", "url", url)
                    .statusCode(422)
                    .body(containsString("There is a problem"), containsString("value=\"" + url + "\""));
        }
        browser.post("/desk/articles/new?by=url", "url", "javascript:alert(1)")
                .statusCode(422)
                .body(containsString("start with http"));
    }

    @Test
    void aFileIsReadByItsContent() {
        String html =
                "<html lang=\"de\"><head><title>Größe</title></head><body><p>Der Bürgermeister sagte, die Stadt sei groß und schön. "
                        + UUID.randomUUID() + "</p></body></html>";
        String article = location(upload("misnamed.txt", html.getBytes(Charset.forName("windows-1252"))));
        browser.get(article).statusCode(200).body(containsString("Bürgermeister"), not(containsString("&lt;p&gt;")));
        upload("x.txt", "%PDF-1.7".getBytes(Charset.forName("ascii")))
                .statusCode(422)
                .body(containsString("This PDF is damaged"));
        String pdf =
                location(upload("x.txt", Documents.pdf("Mayor Dana Example lost 300 jobs.", UUID.randomUUID() + "")));
        browser.get(pdf).statusCode(200).body(containsString("Mayor Dana Example lost 300 jobs."));
        upload("x.txt", new byte[0]).statusCode(422).body(containsString("Choose a file."));
    }

    @Test
    void markupInATextIsShownNotRun() {
        String article = location(
                browser.post("/desk/articles/new?by=text", "text", text + " <script>alert(1)</script> & \"x\""));
        browser.get(article).body(containsString("&lt;script&gt;alert(1)"), not(containsString("<script>alert")));
    }

    @Test
    void detailsArePutRight() {
        String article = location(browser.post("/desk/articles/new?by=text", "text", text));
        String url = "https://gazette.example/" + UUID.randomUUID();
        browser.post(
                        article + "/details",
                        "version",
                        "0",
                        "title",
                        "Better",
                        "outlet",
                        "",
                        "byline",
                        "",
                        "publishedOn",
                        "2024-11-09",
                        "language",
                        "en",
                        "address",
                        url)
                .statusCode(303);
        browser.get(article)
                .body(
                        containsString("Better"),
                        containsString("9 Nov 2024"),
                        containsString(url),
                        containsString("Outlet not stated"));
        browser.post(article + "/details", "version", "1", "title", " ", "language", "en")
                .statusCode(422)
                .body(containsString("Give the article a title"));
    }

    @Test
    void theSecondToSaveIsToldAndKeepsWhatWasTyped() {
        String article = location(browser.post("/desk/articles/new?by=text", "text", text));
        browser.post(article + "/details", "version", "0", "title", "Mine", "language", "en")
                .statusCode(303);
        browser.post(article + "/details", "version", "0", "title", "Yours", "language", "en")
                .statusCode(409)
                .body(
                        containsString("while you were typing"),
                        containsString("Mine"),
                        containsString("value=\"Yours\""),
                        containsString("name=\"version\" value=\"1\""));
        browser.post(article + "/details", "version", "1", "title", "Yours", "language", "en")
                .statusCode(303);
    }

    @Test
    void twoArticlesCannotHaveOneAddress() {
        String url = "https://gazette.example/" + UUID.randomUUID();
        browser.post("/desk/articles/new?by=text", "text", text, "address", url).statusCode(303);
        String second = location(browser.post("/desk/articles/new?by=text", "text", text + " Second."));
        browser.post(second + "/details", "version", "0", "title", "T", "language", "en", "address", url)
                .statusCode(422)
                .body(containsString("Another article has this address"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        browser.get("/desk/articles/999999999").statusCode(404);
        browser.get("/desk/articles/999999999/details").statusCode(404);
        browser.post("/desk/articles/999999999/details", "title", "x").statusCode(404);
        browser.get("/desk/articles/abc").statusCode(404);
        browser.get("/desk/articles?page=-7").statusCode(200);
    }

    @Test
    void everySnapshotIsQueuedWithItsArticle() {
        location(browser.post("/desk/articles/new?by=text", "text", text));
        Number queued = (Number) QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select count(*) from extraction e join snapshot s on s.id = e.snapshot_id where s.text = :text")
                        .setParameter("text", text)
                        .getSingleResult());
        assertThat(queued.intValue()).isOne();
    }

    private ValidatableResponse upload(String name, byte[] content) {
        return browser.request()
                .multiPart("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .multiPart("file", name, content, "text/plain")
                .post("/desk/articles/new?by=file")
                .then();
    }

    private static String location(ValidatableResponse answer) {
        String location = answer.statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/desk/"));
    }

    private long articlesWith(String words) {
        return QuarkusTransaction.requiringNew().call(() -> Snapshot.count("text", words));
    }
}
