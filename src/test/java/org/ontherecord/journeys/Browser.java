package org.ontherecord.journeys;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import org.junit.jupiter.api.Assumptions;

/**
 * Real Chromium for the journeys: the one on this machine, else one that Playwright fetches for itself. Without either
 * the tests are skipped and say so, unless ONTHERECORD_BROWSER=required, as in CI, makes that a failure.
 */
public final class Browser implements AutoCloseable {

    private static final Map<String, String> FETCH_NOTHING = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final List<String> QUIET = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** For machines far slower than ours: what is waited for comes, or the test fails for good. */
    private static final int LONGEST_WAIT_MILLIS = 60_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(LONGEST_WAIT_MILLIS);
    }

    /** Started by the first test that needs it; it ends with this process. */
    private static com.microsoft.playwright.Browser chromium;

    private final com.microsoft.playwright.Browser process;
    private final List<BrowserContext> visitors = new ArrayList<>();

    private Browser(com.microsoft.playwright.Browser process) {
        this.process = process;
    }

    public static Browser open() {
        try {
            if (chromium == null || !chromium.isConnected()) {
                chromium = launch();
            }
            return new Browser(chromium);
        } catch (PlaywrightException | IOException e) {
            String reason = "No browser for the browser tests: install Chromium (Debian: apt-get install chromium), or "
                    + "point -Dontherecord.browser.path at one. " + e.getMessage();
            if ("required".equals(System.getenv("ONTHERECORD_BROWSER"))) {
                throw new AssertionError(reason, e);
            }
            return Assumptions.abort(reason);
        }
    }

    /**
     * Two browsers look at many pages, each with a thread of its own: axe keeps one core busy. No page may be handed from one
     * thread to the other.
     */
    public static <T> void inTwo(Collection<T> all, BiConsumer<Browser, T> look) throws Exception {
        open().close(); // says here what is missing
        Queue<T> todo = new ConcurrentLinkedQueue<>(all);
        Callable<Void> one = () -> {
            try (Playwright driver = driver();
                    Browser browser = new Browser(start(driver))) {
                for (T next = todo.poll(); next != null; next = todo.poll()) {
                    look.accept(browser, next);
                }
            }
            return null;
        };
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : both.invokeAll(List.of(one, one))) {
                done.get();
            }
        } finally {
            both.shutdown();
        }
    }

    /** A page of a visitor of their own: no cookies but their own, English texts, UTC. */
    public Page visitor() {
        return visitor(true);
    }

    public Page visitorWithoutScripts() {
        return visitor(false);
    }

    private Page visitor(boolean scripts) {
        BrowserContext visitor = process.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setViewportSize(1280, 900));
        visitor.setDefaultTimeout(LONGEST_WAIT_MILLIS);
        visitors.add(visitor);
        return visitor.newPage();
    }

    /** All visitors of this test leave. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }

    private static com.microsoft.playwright.Browser launch() throws IOException {
        Playwright driver = driver();
        try {
            return start(driver);
        } catch (PlaywrightException e) {
            driver.close();
            throw e;
        }
    }

    private static Playwright driver() throws IOException {
        if (installed().isEmpty()) {
            fetchChromium();
        }
        return Playwright.create(new Playwright.CreateOptions().setEnv(FETCH_NOTHING));
    }

    private static com.microsoft.playwright.Browser start(Playwright driver) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(QUIET)
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")));
        installed().ifPresent(options::setExecutablePath);
        return driver.chromium().launch(options);
    }

    private static Optional<Path> installed() {
        String given = System.getProperty("ontherecord.browser.path");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Pattern.compile(File.pathSeparator)
                        .splitAsStream(System.getenv("PATH"))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static void fetchChromium() throws IOException {
        ProcessBuilder install =
                Driver.ensureDriverInstalled(FETCH_NOTHING, false).createProcessBuilder();
        install.command().addAll(List.of("install", "chromium"));
        install.redirectOutput(ProcessBuilder.Redirect.INHERIT).redirectErrorStream(true);
        try {
            if (install.start().waitFor() != 0) {
                throw new IOException("Playwright could not fetch one either.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while fetching a browser", e);
        }
    }
}
