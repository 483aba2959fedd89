package org.ontherecord.journeys;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
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

    /** Started by the first test that needs it; it ends with this process. */
    private static com.microsoft.playwright.Browser chromium;

    private final List<BrowserContext> visitors = new ArrayList<>();

    private Browser() {}

    public static Browser open() {
        try {
            if (chromium == null || !chromium.isConnected()) {
                chromium = launch();
            }
            return new Browser();
        } catch (PlaywrightException | IOException e) {
            String reason = "No browser for the browser tests: install Chromium (Debian: apt-get install chromium), or "
                    + "point -Dontherecord.browser.path at one. " + e.getMessage();
            if ("required".equals(System.getenv("ONTHERECORD_BROWSER"))) {
                throw new AssertionError(reason, e);
            }
            return Assumptions.abort(reason);
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
        BrowserContext visitor = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setJavaScriptEnabled(scripts)
                .setLocale("en-GB")
                .setTimezoneId("UTC")
                .setViewportSize(1280, 900));
        visitor.setDefaultTimeout(10_000);
        visitors.add(visitor);
        return visitor.newPage();
    }

    /** All visitors of this test leave. */
    @Override
    public void close() {
        visitors.forEach(BrowserContext::close);
    }

    private static com.microsoft.playwright.Browser launch() throws IOException {
        Optional<Path> installed = installed();
        if (installed.isEmpty()) {
            fetchChromium();
        }
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(FETCH_NOTHING));
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setArgs(QUIET)
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")));
        installed.ifPresent(options::setExecutablePath);
        try {
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            playwright.close();
            throw e;
        }
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
