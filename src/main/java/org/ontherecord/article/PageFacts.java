package org.ontherecord.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** What a page says about itself in JSON-LD, Open Graph and its own head; every word of it is a stranger's. */
record PageFacts(
        String title,
        String byline,
        String outlet,
        LocalDate publishedOn,
        String language,
        String canonicalUrl,
        String body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Left over from pages that hid their data from browsers of the nineties. */
    private static final Pattern WRAPPING =
            Pattern.compile("^(?:<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//\\]\\]>|\\]\\]>|;)$");

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

    private static final String WRITERS =
            "[itemprop=author] [itemprop=name],[itemprop=author],[rel=author],.byline,.author,"
                    + ".article-byline,.article__byline,.c-byline,.autor,.auteur,.signature,.firma";
    private static final String MOMENTS =
            "time,[itemprop=datePublished],.dateline,.date,.published,.timestamp,.article-date,.publish-date,.datum,.fecha,.byline";
    private static final Pattern WRITTEN_BY = Pattern.compile(
            "^(?:written by|by|von|par|por|text|texte|بقلم)[: ]\\s?(?=\\p{L})", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_THE_NAMES =
            Pattern.compile("\\S{1,80}@\\S|\\s[|·•–—]|\\s-\\s|\\b(?:Published|Updated)\\b|\\(");
    private static final Pattern OFFICE = Pattern.compile(
            "\\b(?:editor|correspondent|reporter|writer|staff|desk|agenc(?:y|ies)|korrespondent(?:in)?|redakt|journaliste|corresponsal|redacci|envoyé)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    static PageFacts of(Document page, URI address) {
        JsonNode linked = linkedData(page);
        String outlet = line(
                120,
                name(linked.path("publisher")),
                meta(page, "og:site_name", "application-name"),
                text(page, "[itemprop=publisher] [itemprop=name]"),
                host(address));
        return new PageFacts(
                title(page, linked, outlet),
                byline(page, linked),
                outlet,
                date(page, linked),
                Stream.of(
                                page.select("html").attr("lang"),
                                text(linked, "inLanguage"),
                                meta(page, "og:locale", "content-language"))
                        .map(Languages::tag)
                        .filter(tag -> tag != null)
                        .findFirst()
                        .orElse(null),
                canonical(page, linked, address),
                body(linked));
    }

    /** Without the outlet's name behind it. Of several first headings the one in the article, or the one the head names. */
    private static String title(Document page, JsonNode linked, String outlet) {
        List<Element> headings = page.select("h1");
        String head = page.title();
        String heading = headings.stream()
                .filter(h1 -> h1.closest("article") != null)
                .findFirst()
                .or(() -> headings.stream()
                        .filter(h1 -> head.toLowerCase(Locale.ROOT)
                                .startsWith(h1.text().toLowerCase(Locale.ROOT)))
                        .findFirst())
                .or(() -> headings.stream()
                        .max((a, b) ->
                                Integer.compare(a.text().length(), b.text().length())))
                .map(Element::text)
                .orElse(null);
        String title = line(300, text(linked, "headline"), meta(page, "og:title", "twitter:title"), heading, head);
        if (title == null || outlet == null) {
            return title;
        }
        Matcher suffix = Pattern.compile("(?i)\\s+[|–—:·-]\\s+" + Pattern.quote(outlet) + "$")
                .matcher(title);
        return suffix.find() && suffix.start() > 0 ? title.substring(0, suffix.start()) : title;
    }

    private static String byline(Document page, JsonNode linked) {
        String stated = line(200, name(linked.path("author")), meta(page, "author", "article:author_name"));
        return stated != null ? names(stated) : names(line(300, text(page, WRITERS)));
    }

    /** Only the names of a line such as "By Ana Ferrand, Political Editor | ana@site.example". */
    private static String names(String line) {
        if (line == null) {
            return null;
        }
        String names = WRITTEN_BY.matcher(line).replaceFirst("");
        Matcher after = AFTER_THE_NAMES.matcher(names);
        if (after.find()) {
            names = names.substring(0, after.start());
        }
        names = Arrays.stream(names.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty() && !OFFICE.matcher(part).find())
                .limit(10)
                .collect(Collectors.joining(", "));
        return names.isEmpty() || names.length() > 200 || NewsDate.find(names) != null ? null : names;
    }

    /** The words a page carries as data; null where they are not free to read. */
    private static String body(JsonNode linked) {
        String body = text(linked, "articleBody");
        if (body == null || linked.path("isAccessibleForFree").asText("true").equalsIgnoreCase("false")) {
            return null;
        }
        return Arrays.stream(CleanText.of(Parser.unescapeEntities(body, false)).split("\\n+"))
                .map(line -> line.replaceAll("[\\s\\p{Z}]++", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** As data first; otherwise as readers see it, near the headline or the author, or among the first lines. */
    private static LocalDate date(Document page, JsonNode linked) {
        Element time = page.selectFirst("time[datetime]");
        Stream<LocalDate> stamps = Stream.of(
                        text(linked, "datePublished"),
                        meta(page, "article:published_time", "datepublished", "date", "dc.date", "pubdate"),
                        time == null ? null : time.attr("datetime"))
                .map(NewsDate::stamp);
        Stream<String> marked =
                page.select(MOMENTS).stream().limit(20).map(Element::text).filter(words -> words.length() <= 200);
        Stream<String> first = PageBlock.under(page.body(), Set.of()).stream()
                .limit(60)
                .map(PageBlock::text)
                .filter(words -> words.length() <= 110);
        return Stream.concat(stamps, Stream.concat(marked, first).map(NewsDate::find))
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
                root = JSON.readTree(WRAPPING.matcher(script.data().strip()).replaceAll(""));
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
