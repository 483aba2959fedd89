package org.ontherecord.search;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Asks a running site for typical searches, page and facets and all, one after the other, and prints how long they took.
 * The first argument is its address, the second how often each kind of search is asked. The words are taken from its
 * claims with a fixed seed. {@link SearchFill} makes a record to ask.
 */
public final class SearchLoad {
    private static final Pattern WORDING = Pattern.compile("\"wording\":\"([^\"\\\\]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
    private static final int WARM_UP = 10;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random chance = new Random(2026);
    private final String site;
    private final List<String> wordings = new ArrayList<>();

    private SearchLoad(String site) {
        this.site = site;
    }

    public static void main(String[] arguments) throws Exception {
        new SearchLoad(arguments[0]).run(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100);
    }

    private void run(int times) throws Exception {
        String first = body("/api/v1/claims?limit=1");
        var total = TOTAL.matcher(first);
        total.find();
        int pages = Math.min(10_000, Integer.parseInt(total.group(1)) / 100);
        for (int i = 0; i < 20; i++) {
            var found = WORDING.matcher(body("/api/v1/claims?limit=100&page=" + (1 + chance.nextInt(pages))));
            while (found.find()) {
                wordings.add(found.group(1));
            }
        }
        Map<String, Supplier<String>> searches = new LinkedHashMap<>();
        searches.put("one word", () -> "q=" + in(words(5, 1)));
        searches.put("two words", () -> "q=" + in(words(4, 2)));
        searches.put("two words in quotation marks", () -> "q=" + in("\"" + neighbours() + "\""));
        searches.put("a misspelt word", () -> "q=" + in(misspelt()));
        searches.put("a word and a filter", () -> "q=" + in(words(5, 1)) + "&kind=promise&year=" + (2008 + chance.nextInt(16)));
        searches.put("a word that every twentieth claim has", () -> "q=health");
        searches.put("a word that every fifth claim has", () -> "q=taxes");
        searches.put("a word nobody used", () -> "q=xyzzyqwv" + chance.nextInt(1000));
        searches.put("a person's claims", () -> "person=" + (1 + chance.nextInt(5000)));
        searches.put("no words, a filter", () -> "kind=promise&year=" + (2008 + chance.nextInt(16)));
        searches.put("all claims", () -> "page=" + (1 + chance.nextInt(20)));
        System.out.printf("%s claims%n| Search | p50 ms | p95 ms | most ms |%n|---|---|---|---|%n", total.group(1));
        for (var search : searches.entrySet()) {
            double[] took = new double[times];
            for (int i = -WARM_UP; i < times; i++) {
                String address = "/claims?" + search.getValue().get();
                long began = System.nanoTime();
                body(address);
                if (i >= 0) {
                    took[i] = (System.nanoTime() - began) / 1e6;
                }
            }
            java.util.Arrays.sort(took);
            System.out.printf(
                    "| %s | %.0f | %.0f | %.0f |%n",
                    search.getKey(), took[times / 2], took[times * 95 / 100], took[times - 1]);
        }
        double[] took = new double[times];
        for (int i = 0; i < times; i++) {
            String word = words(4, 1);
            long began = System.nanoTime();
            body("/claims/suggestions?q=" + in(word.substring(0, 3)));
            took[i] = (System.nanoTime() - began) / 1e6;
        }
        java.util.Arrays.sort(took);
        System.out.printf("| names for three letters | %.0f | %.0f | %.0f |%n", took[times / 2], took[times * 95 / 100], took[times - 1]);
    }

    private String words(int shortest, int many) {
        var some = new ArrayList<String>();
        while (some.size() < many) {
            String[] words = any().split(" ");
            String word = words[chance.nextInt(words.length)];
            if (word.length() >= shortest) {
                some.add(word);
            }
        }
        return String.join(" ", some);
    }

    private String neighbours() {
        String[] words = any().split(" ");
        int at = chance.nextInt(words.length - 1);
        return words[at] + " " + words[at + 1];
    }

    private String misspelt() {
        String word = words(7, 1);
        int at = 2 + chance.nextInt(word.length() - 4);
        return word.substring(0, at) + word.substring(at + 1);
    }

    private String any() {
        return wordings.get(chance.nextInt(wordings.size()));
    }

    private static String in(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private String body(String address) throws Exception {
        var answer = client.send(
                HttpRequest.newBuilder(URI.create(site + address)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + address);
        }
        return answer.body();
    }
}
