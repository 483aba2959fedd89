package org.ontherecord.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Tracing;

/**
 * Asks the inbox of a running demonstration for its lists and decides in it, one after the other, and prints how long that took:
 * first the whole pages over HTTP, then in Chromium from a key to the answer on the page. Arguments: the site's address, the
 * password of the demonstration's checker, how often each is asked. {@link InboxFill} makes candidates to ask for.
 */
public final class InboxLoad {
    private static final int WARM_UP = 10;

    private final int times;
    private final String site;

    private InboxLoad(String site, int times) {
        this.site = site;
        this.times = times;
    }

    public static void main(String[] arguments) {
        var load = new InboxLoad(arguments[0], arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40);
        try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))) {
            var chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("ontherecord.browser.path", "/usr/bin/chromium")))
                    .setChromiumSandbox(false)
                    .setArgs(List.of("--disable-gpu", "--no-first-run", "--disable-background-networking")));
            BrowserContext visitor = chromium.newContext();
            Page page = visitor.newPage();
            page.navigate(load.site + "/sign-in?next=/desk/inbox");
            page.fill("[name=email]", "checker@demo.invalid");
            page.fill("[name=password]", arguments[1]);
            page.click("main button[type=submit]");
            page.waitForSelector(".inbox");
            load.ask(visitor.request());
            load.press(visitor, page);
        }
    }

    private void ask(APIRequestContext http) {
        Map<String, IntFunction<String>> lists = new LinkedHashMap<>();
        lists.put("inbox, first page", i -> "");
        lists.put("next page", i -> "page=" + (2 + i % 300));
        lists.put("page 390", i -> "page=390");
        for (String queue : List.of("mine", "repeats", "soon", "snoozed", "dismissed")) {
            lists.put("queue " + queue, i -> "queue=" + queue);
        }
        lists.put("one outlet", i -> "outlet=" + outlet(http));
        lists.put("kind", i -> "kind=PROMISE");
        lists.put("said by", i -> "speaker=speaker+" + (100 + i));
        lists.put("two words", i -> "q=council+ba");
        lists.put("a word nobody used", i -> "q=xyzzyqwv" + i);
        System.out.println("| Whole page, over HTTP | p50, ms | p95, ms | KB |\n|---|---|---|---|");
        lists.forEach((name, address) -> time(http, name, i -> "/desk/inbox?" + address.apply(i), Map.of()));
        Map<String, String> part = Map.of("HX-Request", "true");
        time(http, "the part with list and candidate", i -> "/desk/inbox?page=" + (1 + i % 300), part);
        Map<String, String> pane = Map.of("HX-Request", "true", "HX-Target", "selected");
        time(http, "the selected candidate alone", i -> "/desk/inbox?page=" + (1 + i % 300), pane);
        time(http, "what has come in since", i -> "/desk/inbox/arrivals?seen=" + (1 + i), part);
    }

    private Long found;

    private long outlet(APIRequestContext http) {
        if (found == null) {
            String page = http.get(site + "/desk/inbox").text();
            found = Long.valueOf(page.replaceAll("(?s).*<option value=\"(\\d+)\">Load outlet 7<.*", "$1"));
        }
        return found;
    }

    private void time(APIRequestContext http, String name, IntFunction<String> address, Map<String, String> headers) {
        double[] took = new double[times];
        long size = 0;
        for (int i = -WARM_UP; i < times; i++) {
            var options = com.microsoft.playwright.options.RequestOptions.create();
            headers.forEach(options::setHeader);
            String at = site + address.apply(Math.max(0, i));
            long began = System.nanoTime();
            APIResponse answer = http.get(at, options);
            size = answer.body().length;
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + at);
            }
            if (i >= 0) {
                took[i] = (System.nanoTime() - began) / 1e6;
            }
            answer.dispose();
        }
        print(name, took, " | " + size / 1024);
    }

    private static void print(String name, double[] took, String more) {
        Arrays.sort(took);
        System.out.printf("| %s | %.0f | %.0f%s |%n", name, took[took.length / 2], took[took.length * 95 / 100], more);
    }

    /** From the key to the first frame after the answer was swapped in, by the page's own clock. The trace is kept. */
    private void press(BrowserContext visitor, Page page) {
        page.navigate(site + "/desk/inbox");
        page.evaluate("""
                () => {
                  window.took = [];
                  let pressed = null;
                  addEventListener('keydown', () => { pressed = performance.now(); }, true);
                  document.addEventListener('htmx:afterSettle', () => {
                    if (pressed === null) return;
                    const from = pressed;
                    pressed = null;
                    requestAnimationFrame(() => setTimeout(() => window.took.push(performance.now() - from)));
                  });
                }""");
        System.out.println("\n| Key in the browser, to the answer on the page | p50, ms | p95, ms |\n|---|---|---|");
        visitor.tracing().start(new Tracing.StartOptions().setScreenshots(false).setSnapshots(false));
        keys(page, "`J`, the next candidate", 15, "j");
        keys(page, "`D` `V`, dismiss as vague", times, "d", "v");
        keys(page, "`U`, undo, and dismiss again", times / 2, "u", "d", "t");
        keys(page, "`N`, new claim", times / 2, "n");
        keys(page, "`S`, snooze", times / 2, "s");
        keys(page, "`A`, assign", times / 4, "a", "j");
        visitor.tracing().stop(new Tracing.StopOptions().setPath(Path.of("target/inbox-trace.zip")));
    }

    private static void keys(Page page, String name, int times, String... keys) {
        var all = new ArrayList<Double>();
        for (int i = -5; i < times; i++) {
            for (String key : keys) {
                boolean opens = key.equals("d");
                int before = ((Number) page.evaluate("window.took.length")).intValue();
                page.keyboard().press(key);
                if (!opens) {
                    page.waitForFunction("before => window.took.length > before", before);
                    if (i >= 0) {
                        all.add(((Number) page.evaluate("window.took.at(-1)")).doubleValue());
                    }
                }
            }
        }
        print(name, all.stream().mapToDouble(Double::doubleValue).toArray(), "");
    }
}
