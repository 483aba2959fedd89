package org.ontherecord.article;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.util.Timeout;

/**
 * Opens one web page for a newsroom that must not be led into its own network: the name is resolved once, every address
 * it has must be public, and the connection goes to that very address. Each redirect is checked anew.
 */
@ApplicationScoped
public class PageFetcher {

    static final int MOST_REDIRECTS = 3;
    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int AT_ONCE = 4;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Timeout ONE_STEP = Timeout.ofSeconds(5);
    private static final Set<String> KINDS = Set.of(
            "text/html",
            "text/plain",
            "application/xhtml+xml",
            "application/pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final Set<String> FEED_KINDS = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/xml",
            "text/xml",
            "text/html",
            "text/plain");
    static final String PASTE = " Paste the text instead.";

    /** Looks a name up; replaced in tests. */
    interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** A page as it came, with the address that was opened last. */
    public record FetchedPage(URI address, byte[] body, String charset) {}

    /**
     * What a site answered when asked for a feed. {@code body} is null unless the status is 200; {@code movedTo} is where the
     * feed is for good from now on, or null; {@code retryAfter} what the site asks us to wait, or null.
     */
    public record FetchedFeed(
            int status, byte[] body, String charset, Marks marks, URI address, URI movedTo, Duration retryAfter) {}

    /** What a site told us to send along next time, so that it answers only when something changed (RFC 9110, 13.1). */
    public record Marks(String etag, String lastModified) {
        static final Marks NONE = new Marks(null, null);
    }

    /** What is asked for: kinds of files, and whether it is a feed, of which any status is an answer. */
    record Wish(Set<String> kinds, String accept, Marks marks, boolean feed) {}

    private static final Wish A_PAGE = new Wish(
            KINDS, "text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8", Marks.NONE, false);

    private final Names names;
    private final Predicate<InetAddress> allowed;
    private final IntPredicate allowedPort;
    private final Duration longest;
    private final ExecutorService workers =
            new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), PageFetcher::daemon);

    public PageFetcher() {
        this(InetAddress::getAllByName, PublicAddresses::contains, port -> port == 80 || port == 443, LONGEST);
    }

    PageFetcher(Names names, Predicate<InetAddress> allowed, IntPredicate allowedPort, Duration longest) {
        this.names = names;
        this.allowed = allowed;
        this.allowedPort = allowedPort;
        this.longest = longest;
    }

    /** The page at an address, or {@link Unreadable} with the reason in words. */
    public FetchedPage fetch(String written) {
        SiteAnswer answer = visit(written, A_PAGE);
        return new FetchedPage(answer.address(), answer.body(), answer.charset());
    }

    /** The feed at an address, if it changed since the marks; {@link Unreadable} when nothing answered that is a feed. */
    public FetchedFeed fetchFeed(String written, Marks marks) {
        SiteAnswer answer = visit(
                written,
                new Wish(
                        FEED_KINDS,
                        "application/atom+xml,application/rss+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.5",
                        marks,
                        true));
        return new FetchedFeed(
                answer.status(),
                answer.body(),
                answer.charset(),
                answer.marks(),
                answer.address(),
                answer.movedTo(),
                answer.retryAfter());
    }

    private SiteAnswer visit(String written, Wish wish) {
        URI address = WebAddress.parse(written);
        if (address == null) {
            throw new Unreadable(
                    Unreadable.Reason.BAD_ADDRESS,
                    "We open web addresses that start with http:// or https://. Check the address.");
        }
        AtomicReference<HttpGet> current = new AtomicReference<>();
        Future<SiteAnswer> page;
        try {
            page = workers.submit(() -> follow(address, wish, current));
        } catch (RejectedExecutionException busy) {
            throw new Unreadable(
                    Unreadable.Reason.TOO_SLOW, "We are opening several other pages just now. Try again in a moment.");
        }
        try {
            return page.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            page.cancel(true);
            HttpGet request = current.get();
            if (request != null) {
                request.cancel();
            }
            throw SiteAnswer.tooSlow();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Unreadable refusal ? refusal : unreachable();
        } catch (InterruptedException shutdown) {
            page.cancel(true);
            Thread.currentThread().interrupt();
            throw SiteAnswer.tooSlow();
        }
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }

    private SiteAnswer follow(URI first, Wish wish, AtomicReference<HttpGet> current) throws IOException {
        URI address = first;
        URI movedTo = null;
        boolean forGood = true;
        for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
            SiteAnswer answer = open(address, wish, current);
            if (answer.next() == null) {
                return answer.movedTo(movedTo);
            }
            address = answer.next();
            forGood = forGood && (answer.status() == 301 || answer.status() == 308);
            movedTo = forGood ? address : movedTo;
        }
        throw new Unreadable(
                Unreadable.Reason.TOO_MANY_REDIRECTS,
                "We couldn't read this page. It sent us on too many times." + PASTE);
    }

    private SiteAnswer open(URI address, Wish wish, AtomicReference<HttpGet> current) throws IOException {
        int port = address.getPort() != -1
                ? address.getPort()
                : address.getScheme().equals("http") ? 80 : 443;
        if (!allowedPort.test(port)) {
            throw new Unreadable(
                    Unreadable.Reason.BAD_ADDRESS,
                    "We only open pages at the usual ports, not at " + port + "." + PASTE);
        }
        InetAddress[] checked = check(address);
        HttpGet request = new HttpGet(address);
        request.setHeader(HttpHeaders.ACCEPT, wish.accept());
        if (wish.marks().etag() != null) {
            request.setHeader(HttpHeaders.IF_NONE_MATCH, wish.marks().etag());
        }
        if (wish.marks().lastModified() != null) {
            request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, wish.marks().lastModified());
        }
        current.set(request);
        if (Thread.currentThread().isInterrupted()) {
            throw SiteAnswer.tooSlow();
        }
        try (CloseableHttpClient client = client(checked)) {
            return client.execute(request, response -> SiteAnswer.read(address, wish, response));
        } catch (InterruptedIOException slow) {
            throw SiteAnswer.tooSlow();
        }
    }

    /** All of a name's addresses must be public; one private among them is enough to refuse. */
    private InetAddress[] check(URI address) {
        InetAddress[] found;
        try {
            String host = address.getHost();
            found = names.of(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
        } catch (UnknownHostException unknown) {
            throw new Unreadable(
                    Unreadable.Reason.UNREACHABLE,
                    "We couldn't find the site " + address.getHost()
                            + ". Check the address, or paste the text instead.");
        }
        if (found.length == 0 || !List.of(found).stream().allMatch(allowed)) {
            throw new Unreadable(
                    Unreadable.Reason.PRIVATE_ADDRESS,
                    "This address leads into a private network, which we do not open." + PASTE);
        }
        return found;
    }

    private CloseableHttpClient client(InetAddress[] checked) {
        DnsResolver pinned = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                return checked;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(pinned)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(ONE_STEP)
                                .setSocketTimeout(ONE_STEP)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(ONE_STEP)
                        .setRedirectsEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .setUserAgent("OnTheRecord (claim tracker; opens one page at an editor's request)")
                .build();
    }

    private static Unreadable unreachable() {
        return new Unreadable(
                Unreadable.Reason.UNREACHABLE,
                "We couldn't reach this site. Check the address, or paste the text instead.");
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "page-fetcher");
        thread.setDaemon(true);
        return thread;
    }
}
