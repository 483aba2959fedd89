package org.ontherecord.article.bulk;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.article.Documents;
import org.ontherecord.article.PageFetcher;
import org.ontherecord.article.Unreadable;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** Many articles at once, each step the test's own. */
@QuarkusTest
class BulkTest {
    @Inject
    People people;

    @Inject
    EntityManager database;

    @Inject
    BulkJob job;

    @Inject
    PageFetcher fetcher;

    @Inject
    TestClock clock;

    private final List<String> opened = new ArrayList<>();
    private DeskBrowser browser;

    @BeforeEach
    void signIn() {
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update bulk set state = 'STOPPED' where state in ('QUEUED', 'RUNNING')")
                        .executeUpdate());
        clock.stopAt("2031-05-01T10:00:00Z");
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        job.opener = address -> {
            opened.add(address);
            return new PageFetcher.FetchedPage(URI.create(address), page(address), "UTF-8");
        };
    }

    @AfterEach
    void letItRun() {
        job.opener = fetcher::fetch;
        clock.run();
    }

    @Test
    void strangersAreSentToTheDoor() {
        for (String path : List.of("/desk/articles/bulk", "/desk/articles/bulk/1")) {
            DeskBrowser.anonymous().get(path).statusCode(303).header("Location", containsString("/sign-in?next="));
        }
    }

    @Test
    void theFilesOfAZipBecomeArticles() {
        String bulk = started(zip(Map.of(
                "news/rain.txt",
                text(),
                "../../etc/harbour.docx",
                Documents.word("It rained in the harbour.", UUID.randomUUID() + ""),
                "__MACOSX/._rain.txt",
                new byte[] {1},
                "news/",
                new byte[0])));
        browser.get(bulk)
                .statusCode(200)
                .header("Refresh", equalTo("5"))
                .body(containsString("Waiting to begin"), containsString("0 of 2"));
        browser.get(bulk + "?still=true").header("Refresh", nullValue());
        job.run();
        browser.get(bulk)
                .header("Refresh", nullValue())
                .body(
                        containsString("<strong>Finished</strong>: 2 of 2 files"),
                        containsString("Council plans a new library"),
                        containsString("<bdi>../../etc/harbour.docx</bdi>"),
                        not(containsString("MACOSX")));
        assertThat(count("select count(*) from bulk_item where content is not null and bulk_id = " + id(bulk)))
                .isZero();
        assertThat(count("select count(*) from extraction e join snapshot s on s.id = e.snapshot_id join bulk_item i"
                        + " on i.article_id = s.article_id where s.how = 'UPLOADED' and i.bulk_id = " + id(bulk)))
                .isEqualTo(2);
        assertThat(deeds(bulk)).containsExactly("bulk started", "bulk finished");
        browser.get("/desk/articles/bulk").body(containsString("articles.zip"), containsString("2 of 2"));
    }

    @Test
    void eachFileThatCannotBeReadSaysWhyAndTheOthersComeIn() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        byte[] same = text();
        files.put("one.txt", same);
        files.put("same.txt", same);
        files.put("empty.txt", new byte[0]);
        files.put("run.pdf", "MZ\0\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        files.put("inner.zip", zip(Map.of("a.txt", text())));
        files.put("bomb.txt", new byte[5 * 1024 * 1024]);
        files.put("<b>broken</b>.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8));
        String bulk = started(zip(files));
        job.run();
        browser.get(bulk)
                .body(
                        containsString("Finished, some could not be read"),
                        containsString("Known already: <a"),
                        containsString("This file is empty."),
                        containsString("This file is a program"),
                        containsString("This file is an archive"),
                        containsString("unpacks to far more than an article"),
                        containsString("&lt;b&gt;broken"),
                        containsString("This PDF is damaged"));
        browser.get(bulk + "?show=failed").body(not(containsString("one.txt")), containsString("empty.txt"));
        browser.get(bulk + "?show=nonsense&page=99").statusCode(200).body(containsString("one.txt"));
        assertThat(states(bulk)).containsExactly("DONE", "KNOWN", "FAILED", "FAILED", "FAILED", "FAILED", "FAILED");
    }

    @Test
    void whatIsNoZipOrTooMuchIsRefusedBesideTheField() {
        refused("zip", text(), 422, "This is not a zip we can open");
        refused("zip", new byte[0], 422, "Choose a .zip file.");
        refused("zip", zip(Map.of("a/", new byte[0])), 422, "There are no files in this zip.");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i <= BulkIntake.MOST_ITEMS; i++) {
            many.put(i + ".txt", new byte[] {'x'});
        }
        refused("zip", zip(many), 413, "at most 2,000");
        Map<String, byte[]> large = new LinkedHashMap<>();
        byte[] full = new byte[BulkIntake.LARGEST_ITEM];
        for (int i = 0; i < 11; i++) {
            large.put(i + ".txt", full);
        }
        long before = count("select count(*) from bulk");
        refused("zip", zip(large), 413, "unpacks to more than 200 MB");
        assertThat(count("select count(*) from bulk")).isEqualTo(before);
    }

    @Test
    void aListOfAddressesIsOpenedOneByOneAndPolitely() {
        String host = UUID.randomUUID() + ".example";
        String bulk = listed("title,url\n# ours\nRain,https://" + host + "/1\n\nhttps://" + host
                + "/2?utm_source=x\nno address here\nhttps://" + host + "/1\nhttps://other-" + host + "/3");
        job.run();
        assertThat(opened).containsExactlyInAnyOrder("https://" + host + "/1", "https://other-" + host + "/3");
        browser.get(bulk)
                .body(
                        containsString("<strong>Reading</strong>: 3 of 5"),
                        containsString("There is no web address in this line."));
        job.run();
        assertThat(opened).hasSize(2);
        clock.forward(BulkJob.GAP);
        job.run();
        clock.forward(BulkJob.GAP);
        job.run();
        assertThat(opened).hasSize(3).contains("https://" + host + "/2");
        assertThat(states(bulk)).containsExactly("DONE", "DONE", "FAILED", "KNOWN", "DONE");
    }

    @Test
    void aListWithoutAnAddressIsRefusedAndKept() {
        browser.request()
                .multiPart("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .multiPart("addresses", "mayor & council")
                .post("/desk/articles/bulk?by=addresses")
                .then()
                .statusCode(422)
                .body(containsString("We found no web address"), containsString("mayor &amp; council"));
        refused("addresses", Documents.pdf("rain"), 422, "Save the list as .txt or .csv");
    }

    @Test
    void aSiteThatDoesNotAnswerIsAskedThreeTimesAndThenLeft() {
        job.opener = address -> {
            opened.add(address);
            throw new Unreadable(Unreadable.Reason.UNREACHABLE, "We couldn't reach this site.");
        };
        String bulk = listed("https://" + UUID.randomUUID() + ".example/1");
        for (int i = 0; i < 6; i++) {
            job.run();
            if (i == 0) {
                browser.get(bulk).body(containsString("We couldn&#39;t reach this site. We will try again."));
            }
            clock.forward(Duration.ofMinutes(3));
        }
        assertThat(opened).hasSize(3);
        browser.get(bulk)
                .body(containsString("Finished, nothing came in"), containsString("Try the failed ones again"));
        job.opener = address -> new PageFetcher.FetchedPage(URI.create(address), page(address), "UTF-8");
        browser.post(bulk + "/retry").statusCode(303);
        job.run();
        browser.get(bulk).body(containsString("<strong>Finished</strong>"), not(containsString("Try the failed")));
        assertThat(deeds(bulk)).containsExactly("bulk started", "bulk finished", "bulk tried again", "bulk finished");
    }

    @Test
    void stoppedInTheMiddleItGoesOnWhereItWas() {
        String bulk = started(zip(Map.of("1.txt", text(), "2.txt", text(), "3.txt", text())));
        BulkJob.Taken first = job.take().orElseThrow();
        browser.post(bulk + "/stop").statusCode(303);
        job.read(first);
        assertThat(job.take()).isEmpty();
        job.run();
        browser.get(bulk).body(containsString("<strong>Stopped</strong>: 1 of 3"), containsString("Resume"));
        browser.post(bulk + "/stop").statusCode(303);
        browser.post(bulk + "/resumption").statusCode(303);
        job.run();
        browser.get(bulk).body(containsString("<strong>Finished</strong>: 3 of 3"));
        assertThat(deeds(bulk)).containsExactly("bulk started", "bulk stopped", "bulk resumed", "bulk finished");
    }

    @Test
    void whatAKilledNodeHeldIsReadAfterItsLeaseAndOnlyOnce() {
        String bulk = started(zip(Map.of("1.txt", text(), "2.txt", text())));
        BulkJob.Taken lost = job.take().orElseThrow();
        job.run();
        browser.get(bulk).body(containsString("1 of 2"));
        assertThat(job.take()).isEmpty();
        clock.forward(BulkItem.LEASE);
        job.run();
        browser.get(bulk).body(containsString("<strong>Finished</strong>: 2 of 2"));
        job.read(lost);
        assertThat(states(bulk)).containsExactly("DONE", "DONE");
        assertThat(deeds(bulk)).containsExactly("bulk started", "bulk finished");
    }

    @Test
    void anItemThatKillsItsReaderIsLeftAfterThreeTries() {
        String bulk = started(zip(Map.of("1.txt", text())));
        for (int i = 0; i < 3; i++) {
            assertThat(job.take()).isPresent();
            clock.forward(BulkItem.LEASE);
        }
        job.run();
        browser.get(bulk).body(containsString("Reading this stopped three times without a word."));
    }

    @Test
    void aNodeThatWasLateForItsLeaseWritesNothing() {
        String bulk = started(zip(Map.of("1.txt", text())));
        BulkJob.Taken late = job.take().orElseThrow();
        clock.forward(BulkItem.LEASE);
        BulkJob.Taken next = job.take().orElseThrow();
        job.read(late);
        assertThat(states(bulk)).containsExactly("WAITING");
        job.read(next);
        assertThat(states(bulk)).containsExactly("DONE");
    }

    @Test
    void twoNodesReadEachItemOnce() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            files.put(i + ".txt", text());
        }
        String bulk = started(zip(files));
        var taken = new ConcurrentLinkedQueue<Long>();
        Callable<Void> node = () -> {
            for (Optional<BulkJob.Taken> item = job.take(); item.isPresent(); item = job.take()) {
                taken.add(item.get().lease().row());
                job.read(item.get());
            }
            job.finish();
            return null;
        };
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        } finally {
            nodes.shutdown();
        }
        assertThat(taken).hasSize(12).doesNotHaveDuplicates();
        assertThat(states(bulk)).hasSize(12).containsOnly("DONE");
        job.finish();
        assertThat(deeds(bulk)).containsExactly("bulk started", "bulk finished");
    }

    @Test
    void bytesThatCouldNotBeReadAreForgottenAfterThirtyDays() {
        String bulk = started(zip(Map.of("1.pdf", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))));
        job.run();
        browser.get(bulk).body(containsString("Try the failed ones again"));
        clock.forward(BulkJob.KEPT.plusSeconds(1));
        browser = DeskBrowser.with(people.cookieOf(people.checker()));
        job.forget();
        browser.get(bulk).body(not(containsString("Try the failed ones again")), containsString("This PDF is damaged"));
        browser.post(bulk + "/retry").statusCode(303);
        assertThat(states(bulk)).containsExactly("FAILED");
    }

    @Test
    void thereIsNoBulkThatWasNeverStarted() {
        browser.get("/desk/articles/bulk/999999999").statusCode(404);
        browser.post("/desk/articles/bulk/999999999/stop").statusCode(404);
    }

    private static byte[] text() {
        return ("Council plans a new library\n\nIt rained in the harbour. " + UUID.randomUUID())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] page(String address) {
        return ("<html><body><article><h1>Rain</h1><p>The council met and it rained in the harbour all day long, said "
                        + address + ".</p></article></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return Documents.zip(files);
    }

    private String started(byte[] zip) {
        return location(upload("zip", zip));
    }

    private String listed(String lines) {
        return location(browser.request()
                .multiPart("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .multiPart("addresses", lines)
                .post("/desk/articles/bulk?by=addresses")
                .then());
    }

    private void refused(String by, byte[] file, int status, String words) {
        upload(by, file).statusCode(status).body(containsString("There is a problem"), containsString(words));
    }

    private ValidatableResponse upload(String by, byte[] file) {
        return browser.request()
                .multiPart("csrf-token", "AAAAAAAAAAAAAAAAAAAAAA")
                .multiPart("file", "articles.zip", file)
                .post("/desk/articles/bulk?by=" + by)
                .then();
    }

    private static String location(ValidatableResponse response) {
        String location = response.statusCode(303).extract().header("Location");
        Matcher path = Pattern.compile("/desk/articles/bulk/\\d+$").matcher(location);
        assertThat(path.find()).isTrue();
        return path.group();
    }

    private static String id(String bulk) {
        return bulk.substring(bulk.lastIndexOf('/') + 1);
    }

    private List<String> states(String bulk) {
        return strings("select state from bulk_item where bulk_id = " + id(bulk) + " order by position");
    }

    private List<String> deeds(String bulk) {
        return strings("select action from audit_event where subject_type = 'bulk' and subject_id = " + id(bulk)
                + " order by id");
    }

    @SuppressWarnings("unchecked")
    private List<String> strings(String select) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(select, String.class).getResultList());
    }

    private long count(String select) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(select).getSingleResult()).longValue());
    }
}
