package org.ontherecord.published;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import org.ontherecord.HtmlChecker;
import org.ontherecord.claim.imports.ImportedClaims;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;

/** What is owed on every public page, wherever a link leads; what each weighs is printed. */
@QuarkusTest
class EveryPublicPageTest {
    private static final int MOST_BYTES = 40_000;
    private static final int MOST_FONT_BYTES = 90_000;
    private static final int MOST_REQUESTS = 6;
    private static final int MOST_NODES = 1_500;
    private static final double MOST_SHIFT = 0.01;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Every answer of the site, found once for both tests. */
    private static Map<String, PublicSite.Answer> walked;

    private final Map<String, Integer> sheetsAndFonts = new ConcurrentHashMap<>();

    @TestHTTPResource("/")
    URL site;

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @Inject
    ImportedClaims imported;

    private Map<String, PublicSite.Answer> wholeSite() {
        clock.stopAt("2026-11-22T12:00:00Z");
        if (walked == null) {
            walked = PublicSite.walk(starts());
        }
        return walked;
    }

    /** Claims in every state, so that none of their pages is missed. */
    private List<String> starts() {
        return List.of(
                "/",
                "/claims/" + Known.promise(fixture).number,
                "/claims/" + Known.correctedStatement(fixture).number,
                "/claims/" + Known.withdrawnStatement(fixture).number,
                "/claims/" + Known.openPromise(fixture).number,
                "/claims/"
                        + imported.claim(
                                "Example Checkers",
                                "every-page-" + System.nanoTime(),
                                "Rents fell by half.",
                                "Did rents fall?",
                                "Jane Roe",
                                "2019",
                                "Mostly false",
                                null),
                "/claims?q=nothing-of-this-kind",
                "/claims?as_of=2025-01-10");
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryPageIsValid() throws Exception {
        List<String> faults = new ArrayList<>();
        Map<String, PublicSite.Answer> answers = wholeSite();
        for (PublicSite.Answer answer : answers.values()) {
            if (answer.response().statusCode() != 200) {
                faults.add(answer.response().statusCode() + " " + answer.address() + " linked from "
                        + answer.linkedFrom());
            } else if (answer.isPage()) {
                faultsOf(answer).forEach(fault -> faults.add(answer.address() + " " + fault));
            }
        }
        assertThat(answers).hasSizeGreaterThan(30);
        assertThat(faults).isEmpty();
    }

    private static List<String> faultsOf(PublicSite.Answer answer) throws Exception {
        List<String> faults = new ArrayList<>();
        var page = answer.page();
        if (page.select("h1").size() != 1) {
            faults.add("has " + page.select("h1").size() + " main headings");
        }
        if (!page.select("[style], style, script:not([type=application/ld+json]):not([src]), [onclick]")
                .isEmpty()) {
            faults.add("brings style or script inside the page");
        }
        if (page.select("main, body.embed").isEmpty() || !page.title().contains("On the Record")) {
            faults.add("has no main part or no title: " + page.title());
        }
        if (answer.response().header("Set-Cookie") != null && !answer.address().contains("lang=")) {
            faults.add("sets a cookie");
        }
        String problems = HtmlChecker.problemsOf(answer.response().asString())
                .lines()
                .filter(problem -> !isAboutPartsInEnglish(problem, page))
                .collect(Collectors.joining(" "));
        if (!problems.isEmpty()) {
            faults.add(problems);
        }
        return faults;
    }

    /** The validator guesses one language for a page; ours may say for its greater part that it is in another. */
    private static boolean isAboutPartsInEnglish(String problem, Document page) {
        return problem.contains("This document appears to be written in English")
                && !page.select("main[lang=en], main [lang=en]").isEmpty();
    }

    @Test
    void everyKindOfPageIsFineForEveryoneAndLight() throws Exception {
        List<String> addresses = PublicSite.oneOfEach(wholeSite());
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        Map<String, String> weights = new ConcurrentSkipListMap<>();
        Browser.inTwo(addresses, (browser, address) -> {
            Page page = browser.visitor();
            List<String> refused = new ArrayList<>();
            page.onConsoleMessage(said -> {
                if (said.type().equals("error")) {
                    refused.add(said.text());
                }
            });
            try {
                Weight weight = weigh(page, address);
                weights.put(address, weight.toString());
                weight.faults().forEach(fault -> faults.add(address + " " + fault));
                Reading.isFineInEverySetting(page);
            } catch (Exception | AssertionError fault) {
                faults.add(address + " " + fault.getMessage());
            }
            refused.forEach(message -> faults.add(address + " " + message));
            page.context().close();
        });
        weights.forEach((address, weight) -> System.out.println(weight + "  " + address));
        assertThat(faults).isEmpty();
    }

    /** Bytes are those sent, compressed; requests those of a first visit. */
    private record Weight(int html, int css, int fonts, int requests, int nodes, double shift) {
        List<String> faults() {
            List<String> faults = new ArrayList<>();
            over(faults, "bytes of HTML and CSS", html + css, MOST_BYTES);
            over(faults, "bytes of fonts", fonts, MOST_FONT_BYTES);
            over(faults, "requests", requests, MOST_REQUESTS);
            over(faults, "nodes", nodes, MOST_NODES);
            over(faults, "layout shift", shift, MOST_SHIFT);
            return faults;
        }

        private static void over(List<String> faults, String what, double is, double most) {
            if (is > most) {
                faults.add(what + ": " + is + ", more than " + most);
            }
        }

        @Override
        public String toString() {
            return "html %6d  css %6d  fonts %6d  requests %d  nodes %5d  shift %.3f"
                    .formatted(html, css, fonts, requests, nodes, shift);
        }
    }

    private Weight weigh(Page page, String address) throws Exception {
        List<String> requests = new ArrayList<>();
        page.onRequest(request -> requests.add(request.url()));
        page.navigate(site + address.substring(1));
        int nodes = ((Number) page.evaluate("document.querySelectorAll('*').length")).intValue();
        double shift = ((Number) page.evaluate("""
                () => new Promise(done => {
                  let sum = 0;
                  new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))
                    .observe({type: 'layout-shift', buffered: true});
                  requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
                })""")).doubleValue();
        int css = 0;
        int fonts = 0;
        for (String url : requests) {
            css += url.contains(".css") ? sheetOrFont(url) : 0;
            fonts += url.contains(".woff2") ? sheetOrFont(url) : 0;
        }
        return new Weight(sent(URI.create(site + address.substring(1))), css, fonts, requests.size(), nodes, shift);
    }

    private int sheetOrFont(String url) throws Exception {
        if (!sheetsAndFonts.containsKey(url)) {
            sheetsAndFonts.put(url, sent(URI.create(url)));
        }
        return sheetsAndFonts.get(url);
    }

    private static int sent(URI address) throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(address)
                .header("Accept-Encoding", "gzip")
                .build();
        return CLIENT.send(asked, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }
}
