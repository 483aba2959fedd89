package org.ontherecord.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says about itself in JSON-LD, Open Graph and its own head; every word of it is a stranger's. */
record PageFacts(
        String title, String byline, String outlet, LocalDate publishedOn, String language, String canonicalUrl) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> ARTICLE_TYPES = Set.of(
            "newsarticle",
            "article",
            "reportagenewsarticle",
            "blogposting",
            "opinionnewsarticle",
            "liveblogposting",
            "analysisnewsarticle",
            "report",
            "webpage");

    static PageFacts of(Document page, URI address) {
        JsonNode linked = linkedData(page);
        return new PageFacts(
                line(
                        300,
                        text(linked, "headline"),
                        meta(page, "og:title", "twitter:title"),
                        text(page, "h1"),
                        page.title()),
                line(
                        200,
                        name(linked.path("author")),
                        meta(page, "author", "article:author_name"),
                        text(page, "[rel=author]")),
                line(
                        120,
                        name(linked.path("publisher")),
                        meta(page, "og:site_name", "application-name"),
                        host(address)),
                date(page, linked),
                Stream.of(
                                page.select("html").attr("lang"),
                                text(linked, "inLanguage"),
                                meta(page, "og:locale", "content-language"))
                        .map(Languages::tag)
                        .filter(tag -> tag != null)
                        .findFirst()
                        .orElse(null),
                canonical(page, linked, address));
    }

    private static LocalDate date(Document page, JsonNode linked) {
        Element time = page.selectFirst("time[datetime]");
        return Stream.of(
                        text(linked, "datePublished"),
                        meta(page, "article:published_time", "datepublished", "date", "dc.date", "pubdate"),
                        time == null ? null : time.attr("datetime"))
                .map(NewsDate::stamp)
                .filter(date -> date != null)
                .findFirst()
                .orElse(null);
    }

    /** A page may not claim another site's address as its own: that would make two articles one. */
    private static String canonical(Document page, JsonNode linked, URI address) {
        Element link = page.selectFirst("link[rel=canonical][href]");
        return Stream.of(link == null ? null : link.absUrl("href"), meta(page, "og:url"), text(linked, "url"))
                .map(WebAddress::parse)
                .filter(url -> url != null && (address == null || sameSite(url.getHost(), address.getHost())))
                .map(URI::toString)
                .findFirst()
                .orElse(address == null ? null : String.valueOf(WebAddress.parse(address.toString())));
    }

    private static boolean sameSite(String one, String other) {
        return other != null
                && (one.equals(other)
                        || one.endsWith("." + other)
                        || other.endsWith("." + one)
                        || bare(one).equals(bare(other)));
    }

    private static String bare(String host) {
        return host.replaceFirst("^(?:www|m|amp|edition)\\.", "");
    }

    private static String host(URI address) {
        return address == null || address.getHost() == null
                ? null
                : bare(address.getHost().toLowerCase(Locale.ROOT));
    }

    private static JsonNode linkedData(Document page) {
        JsonNode any = JSON.createObjectNode();
        for (Element script : page.select("script[type=application/ld+json]")) {
            JsonNode root;
            try {
                root = JSON.readTree(script.data());
            } catch (JsonProcessingException brokenByItsAuthor) {
                continue;
            }
            Deque<JsonNode> open = new ArrayDeque<>();
            open.add(root);
            for (int looked = 0; !open.isEmpty() && looked < 500; looked++) {
                JsonNode node = open.poll();
                if (node.isObject() && isArticle(node)) {
                    return node;
                }
                node.path("@graph").forEach(open::add);
                if (node.isArray()) {
                    node.forEach(open::add);
                }
            }
        }
        return any;
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.path("@type");
        String name = type.isArray() ? type.path(0).asText() : type.asText();
        return ARTICLE_TYPES.contains(name.toLowerCase(Locale.ROOT))
                && (node.has("headline") || node.has("datePublished"));
    }

    private static String name(JsonNode node) {
        if (node.isArray()) {
            StringBuilder names = new StringBuilder();
            for (JsonNode one : node) {
                String name = name(one);
                if (name != null && names.length() < 200) {
                    names.append(names.length() == 0 ? "" : ", ").append(name);
                }
            }
            return names.length() == 0 ? null : names.toString();
        }
        return node.isTextual() ? node.asText() : text(node, "name");
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : null;
    }

    private static String text(Document page, String selector) {
        Element element = page.selectFirst(selector);
        return element == null ? null : element.text();
    }

    private static String meta(Document page, String... names) {
        for (String name : names) {
            for (Element meta : page.select("meta[content]")) {
                if (name.equalsIgnoreCase(meta.attr("property"))
                        || name.equalsIgnoreCase(meta.attr("name"))
                        || name.equalsIgnoreCase(meta.attr("itemprop"))
                        || name.equalsIgnoreCase(meta.attr("http-equiv"))) {
                    return meta.attr("content");
                }
            }
        }
        return null;
    }

    private static String line(int most, String... choices) {
        for (String choice : choices) {
            String line = CleanText.line(choice, most);
            if (!line.isEmpty() && WebAddress.parse(line) == null) {
                return line;
            }
        }
        return null;
    }
}
