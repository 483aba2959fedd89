package org.ontherecord.article;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.People;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** Feeds of a site on this machine, polled by hand with a stopped clock. */
@QuarkusTest
class WatchedFeedTest {

    /** What the site answers, and what it was asked. */
    private record Answer(int status, String type, String body, Map<String, String> headers) {}

    @Inject
    People people;

    @Inject
    TestClock clock;

    @Inject
    FeedJob feeds;

    @Inject
    FeedItemJob items;

    @Inject
    EntityManager database;

    private PageFetcher feedsFetcher;
    private PageFetcher itemsFetcher;
    private HttpServer site;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private DeskBrowser editor;
    private String token;
    private String base;

    @BeforeEach
    void start() throws IOException {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("update watched_feed set state = 'STOPPED'")
                    .executeUpdate();
            database.createNativeQuery(
                            "update feed_item set state = 'SKIPPED', settled_at = now() where state = 'WAITING'")
                    .executeUpdate();
        });
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String etag = exchange.getRequestHeaders().getFirst("If-None-Match");
            asked.add(path + (etag == null ? "" : " " + etag));
            Answer answer = answers.getOrDefault(path, new Answer(404, "text/html", "no", Map.of()));
            boolean same = etag != null && etag.equals(answer.headers().get("ETag"));
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(same ? 304 : answer.status(), same || body.length == 0 ? -1 : body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                if (!same) {
                    out.write(body);
                }
            }
        });
        site.start();
        token = "m" + UUID.randomUUID().toString().substring(0, 8);
        int port = site.getAddress().getPort();
        base = "http://" + token + ".example:" + port;
        var ofThisMachine = new PageFetcher(
                host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                InetAddress::isLoopbackAddress,
                asking -> asking == port,
                Duration.ofMinutes(1));
        QuarkusMock.installMockForType(ofThisMachine, PageFetcher.class);
        feedsFetcher = feeds.fetcher;
        itemsFetcher = items.fetcher;
        feeds.fetcher = ofThisMachine;
        items.fetcher = ofThisMachine;
        editor = DeskBrowser.with(people.cookieOf(people.editor()));
        clock.stopAt(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString());
    }

    @AfterEach
    void stop() {
        site.stop(0);
        feeds.fetcher = feedsFetcher;
        items.fetcher = itemsFetcher;
    }

    @Test
    void anEditorAddsAFeedAndItsArticlesAppear() {
        feed("/feed", item("/one", "Bridge opens in March"), item("/two", "Cake of the week"));
        page("/one", "Bridge opens in March");
        String address = add("/feed", "keywords", "bridge, tunnel");
        editor.get(address).body(containsString("first time within a few seconds"));
        run();
        editor.get(address)
                .body(
                        containsString("Article added."),
                        containsString("Bridge opens in March"),
                        containsString("Skipped. No keyword in its title or summary."));
        editor.get("/desk/feeds").body(containsString("1 taken, 1 skipped"));
        editor.get("/desk/articles").body(containsString("Bridge opens in March"));
        assertThat(asked).containsExactly("/feed", "/feed", "/one");
        assertThat(count(
                        "from audit_event where action = 'article added' and account_id is null and new_value->>'feed' = '"
                                + id(address) + "'"))
                .isOne();
    }

    @Test
    void aFeedIsAskedOnlyForWhatChangedAndAtItsInterval() {
        answers.put("/feed", new Answer(200, "application/rss+xml", rss(), Map.of("ETag", "\"v1\"")));
        add("/feed");
        run();
        run();
        clock.forward(Duration.ofMinutes(30));
        run();
        assertThat(asked).containsExactly("/feed", "/feed", "/feed \"v1\"");
    }

    @Test
    void anItemComesInOnceHoweverOftenItsFeedRepeatsIt() {
        feed("/feed", item("/one?utm_source=rss", "One"));
        page("/one", "One");
        String address = add("/feed");
        run();
        answers.put("/feed", new Answer(200, "text/xml", rss(item("/one?utm_source=mail", "One again")), Map.of()));
        clock.forward(Duration.ofHours(1));
        run();
        assertThat(articles()).isOne();
        editor.get(address).body(containsString("We had this article."));
    }

    @Test
    void aPoisonItemIsParkedWithItsReasonAndTriedAgain() {
        feed("/feed", item("/gone", "Lost story"), item("/good", "Good story"));
        page("/good", "Good story");
        String address = add("/feed");
        for (int i = 0; i < 4; i++) {
            run();
            clock.forward(Duration.ofMinutes(10));
        }
        editor.get(address)
                .body(
                        containsString("There is no page at this address (404)."),
                        containsString("Try again"),
                        containsString("Article added."),
                        not(containsString("Paste")));
        assertThat(asked).filteredOn("/gone"::equals).hasSize(3);
        page("/gone", "Lost story");
        long item = ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery(
                                        "select id from feed_item where state = 'PARKED' and feed_id = " + id(address))
                                .getSingleResult()))
                .longValue();
        editor.post(address + "/items/" + item + "/try").statusCode(303);
        run();
        assertThat(articles()).isEqualTo(2);
    }

    @Test
    void theFeedsOwnWordsStandInForAPageThatCannotBeRead() {
        String words = "<p>"
                + "The minister said on Friday that the bridge would open in March of next year. ".repeat(8) + "</p>";
        feed("/feed", item("/walled", "Walled story", words));
        answers.put("/walled", new Answer(403, "text/html", "no", Map.of()));
        add("/feed");
        run();
        assertThat(count(
                        "from snapshot s join article a on a.id = s.article_id where s.how = 'FEED' and a.canonical_url like '%"
                                + token + "%'"))
                .isOne();
    }

    @Test
    void killedAnywhereNothingIsLostOrDoubled() {
        feed("/feed", item("/one", "One"));
        page("/one", "One");
        add("/feed");
        FeedJob.Taken poll = feeds.take().orElseThrow();
        assertThat(feeds.take()).as("taken by this node alone").isEmpty();
        clock.forward(WatchedFeed.LEASE.plusSeconds(1));
        FeedJob.Taken again = feeds.take().orElseThrow();
        feeds.poll(poll);
        assertThat(count("from feed_item where address like '%" + token + "%'"))
                .as("late")
                .isZero();
        feeds.poll(again);

        FeedItemJob.Taken item = items.take().orElseThrow();
        assertThat(items.take()).isEmpty();
        clock.forward(FeedItem.LEASE.plusSeconds(1));
        FeedItemJob.Taken itemAgain = items.take().orElseThrow();
        items.bringIn(item);
        assertThat(articles()).as("late").isZero();
        items.bringIn(itemAgain);
        items.bringIn(itemAgain);
        assertThat(articles()).isOne();
    }

    @Test
    void failuresAreSaidAndWaitLongerEachTime() {
        feed("/feed");
        String address = add("/feed");
        answers.put("/feed", new Answer(500, "text/html", "no", Map.of()));
        run();
        assertThat(untilNext(address)).isEqualTo(Duration.ofHours(1));
        clock.forward(Duration.ofHours(1));
        run();
        assertThat(untilNext(address)).isEqualTo(Duration.ofHours(2));
        signedInToday()
                .get(address)
                .body(containsString("The site has a problem (500)."), containsString("last 2 polls did not work"));
        clock.forward(Duration.ofHours(2));
        answers.put("/feed", new Answer(503, "text/html", "no", Map.of("Retry-After", "86400")));
        run();
        assertThat(untilNext(address)).isEqualTo(Duration.ofDays(1));
        clock.forward(Duration.ofDays(1));
        answers.put("/feed", new Answer(200, "text/xml", "<rss version='2.0'><channel><item>", Map.of()));
        run();
        signedInToday().get(address).body(containsString("XML is broken at line 1"));
        feed("/feed");
        clock.forward(Duration.ofDays(1));
        run();
        signedInToday().get(address).body(not(containsString("did not work")));
    }

    @Test
    void aFeedThatMovedIsFollowedAndOneThatIsGoneIsLeft() {
        feed("/feed");
        feed("/new");
        String address = add("/feed");
        answers.put("/feed", new Answer(301, "text/html", "", Map.of("Location", base + "/new")));
        run();
        editor.get(address)
                .body(containsString(base + "/new"), containsString("Moved for good from " + base + "/feed"));
        answers.put("/new", new Answer(410, "text/html", "", Map.of()));
        clock.forward(Duration.ofHours(1));
        run();
        editor.get(address).body(containsString("This feed is gone."), containsString("Resume"));
        clock.forward(Duration.ofDays(30));
        int before = asked.size();
        run();
        assertThat(asked).hasSize(before);
    }

    @Test
    void onlyAFewPagesAMinuteAreOpenedAtOneSite() {
        String[] many = new String[25];
        for (int i = 0; i < many.length; i++) {
            many[i] = item("/p" + i, "Story " + i);
            page("/p" + i, "Story " + i);
        }
        feed("/feed", many);
        add("/feed");
        for (int i = 0; i < 5; i++) {
            run();
        }
        assertThat(articles()).isEqualTo(FeedItemJob.PER_MINUTE);
        clock.forward(Duration.ofSeconds(61));
        run();
        assertThat(articles()).isEqualTo(2 * FeedItemJob.PER_MINUTE);
    }

    @Test
    void whatIsNoFeedIsRefusedAndWhatWasTypedStays() {
        answers.put(
                "/page",
                new Answer(
                        200,
                        "text/html",
                        "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head><body>x</body></html>",
                        Map.of()));
        editor.post("/desk/feeds", "address", base + "/page", "outlet", "My Paper", "interval", "60", "keywords", "tax")
                .statusCode(422)
                .body(
                        containsString("its feed is at " + base + "/feed"),
                        containsString("value=\"My Paper\""),
                        containsString("tax"));
        editor.post("/desk/feeds", "address", "nonsense", "interval", "7")
                .statusCode(422)
                .body(
                        containsString("Write the address of the feed in full"),
                        containsString("Choose how often we look."));
        feed("/feed");
        add("/feed");
        editor.post("/desk/feeds", "address", base + "/feed", "interval", "60")
                .statusCode(422)
                .body(containsString("We watch this feed already."));
        editor.post("/desk/feeds", "address", base + "/none", "interval", "60")
                .statusCode(422)
                .body(containsString("There is nothing at this address (404)."));
    }

    @Test
    void editorsPauseResumeChangeAndStopAndCheckersLook() {
        feed("/feed");
        String address = add("/feed");
        editor.post(address + "/pause").statusCode(303);
        run();
        assertThat(asked).hasSize(1);
        editor.get(address).body(containsString("Paused"));
        editor.post(address + "/resumption").statusCode(303);
        run();
        assertThat(asked).hasSize(2);
        editor.post(address + "/poll").statusCode(303);
        run();
        assertThat(asked).hasSize(3);
        editor.post(address + "/details", "address", base + "/feed", "interval", "5", "keywords", "a, b")
                .statusCode(303);
        editor.get(address).body(containsString("Every 5 minutes"), containsString("a, b"));
        DeskBrowser checker = DeskBrowser.with(people.cookieOf(people.checker()));
        checker.get(address).statusCode(200).body(not(containsString("Stop watching")));
        checker.get("/desk/feeds/new").statusCode(403);
        checker.post(address + "/stop").statusCode(403);
        checker.post(address + "/poll").statusCode(303);
        editor.post(address + "/stop").statusCode(303);
        editor.get(address).body(containsString("no longer watched"));
        editor.post(address + "/stop").statusCode(303);
        editor.post(address + "/resumption").statusCode(409).body(containsString("Add it anew to watch it again."));
        editor.get("/desk/feeds/999999999").statusCode(404);
        add("/feed");
    }

    /** Sessions end while the clock goes forward. */
    private DeskBrowser signedInToday() {
        return DeskBrowser.with(people.cookieOf(people.editor()));
    }

    private void run() {
        feeds.run();
        items.run();
    }

    private String add(String path, String... more) {
        String[] fields = {"address", base + path, "interval", "30", "outlet", "Paper " + token};
        String[] all = new String[fields.length + more.length];
        System.arraycopy(fields, 0, all, 0, fields.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        String location =
                editor.post("/desk/feeds", all).statusCode(303).extract().header("Location");
        return location.substring(location.indexOf("/desk/"));
    }

    private void feed(String path, String... items) {
        answers.put(path, new Answer(200, "application/rss+xml", rss(items), Map.of()));
    }

    private static String rss(String... items) {
        return "<rss version=\"2.0\"><channel><title>Paper</title>" + String.join("", items) + "</channel></rss>";
    }

    private String item(String path, String title) {
        return item(path, title, "");
    }

    private String item(String path, String title, String words) {
        return "<item><title>" + title + "</title><link>" + base + path + "</link><guid>" + path + title
                + "</guid><description><![CDATA[" + words + "]]></description></item>";
    }

    private void page(String path, String title) {
        String body = "<html><head><title>" + title + "</title></head><body><article><h1>" + title
                + "</h1><p>The minister said in " + token + " on Friday that this is the story of " + title
                + " and no other one.</p></article></body></html>";
        answers.put(path, new Answer(200, "text/html", body, Map.of()));
    }

    private long articles() {
        return count("from article where canonical_url like '%" + token + "%'");
    }

    private long count(String from) {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> database.createNativeQuery("select count(*) " + from)
                                .getSingleResult()))
                .longValue();
    }

    private Duration untilNext(String address) {
        WatchedFeed feed = QuarkusTransaction.requiringNew().call(() -> WatchedFeed.findById(id(address)));
        return Duration.between(clock.instant(), feed.nextPollAt).truncatedTo(ChronoUnit.SECONDS);
    }

    private static long id(String address) {
        return Long.parseLong(address.replaceFirst(".*/", ""));
    }
}
