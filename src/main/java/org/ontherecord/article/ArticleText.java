package org.ontherecord.article;

import java.time.LocalDate;

/**
 * What was read from a page, a file or pasted words: the text, and proposals for the rest, each of which may be null and
 * is for a person to correct.
 */
public record ArticleText(
        String text,
        String title,
        String byline,
        String outlet,
        LocalDate publishedOn,
        String language,
        String canonicalUrl) {

    /** The longest text we keep, in code points. */
    public static final int LONGEST = 1_000_000;

    public ArticleText {
        if (text.isBlank()) {
            throw new Unreadable(
                    Unreadable.Reason.EMPTY, "We found no text in it. Paste the article's words, with the headline.");
        }
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
            throw new Unreadable(
                    Unreadable.Reason.TOO_LARGE,
                    "This text is longer than a million characters. Paste only the article, or add it in parts.");
        }
    }
}
