package org.ontherecord.review.copies;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.eclipse.microprofile.config.Config;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Copies of sources asked of an archive on this machine, worked off by hand with a stopped clock. */
@QuarkusTest
class CopyRequestTest {
    private static final String TICKET = "spn2-0123abcd";

    @Inject
    People people;

    @Inject
    CopyJob job;

    @Inject
    EntityManager database;

    @Inject
    Config config;

    @Inject
    TestClock clock;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer archive;
    private volatile int status = 200;
    private volatile String taken = "{\"url\":\"x\",\"job_id\":\"" + TICKET + "\"}";
    private volatile String outcome = "{\"status\":\"pending\",\"job_id\":\"" + TICKET + "\"}";
    private String source;
    private long claim;
    private DeskBrowser ana;

    @BeforeEach
    void anArchiveAndAClaim() throws IOException {
        clock.stopAt("2026-11-20T14:05:00Z");
        archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        archive.createContext("/", exchange -> {
            String sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body =
                    (exchange.getRequestMethod().equals("POST") ? taken : outcome).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        archive.start();
        job.use(new ArchiveSettings(address(), "sample:words", Duration.ofMinutes(1)));
        source = "https://" + UUID.randomUUID() + ".example/budget?year=2026";
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        String next = ana.post(
                        "/desk/claims",
                        "wording",
                        "The sample bridge cost nine million.",
                        "kind",
                        "STATEMENT",
                        "speaker",
                        "Robin " + UUID.randomUUID(),
                        "said-quote",
                        "It cost nine million.",
                        "said-source_title",
                        "A speech made up for this test")
                .statusCode(303)
                .extract()
                .header("Location");
        claim = Long.parseLong(next.replaceFirst(".*/desk/claims/(\\d+).*", "$1"));
    }

    @AfterEach
    void stop() {
        archive.stop(0);
        job.use(ArchiveSettings.of(config));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        update copy_request set state = 'REFUSED', trouble = 'The test is over.', finished_at = now()
                        where state = 'WAITING'""").executeUpdate());
    }

    @Test
    void aCopyAskedForStandsBesideItsSourceAndIsTakenOverWithOnePress() {
        Document page = press("ask-copy-0").statusCode(200);
        assertThat(row(page)).contains("Ana Ferrand asked an archive for a copy on 20 Nov 2026, 14:05 UTC");
        assertThat(page.select("#evidence-0-title").val()).isEqualTo("The budget");
        assertThat(page.select("#reason").text()).isEqualTo("Typed before.");
        job.run();
        job.run();
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0)).startsWith("POST /save url=https%3A%2F%2F").endsWith("LOW sample:words");
        assertThat(row(press("look-copy-0").statusCode(200))).contains("It has not answered yet");

        outcome = "{\"status\":\"success\",\"timestamp\":\"20261120140642\",\"original_url\":\"" + source + "\"}";
        clock.forward(Duration.ofSeconds(11));
        job.run();
        assertThat(asked.get(1)).startsWith("GET /save/status/" + TICKET);
        page = press("look-copy-0").statusCode(200);
        String copy = address() + "/web/20261120140642/" + source;
        assertThat(row(page)).contains("The archive saved it on 20 Nov 2026, 14:06 UTC");
        assertThat(page.select("#evidence-0 .copy-request a").attr("href")).isEqualTo(copy);
        assertThat(page.select("#evidence-0-saved_copy_url").val()).isEmpty();
        page = press("use-copy-0").statusCode(200);
        assertThat(page.select("#evidence-0-saved_copy_url").val()).isEqualTo(copy);
        assertThat(page.select("button[value=use-copy-0]")).isEmpty();
    }

    @Test
    void pressedTwiceItIsAskedForOnceAlsoByTwoNodes() {
        press("ask-copy-0");
        press("ask-copy-0");
        assertThat(count("from copy_request where url = '" + source + "'")).isOne();
        assertThat(count("from audit_event where action = 'copy asked for' and subject_id = " + claim))
                .isOne();
        var killed = job.take();
        assertThat(killed).isPresent();
        assertThat(job.take()).isEmpty();
        clock.forward(Duration.ofMinutes(3));
        job.run();
        assertThat(asked).hasSize(1);
        outcome = "{\"status\":\"error\",\"message\":\"late\"}";
        job.ask(killed.get());
        assertThat(row(press("look-copy-0").statusCode(200))).contains("It has not answered yet");
    }

    @Test
    void whatTheArchiveRefusesStandsWithItsReasonAndCanBeAskedForAgain() {
        press("ask-copy-0");
        job.run();
        outcome = "{\"status\":\"error\",\"message\":\"<b>The site</b>\\nforbids  copies.\"}";
        clock.forward(Duration.ofSeconds(11));
        job.run();
        Document page = press("look-copy-0").statusCode(200);
        assertThat(row(page))
                .contains("The archive did not save it.", "The archive says: “<b>The site</b> forbids copies.”");
        assertThat(page.select("#evidence-0 .copy-request b")).isEmpty();
        assertThat(row(press("ask-copy-0").statusCode(200))).contains("It has not answered yet");
        job.run();
        assertThat(asked).hasSize(3);
    }

    @Test
    void anArchiveThatIsAwayIsAskedThreeTimesAndThenLeftToAPerson() {
        status = 503;
        press("ask-copy-0");
        for (int i = 0; i < 5; i++) {
            job.run();
            clock.forward(Duration.ofMinutes(20));
        }
        assertThat(asked).hasSize(3);
        assertThat(row(press("look-copy-0").statusCode(200))).contains("The archive is busy (503).");
    }

    @Test
    void anAnswerThatIsNoneIsNotBelieved() {
        taken = "<html>Hello</html>";
        press("ask-copy-0");
        job.run();
        assertThat(count("from copy_request where url = '" + source
                        + "' and state = 'WAITING' and trouble like '%something else%'"))
                .isOne();
        taken = "{\"job_id\":\"../../elsewhere\"}";
        clock.forward(Duration.ofMinutes(20));
        job.run();
        assertThat(row(press("look-copy-0").statusCode(200))).contains("The archive gave no reason.");
        assertThat(asked).hasSize(2);
    }

    @Test
    void withoutAnAddressTheRowSaysWhatIsMissing() {
        Document page = document(ana.post(revisions(), "wording", "x", "evidence-0-title", "T", "do", "ask-copy-0")
                .statusCode(422)
                .extract()
                .asString());
        assertThat(page.select("#evidence-0-url-error").text()).contains("Give the web address of source 1 first");
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#evidence-0-url");
        assertThat(page.select("#evidence-0-title").val()).isEqualTo("T");
    }

    @Test
    void withoutAnArchiveNothingIsOfferedAndAFormFromBeforeSaysSo() {
        job.use(ArchiveSettings.of(config));
        Document page = press("look-copy-0").statusCode(200);
        assertThat(page.select("button[value^=ask-copy]")).isEmpty();
        assertThat(page.select("#evidence-0-saved_copy_url")).isNotEmpty();
        assertThat(press("ask-copy-0")
                        .statusCode(422)
                        .select("#evidence-0-saved_copy_url-error")
                        .text())
                .contains("No archive is set up here.");
        job.run();
        assertThat(asked).isEmpty();
    }

    @Test
    void aSavedCopyIsNotRewritten() {
        press("ask-copy-0");
        job.run();
        outcome = "{\"status\":\"success\",\"timestamp\":\"20261120140642\"}";
        clock.forward(Duration.ofSeconds(11));
        job.run();
        for (String change :
                List.of("update copy_request set copy_url = 'https://else.example/'", "delete from copy_request")) {
            assertThat(catchThrowable(() -> QuarkusTransaction.requiringNew()
                            .run(() -> database.createNativeQuery(change + " where url = '" + source + "'")
                                    .executeUpdate())))
                    .as(change)
                    .isNotNull();
        }
    }

    private Pressed press(String button) {
        return new Pressed(button);
    }

    /** The form sent with one of the buttons of its row of evidence. */
    private final class Pressed {
        private final ValidatableResponse answer;

        Pressed(String button) {
            answer = ana.post(
                    revisions(),
                    "wording",
                    "The sample bridge cost nine million.",
                    "kind",
                    "STATEMENT",
                    "reason",
                    "Typed before.",
                    "evidence-0-source",
                    "A town",
                    "evidence-0-title",
                    "The budget",
                    "evidence-0-url",
                    source,
                    "do",
                    button);
        }

        Document statusCode(int expected) {
            return document(answer.statusCode(expected).extract().asString());
        }
    }

    private static Document document(String html) {
        return Jsoup.parse(html);
    }

    private static String row(Document page) {
        return page.select("#evidence-0 .copy-request").text();
    }

    private String revisions() {
        return "/desk/claims/" + claim + "/revisions";
    }

    private String address() {
        return "http://127.0.0.1:" + archive.getAddress().getPort();
    }

    private long count(String what) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("select count(*) " + what)
                                .getSingleResult())
                        .longValue());
    }
}
