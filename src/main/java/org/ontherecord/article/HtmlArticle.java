package org.ontherecord.article;

import java.net.URI;
import java.util.List;

import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Markup: its main text as paragraphs, and what the page says about itself. */
final class HtmlArticle {

    /** Nested deeper than any article; beyond it the parser flattens. */
    private static final int DEEPEST = 200;
    /** A page that shows less than this and carries far more in its data is filled in by a script. */
    private static final int HARDLY_ANY = 200;

    /** Readability logs the whole page when it cannot resolve its links. */
    private static final String NOWHERE = "https://page.invalid/";

    private HtmlArticle() {}

    static ArticleText read(String html, URI address) {
        String base = address == null ? "" : address.toString();
        Document page = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(CleanText.of(html), base);
        PageFacts facts = PageFacts.of(page, address);
        List<String> paragraphs = MainText.of(page, facts, address == null ? NOWHERE : base);
        String text = CleanText.of(String.join("\n\n", paragraphs)).strip();
        if (text.length() < HARDLY_ANY && facts.body() != null && facts.body().length() > 2 * HARDLY_ANY) {
            text = facts.body();
        }
        return new ArticleText(
                text,
                facts.title(),
                facts.byline(),
                facts.outlet(),
                facts.publishedOn(),
                language(facts.language(), text),
                facts.canonicalUrl());
    }

    /** What the page declares, unless it is the English of a template around words in another language. */
    private static String language(String declared, String text) {
        String guessed = Languages.guess(text);
        boolean template = declared != null && declared.matches("en(-.*)?");
        return declared == null || template && guessed != null && !guessed.equals("en") ? guessed : declared;
    }
}
