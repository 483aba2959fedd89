package org.ontherecord.article;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.account.Role;
import org.ontherecord.journeys.forms.Form;
import org.ontherecord.journeys.forms.FormFaults;

import static org.assertj.core.api.Assertions.assertThat;

/** The forms of watched feeds, of a site on this machine. */
@QuarkusTest
class FeedFormsTest extends FormFaults {
    private static final String FEED =
            "<rss version=\"2.0\"><channel><title>Sample news</title><link>https://news.example/</link></channel></rss>";

    private HttpServer site;
    private String base;

    @BeforeEach
    void start() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            byte[] body = FEED.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
        int port = site.getAddress().getPort();
        base = "http://news" + UUID.randomUUID() + ".example:" + port + "/";
        QuarkusMock.installMockForType(
                new PageFetcher(
                        host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
                        InetAddress::isLoopbackAddress,
                        asking -> asking == port,
                        Duration.ofMinutes(1)),
                PageFetcher.class);
    }

    @AfterEach
    void stop() {
        site.stop(0);
        rows.change("update watched_feed set state = 'STOPPED' where address like '" + base + "%'");
    }

    @Override
    protected List<Form> forms() {
        return List.of(added(), changed());
    }

    @Test
    void whatIsPressedTwiceOnAFeedIsNotedOnceAndWhatIsStoppedStaysSo() {
        String feed = feed();
        for (String deed : List.of("pause", "pause", "resumption", "resumption", "stop", "stop")) {
            jonas().post(feed + "/" + deed).statusCode(303);
        }
        assertThat(rows.count(
                        "audit_event where subject_type = 'watched_feed' and action <> 'feed added' and subject_id = "
                                + id(feed)))
                .isEqualTo(3);
        String page = jonas().post(feed + "/pause").statusCode(409).extract().asString();
        assertThat(Jsoup.parse(page).select("main").text()).contains("Add it anew to watch it again.");
    }

    private Form added() {
        String address = base + UUID.randomUUID();
        return Form.of("feed added", "/desk/feeds")
                .by(Role.EDITOR)
                .with("address", address)
                .with("outlet", "The Sample Courier of the town")
                .with("interval", "30")
                .with("keywords", "harbour, bridge, town council")
                .makes("watched_feed where address = '" + address + "'")
                .wrong("address", "the feed of the sample town", "Write the address of the feed in full")
                .tooLong("outlet", 200)
                .wrong("interval", "7", "Choose how often we look")
                .wrong("keywords", "x".repeat(101), "at most 100 characters each");
    }

    private Form changed() {
        String feed = feed();
        String details = feed + "/details";
        var form = Jsoup.parse(jonas().get(details).statusCode(200).extract().asString());
        String address = form.select("main [name=address]").val();
        return Form.of("feed changed", details)
                .by(Role.EDITOR)
                .hidden("seen", form.select("main [name=seen]").val())
                .with("address", address)
                .with("outlet", "The Sample Courier of the town")
                .with("interval", "60")
                .with("keywords", "harbour, bridge, town council")
                .makes("audit_event where action = 'feed changed' and subject_type = 'watched_feed' and subject_id = "
                        + id(feed))
                .tooLong("outlet", 200)
                .wrong("interval", "often", "Choose how often we look")
                .wrong("keywords", String.join(", ", numbered()), "at most 50 keywords")
                .overtakenBy(
                        () -> DeskBrowser.with(people.cookieOf(people.secondEditor()))
                                .post(details, "address", address, "interval", "5", "keywords", "tunnel")
                                .statusCode(303),
                        "It is now " + address + ", outlet: as each page says, every 5 minutes, keywords: tunnel.");
    }

    private static List<String> numbered() {
        return IntStream.range(0, 51).mapToObj(i -> "word" + i).toList();
    }

    private String feed() {
        String next = jonas().post("/desk/feeds", "address", base + UUID.randomUUID(), "interval", "30")
                .statusCode(303)
                .extract()
                .header("Location");
        return next.substring(next.indexOf("/desk/"));
    }

    private static long id(String feed) {
        return Long.parseLong(feed.substring(feed.lastIndexOf('/') + 1));
    }

    private DeskBrowser jonas() {
        return DeskBrowser.with(people.cookieOf(people.editor()));
    }
}
