package org.ontherecord.published;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.ontherecord.journeys.Browser;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** From a quote to the very words in the article, as a reader goes: by a click in Chromium. */
@QuarkusTest
class QuoteLinksTest {
    private static final String LONG = "This sentence goes on " + "and on ".repeat(60) + "until it finds its end";

    /** Paragraphs of an article by their ids: how the page is written, far apart. */
    private static final Map<String, String> PARAGRAPHS = new LinkedHashMap<>();

    static {
        PARAGRAPHS.put("once", "He said: “That will be done by June.” Nobody replied.");
        PARAGRAPHS.put("inline", "I will <b>never</b> raise <i>the ta</i>xes <a href='#'>on bread</a>, she said.");
        PARAGRAPHS.put("twice", "Later he said again: “That will be done by June.” They left.");
        PARAGRAPHS.put("signs", "Das 24-Stunden-Gesetz, für Öl &amp; Gas, kommt zu 100% – „ganz sicher“.");
        PARAGRAPHS.put("arabic", "قال الوزير: سنبني ألف مدرسة قبل نهاية العام.");
        PARAGRAPHS.put("emoji", "The post read: jobs 😀 and 👩‍🚀 rockets for all of us!");
        PARAGRAPHS.put("spaces", "We&nbsp;keep our   govern&shy;ment\nsmall, it was claimed.");
        PARAGRAPHS.put("long", LONG + ".");
        PARAGRAPHS.put("first", "She began: We shall fight");
        PARAGRAPHS.put("second", "on the beaches, all of us, to the last.");
        PARAGRAPHS.put("inside", "It was an unbelievable promise, they wrote.");
    }

    private static HttpServer outlet;
    private static Browser browser;

    @TestHTTPResource
    String site;

    @Inject
    PublishedFixture fixture;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open();
        byte[] page = page().getBytes(StandardCharsets.UTF_8);
        outlet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outlet.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        outlet.start();
    }

    @AfterAll
    static void close() {
        if (outlet != null) {
            outlet.stop(0);
        }
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aClickOnAQuoteScrollsToItsWordsInTheArticle() {
        String article = "http://localhost:" + outlet.getAddress().getPort() + "/" + UUID.randomUUID();
        long snapshot = fixture.snapshot("Sample Gazette", "A long article", "2026-01-02", article, text());
        var quotes = new LinkedHashMap<String, String>();
        quotes.put("once", "That will be done by June.");
        quotes.put("inline", "I will never raise the taxes on bread");
        quotes.put("signs", "24-Stunden-Gesetz, für Öl & Gas, kommt zu 100% – „ganz sicher“.");
        quotes.put("arabic", "سنبني ألف مدرسة");
        quotes.put("emoji", "jobs 😀 and 👩‍🚀 rockets");
        quotes.put("spaces", "We\u00A0keep our   govern\u00ADment\nsmall");
        quotes.put("long", LONG);
        quotes.put("first", "We shall fight\n\non the beaches");
        quotes.put("inside", "believable promise");
        var claim = fixture.promise("It will be done by June.");
        quotes.values().forEach(quote -> claim.said(snapshot, quote, "2026-01-02", null));
        claim.saidLast(snapshot, "That will be done by June.", "2026-01-02")
                .verdict("ORIGINAL", "kept", "2026-07-01", "2026-07-01T08:00:00Z", "It was.", "First.");
        quotes.put("twice", "That will be done by June.");

        Page page = browser.visitor();
        page.navigate(site + "claims/" + claim.number);
        var links = page.locator("#said figure a:text-is('the words in the original')");
        assertThat(links.count()).isEqualTo(quotes.size());
        var seen = new LinkedHashMap<String, String>();
        for (int i = 0; i < quotes.size(); i++) {
            String id = quotes.keySet().toArray(String[]::new)[quotes.size() - 1 - i];
            links.nth(i).click();
            page.waitForURL(article + "**");
            page.waitForFunction("() => scrollY > 0");
            seen.put(id, onScreen(page));
            page.goBack();
        }
        assertThat(seen)
                .allSatisfy((id, onScreen) ->
                        assertThat(onScreen).as(id).isEqualTo(id.equals("first") ? "first second" : id));
    }

    @Test
    void theLinkSaysWhereItGoesAndWhichCopyWasKept() {
        String address = "https://gazette.example/" + UUID.randomUUID();
        long snapshot = fixture.snapshot(
                "Sample Gazette",
                "A kept article",
                "2026-01-02",
                address,
                "He said no more. Then he said no more.",
                "https://archive.example/1");
        var claim = fixture.statement("There was no more.")
                .said(snapshot, "no more", "2026-01-02", null)
                .verdict("ORIGINAL", "true", "2026-07-01", "2026-07-01T08:00:00Z", "So it is.", "First.");
        String words = ":~:text=He%20said-,no%20more,-.%20Then%20he%20said%20no%20more.";
        for (String page : new String[] {"/claims/" + claim.number, "/articles/" + claim.article()}) {
            given().get(page)
                    .then()
                    .body(
                            containsString("<a href=\"" + address + "#" + words + "\" rel=\"nofollow noopener\""
                                    + " data-versionurl=\"https://archive.example/1\" data-versiondate=\"2026-11-01\">"
                                    + "the words in the original</a>"),
                            containsString("<a href=\"https://archive.example/1#" + words
                                    + "\" rel=\"nofollow noopener\">saved copy</a>"));
        }
        given().get("/api/v1/claims/" + claim.number)
                .then()
                .body("appearances[0].original_words_url", equalTo(address + "#" + words))
                .body("events[0].source.original_words_url", equalTo(address + "#" + words));
    }

    private static String onScreen(Page page) {
        return (String) page.evaluate("() => [...document.querySelectorAll('p')].filter(p => {"
                + " const box = p.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; })"
                + ".map(p => p.id).join(' ')");
    }

    private static String page() {
        return PARAGRAPHS.entrySet().stream()
                .map(paragraph -> "<p id='" + paragraph.getKey() + "'"
                        + (paragraph.getKey().equals("second") ? "" : " class=far") + ">" + paragraph.getValue())
                .collect(Collectors.joining(
                        "\n",
                        "<!doctype html><meta charset=utf-8><title>A long article</title><style>.far{margin-top:3000px}</style>",
                        "<p class=far>End</p>"));
    }

    private static String text() {
        return PARAGRAPHS.values().stream()
                .map(paragraph -> paragraph
                        .replaceAll("<[^>]*>", "")
                        .replace("&nbsp;", "\u00A0")
                        .replace("&shy;", "\u00AD")
                        .replace("&amp;", "&"))
                .collect(Collectors.joining("\n\n"));
    }
}
