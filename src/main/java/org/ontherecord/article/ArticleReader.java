package org.ontherecord.article;

import java.net.URI;

/** Reads an article's text and proposes its title, byline, outlet, date and language. */
public final class ArticleReader {

    private ArticleReader() {}

    /** Words from a form: plain text kept as it was given, or markup. */
    public static ArticleText pasted(String words) {
        return TextBytes.isHtml(words) ? HtmlArticle.read(words, null) : PlainArticle.read(words);
    }

    /**
     * An uploaded file or a fetched page, read as what its bytes are; the sender may have declared a character set, the
     * address may be unknown.
     */
    public static ArticleText bytes(byte[] bytes, String declaredCharset, URI address) {
        if (bytes.length > TextBytes.LARGEST) {
            throw TextBytes.tooLarge();
        }
        FileKind kind = FileKind.of(bytes);
        ArticleText read = switch (kind) {
            case PDF -> PdfArticle.read(bytes);
            case WORD -> WordArticle.read(bytes);
            case TEXT -> text(TextBytes.read(bytes, declaredCharset), address);
            default -> throw kind.refusal();
        };
        return read.from(address);
    }

    private static ArticleText text(TextBytes read, URI address) {
        String characters = read.characters();
        if (read.html()) {
            return HtmlArticle.read(characters, address);
        }
        if (Subtitles.is(characters)) {
            return PlainArticle.read(Subtitles.text(characters)).untitled();
        }
        return PlainArticle.read(Transcript.is(characters) ? Transcript.text(characters) : characters);
    }
}
