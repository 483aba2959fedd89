package org.ontherecord.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PageFetcherTest {

    private HttpServer site;
    private final AtomicInteger hits = new AtomicInteger();

    @BeforeEach
    void startSite() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.setExecutor(Executors.newCachedThreadPool());
        page("/page", 200, "text/html; charset=utf-8", "<p>Grüße</p>".getBytes(StandardCharsets.UTF_8));
        page("/picture", 200, "image/png", new byte[] {1, 2});
        page("/forbidden", 403, "text/html", "no".getBytes(StandardCharsets.UTF_8));
        page("/gone", 404, "text/html", "no".getBytes(StandardCharsets.UTF_8));
        page("/broken", 500, "text/html", "no".getBytes(StandardCharsets.UTF_8));
        page("/large", 200, "text/plain", new byte[PageFetcher.MOST_BYTES + 1]);
        redirect("/once", "/page");
        redirect("/loop", "/loop");
        redirect("/inside", "http://inside.example:" + site.getAddress().getPort() + "/page");
        redirect("/file", "file:///etc/passwd");
        redirect("/port", "http://site.example:22/");
        site.createContext("/bomb", exchange -> {
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            try (OutputStream gzip = new GZIPOutputStream(small)) {
                for (int i = 0; i < 60; i++) {
                    gzip.write(new byte[1024 * 1024]);
                }
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, "text/html", small.toByteArray());
        });
        site.createContext("/drip", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (true) {
                    body.write('x');
                    body.flush();
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException readerLeft) {
                exchange.close();
            }
        });
        site.start();
    }

    @AfterEach
    void stopSite() {
        site.stop(0);
    }

    @Test
    void aPageIsReadWithItsCharset() {
        PageFetcher.FetchedPage page = fetcher().fetch(at("/page"));
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Grüße");
        assertThat(page.charset()).isEqualTo("utf-8");
        assertThat(fetcher().fetch(at("/once")).address().getPath()).isEqualTo("/page");
    }

    @Test
    void whatTheSiteAnsweredIsSaidInWords() {
        assertRefused(Unreadable.Reason.REFUSED_BY_SITE, at("/forbidden"), "The site refused our request (403). Paste");
        assertRefused(Unreadable.Reason.REFUSED_BY_SITE, at("/gone"), "no page at this address (404)");
        assertRefused(Unreadable.Reason.REFUSED_BY_SITE, at("/broken"), "The site has a problem (500)");
        assertRefused(Unreadable.Reason.NOT_TEXT, at("/picture"), "another kind of file");
        assertRefused(
                Unreadable.Reason.UNREACHABLE,
                "http://nobody.example:" + site.getAddress().getPort(),
                "couldn't find the site nobody.example");
    }

    @Test
    void tooMuchTooOftenTooSlowIsCutOff() {
        assertRefused(Unreadable.Reason.TOO_LARGE, at("/large"), "larger than 5 MB");
        assertRefused(Unreadable.Reason.TOO_LARGE, at("/bomb"), "larger than 5 MB");
        assertRefused(Unreadable.Reason.TOO_MANY_REDIRECTS, at("/loop"), "too many times");
        assertThat(hits.get()).isLessThanOrEqualTo(2 + PageFetcher.MOST_REDIRECTS + 1);
        assertThatThrownBy(() -> fetcher(Duration.ofSeconds(2)).fetch(at("/drip")))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(Unreadable.Reason.TOO_SLOW))
                .hasMessageContaining("longer than 10 seconds");
    }

    @Test
    void aRedirectIntoThePrivateNetworkIsNotFollowed() {
        assertRefused(Unreadable.Reason.PRIVATE_ADDRESS, at("/inside"), "private network");
        assertRefused(Unreadable.Reason.BAD_ADDRESS, at("/file"), "no web address");
        assertThat(hits.get()).isEqualTo(2);
    }

    @Test
    void aNameThatChangesItsAddressIsAskedOnlyOnceAndThatAnswerIsUsed() {
        AtomicInteger asked = new AtomicInteger();
        PageFetcher.Names rebinding = host -> {
            if (asked.getAndIncrement() > 0) {
                throw new UnknownHostException("asked twice");
            }
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        };
        var page = new PageFetcher(rebinding, address -> true, port -> true, Duration.ofMinutes(1)).fetch(at("/page"));
        assertThat(page.body()).isNotEmpty();
        assertThat(asked).hasValue(1);
    }

    @Test
    void onePrivateAddressAmongPublicOnesIsEnoughToRefuse() throws UnknownHostException {
        InetAddress[] mixed = {InetAddress.getByName("93.184.216.34"), InetAddress.getByName("10.0.0.1")};
        var fetcher = new PageFetcher(host -> mixed, PublicAddresses::contains, port -> true, Duration.ofMinutes(1));
        assertThatThrownBy(() -> fetcher.fetch("http://mixed.example/")).hasMessageContaining("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://[::1]/",
                "http://2130706433/",
                "http://0/",
                "http://169.254.169.254/latest/meta-data",
                "http://[::ffff:10.0.0.1]/",
                "http://[64:ff9b::a00:1]/"
            })
    void theFetcherOfTheProductDoesNotOpenItsOwnHouse(String address) {
        assertThatThrownBy(() -> new PageFetcher().fetch(address))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refusal -> assertThat(refusal.reason())
                                .isIn(Unreadable.Reason.PRIVATE_ADDRESS, Unreadable.Reason.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://site.example/",
                "file:///etc/passwd",
                "javascript:alert(1)",
                "http://",
                "http://user:pw@site.example/",
                "no address",
                "http:///x",
                "gopher://site.example",
                "//site.example/"
            })
    void onlyWebAddressesAreOpened(String address) {
        assertThatThrownBy(() -> new PageFetcher().fetch(address)).hasMessageContaining("start with http");
    }

    @Test
    void onlyTheUsualPortsAreOpened() {
        assertThatThrownBy(() -> new PageFetcher().fetch("http://site.example:8080/"))
                .hasMessageContaining("usual ports");
    }

    private PageFetcher fetcher() {
        return fetcher(Duration.ofMinutes(1));
    }

    private PageFetcher fetcher(Duration patience) {
        PageFetcher.Names names = host -> switch (host) {
            case "site.example" -> new InetAddress[] {InetAddress.getLoopbackAddress()};
            case "inside.example" -> new InetAddress[] {InetAddress.getByName("10.1.2.3")};
            default -> throw new UnknownHostException(host);
        };
        return new PageFetcher(
                names,
                address -> address.isLoopbackAddress(),
                port -> port == site.getAddress().getPort(),
                patience);
    }

    private String at(String path) {
        return "http://site.example:" + site.getAddress().getPort() + path;
    }

    private void assertRefused(Unreadable.Reason reason, String address, String words) {
        assertThatThrownBy(() -> fetcher().fetch(address))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }

    private void page(String path, int status, String type, byte[] body) {
        site.createContext(path, exchange -> answer(exchange, status, type, body));
    }

    private void redirect(String path, String to) {
        site.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            answer(exchange, 302, "text/html", new byte[0]);
        });
    }

    private void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        hits.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Set-Cookie", "id=1");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        } catch (IOException readerLeft) {
            exchange.close();
        }
    }
}
