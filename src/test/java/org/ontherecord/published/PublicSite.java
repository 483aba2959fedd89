package org.ontherecord.published;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import io.restassured.response.Response;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

import static io.restassured.RestAssured.given;

/** The public site as a visitor finds it who starts at the front page and follows every link of this site. */
final class PublicSite {
    /** Of pages that differ only in numbers and names, so many are opened. */
    private static final int OF_A_SHAPE = 3;

    private static final int MOST = 400;

    /** What an address answered, and the page if it was one. */
    record Answer(String address, String linkedFrom, Response response) {
        boolean isPage() {
            return response.statusCode() == 200
                    && String.valueOf(response.contentType()).startsWith("text/html");
        }

        Document page() {
            return Jsoup.parse(response.asString(), address);
        }
    }

    private PublicSite() {}

    /** Every answer, by address, in the order found. */
    static Map<String, Answer> walk(List<String> starts) {
        Map<String, Answer> answers = new LinkedHashMap<>();
        Map<String, Integer> ofShape = new HashMap<>();
        Deque<String[]> todo = new ArrayDeque<>();
        starts.forEach(start -> todo.add(new String[] {start, "the start"}));
        while (!todo.isEmpty() && answers.size() < MOST) {
            String[] next = todo.poll();
            String address = next[0];
            if (answers.containsKey(address) || ofShape.merge(shape(address), 1, Integer::sum) > OF_A_SHAPE) {
                continue;
            }
            Response response = given().urlEncodingEnabled(false).get(address);
            Answer answer = new Answer(address, next[1], response);
            answers.put(address, answer);
            if (answer.isPage()) {
                links(answer).forEach(link -> todo.add(new String[] {link, address}));
            }
        }
        return answers;
    }

    /** One address for each kind of page; a list in another order or on another page is none of its own. */
    static List<String> oneOfEach(Map<String, Answer> answers) {
        var kinds = new TreeSet<String>();
        var chosen = new ArrayList<String>();
        answers.values().stream()
                .filter(Answer::isPage)
                .map(Answer::address)
                .filter(address -> kinds.add(kind(address)))
                .forEach(chosen::add);
        return chosen;
    }

    private static List<String> links(Answer answer) {
        return answer.page().select("a[href], link[href], img[src], iframe[src]").stream()
                .map(e -> e.hasAttr("href") ? e.attr("href") : e.attr("src"))
                .map(link -> link.replaceFirst("#.*", ""))
                .map(link -> link.startsWith("?") ? URI.create(answer.address()).getRawPath() + link : link)
                .filter(link -> link.startsWith("/") && !link.startsWith("//") && !link.startsWith("/sign-in"))
                .distinct()
                .toList();
    }

    private static String kind(String address) {
        String shape = shape(address);
        String path = shape.replaceFirst("[?].*", "");
        boolean past = shape.contains("as_of") && !path.equals("/");
        boolean other = address.contains("lang=fr") && path.equals("/claims/#");
        boolean searched = address.contains("q=nothing");
        return path + (past ? " past" : "") + (other ? " in another language" : "") + (searched ? " empty" : "");
    }

    /** The address without what names one thing: {@code /claims/#?as_of&page}. */
    private static String shape(String address) {
        URI uri = URI.create(address);
        String path = uri.getRawPath()
                .replaceAll("/[0-9]+[.][.][0-9]+", "/#..#")
                .replaceAll("/[0-9]+[^/.]*", "/#")
                .replaceAll("^/(topics)/[^/]+", "/$1/#");
        var names = new TreeSet<String>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                names.add(pair.replaceFirst("=.*", ""));
            }
        }
        return path + (names.isEmpty() ? "" : "?" + String.join("&", names));
    }
}
