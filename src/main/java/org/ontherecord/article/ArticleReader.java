package org.ontherecord.article;

import java.net.URI;

/** Reads an article's text and proposes its title, byline, outlet, date and language. */
public final class ArticleReader {

    private ArticleReader() {}

    /** Words from a form: plain text kept as it was given, or markup. */
    public static ArticleText pasted(String words) {
        return TextBytes.isHtml(words) ? HtmlArticle.read(words, null) : PlainArticle.read(words);
    }

    /** An uploaded file or a fetched page; the sender may have declared a character set, the address may be unknown. */
    public static ArticleText bytes(byte[] bytes, String declaredCharset, URI address) {
        TextBytes read = TextBytes.read(bytes, declaredCharset);
        return read.html() ? HtmlArticle.read(read.characters(), address) : PlainArticle.read(read.characters());
    }
}
