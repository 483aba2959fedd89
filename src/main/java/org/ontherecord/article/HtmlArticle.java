package org.ontherecord.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import net.dankito.readability4j.Readability4J;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Markup: its main text as paragraphs, and what the page says about itself. */
final class HtmlArticle {

    /** Nested deeper than any article; beyond it the parser flattens. */
    private static final int DEEPEST = 200;
    /** Beyond this the readability scoring takes seconds; such pages are read by their paragraphs alone. */
    private static final int MOST_ELEMENTS = 20_000;

    /** Readability logs the whole page when it cannot resolve its links. */
    private static final String NOWHERE = "https://page.invalid/";

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "blockquote",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "figure",
            "figcaption",
            "table",
            "tr",
            "td",
            "th",
            "pre",
            "address",
            "hr",
            "body",
            "center",
            "details",
            "summary");
    private static final String NOT_TEXT =
            "script,style,noscript,template,svg,math,iframe,object,embed,form,nav,button,"
                    + "select,textarea,input,footer,aside,figcaption,[hidden],[aria-hidden=true]";

    private HtmlArticle() {}

    static ArticleText read(String html, URI address) {
        String base = address == null ? "" : address.toString();
        Document page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(CleanText.of(html), base);
        PageFacts facts = PageFacts.of(page, address);
        String text = mainText(page, address == null ? NOWHERE : base);
        LocalDate publishedOn = facts.publishedOn();
        String language = facts.language() != null ? facts.language() : Languages.guess(text);
        return new ArticleText(
                text, facts.title(), facts.byline(), facts.outlet(), publishedOn, language, facts.canonicalUrl());
    }

    private static String mainText(Document page, String base) {
        page.select(NOT_TEXT).remove();
        String whole = paragraphs(roughly(page));
        if (page.getAllElements().size() > MOST_ELEMENTS) {
            return whole;
        }
        Element main = new Readability4J(base, page.clone()).parse().getArticleContent();
        String read = main == null ? "" : paragraphs(main);
        return read.length() * 4 >= whole.length() || read.length() > 2_000 ? read : whole;
    }

    private static Element roughly(Document page) {
        List<Element> articles = page.select("article, main, [role=main], [itemprop=articleBody]");
        return articles.stream()
                .max((a, b) -> Integer.compare(a.text().length(), b.text().length()))
                .filter(article -> article.text().length() > 200)
                .orElse(page.body());
    }

    private static String paragraphs(Element root) {
        StringBuilder text = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        collect(root, text, paragraph);
        close(text, paragraph);
        return CleanText.of(text.toString()).strip();
    }

    private static void collect(Element element, StringBuilder text, StringBuilder paragraph) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                paragraph.append(words.getWholeText());
            } else if (node instanceof Element child) {
                boolean block = BLOCKS.contains(child.normalName());
                if (block || child.normalName().equals("br")) {
                    close(text, paragraph);
                }
                if (child.normalName().equals("li")) {
                    paragraph.append("• ");
                }
                collect(child, text, paragraph);
                if (block) {
                    close(text, paragraph);
                }
            }
        }
    }

    private static void close(StringBuilder text, StringBuilder paragraph) {
        String line = paragraph.toString().replaceAll("[\\s\\u00A0]++", " ").strip();
        paragraph.setLength(0);
        if (!line.isEmpty() && !line.equals("•")) {
            if (text.length() > 0) {
                text.append("\n\n");
            }
            text.append(line);
        }
    }
}
