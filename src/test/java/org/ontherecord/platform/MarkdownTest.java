package org.ontherecord.platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MarkdownTest {

    @Test
    void plainMarkdownBecomesPlainHtml() {
        assertThat(html("First.\n\nIt *did* **not**:\n\n- one\n- two\n\n> quoted\n\n`code`"))
                .isEqualToIgnoringWhitespace(
                        "<p>First.</p><p>It <em>did</em> <strong>not</strong>:</p><ul><li>one</li><li>two</li></ul>"
                                + "<blockquote><p>quoted</p></blockquote><p><code>code</code></p>");
    }

    @Test
    void linksToTheWebCarryNoWeight() {
        assertThat(html("[source](https://a.example/b?c=d&e=f)"))
                .contains("href=\"https://a.example/b?c&#61;d&amp;e&#61;f\"")
                .contains("rel=\"nofollow noopener\"");
    }

    @Test
    void headingsTakeTheirPlaceUnderThoseOfThePage() {
        assertThat(html("# One\n\n## Two\n\n##### Five")).contains("<h3>One</h3>", "<h3>Two</h3>", "<h4>Five</h4>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](data:text/html;base64,PHNjcmlwdD4=)",
                "[a](&#106;avascript:alert(1))",
                "[a](//evil.example)",
                "[a](/desk)",
                "![a](https://evil.example/pixel.gif)",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<p style=\"position:fixed\">a</p>",
                "<svg/onload=alert(1)>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<https://evil.example\" onmouseover=\"alert(1)>",
                "[a](https://evil.example \"t\\\" onmouseover=alert(1)\")",
                "```\n</code></pre><script>alert(1)</script>\n```",
                "<form action=/desk><button>",
                "<base href=//evil.example>",
                "a\u0000b<scr\u0000ipt>alert(1)</script>"
            })
    void nothingHostileGetsThrough(String text) {
        String html = html(text);
        assertThat(html.replaceAll("&lt;.*?&gt;", ""))
                .doesNotContainIgnoringCase("<script", "<img", "<svg", "<iframe", "<form", "<base", "<p style", "src=");
        assertThat(html).doesNotContainPattern("(?i)<[^>]*(onerror|onload|onmouseover|javascript:|data:)[^>]*>");
        assertThat(html).doesNotContainPattern("href=\"(?!https?://)");
    }

    private static String html(String text) {
        return Markdown.markdown(text).getValue();
    }
}
