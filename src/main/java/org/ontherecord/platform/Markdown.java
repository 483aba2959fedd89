package org.ontherecord.platform;

import java.util.regex.Pattern;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Markdown as HTML that is safe whoever wrote it. With {@link DataBlock}, the only place from which raw HTML reaches a page. */
@TemplateExtension
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    /** The page has its own h1 and h2, so a text's headings start at h3. */
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements("p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "h3", "h4")
            .allowElements((name, attributes) -> "h3", "h1", "h2")
            .allowElements((name, attributes) -> "h4", "h5", "h6")
            .allowElements("a")
            .allowUrlProtocols("http", "https")
            .allowAttributes("href")
            .matching(Pattern.compile("(?i)https?://.+"))
            .onElements("a")
            .requireRelsOnLinks("nofollow", "noopener")
            .toFactory();

    private Markdown() {}

    public static RawString markdown(String text) {
        return new RawString(POLICY.sanitize(RENDERER.render(PARSER.parse(text))));
    }
}
