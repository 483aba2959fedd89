package org.ontherecord.article;

import java.net.URI;
import java.time.LocalDate;
import java.util.regex.Pattern;

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

    /** A file's name, or what programs write where nobody wrote anything. */
    private static final Pattern BY_A_PROGRAM = Pattern.compile(
            "(?i)^(?:microsoft |untitled|document ?\\d|powerpoint |slide |print|windows |office )|\\.(?:docx?|pdf|indd|qxd|rtf|txt|pages|odt)$");

    public ArticleText {
        if (text.isBlank()) {
            throw new Unreadable(
                    Unreadable.Reason.EMPTY, "We found no text in it. Paste the article's words, with the headline.");
        }
        if (text.length() > LONGEST && text.codePointCount(0, text.length()) > LONGEST) {
            throw tooLong();
        }
    }

    static Unreadable tooLong() {
        return new Unreadable(
                Unreadable.Reason.TOO_LARGE,
                "This text is longer than a million characters. Paste only the article, or add it in parts.");
    }

    /** The same without a title, where the first line is none. */
    ArticleText untitled() {
        return new ArticleText(text, null, byline, outlet, publishedOn, language, canonicalUrl);
    }

    /** The same, with the address it was opened at when it names none of its own. */
    ArticleText from(URI opened) {
        URI known = opened == null ? null : WebAddress.parse(opened.toString());
        return known == null || canonicalUrl != null
                ? this
                : new ArticleText(text, title, byline, outlet, publishedOn, language, known.toString());
    }

    /** The same, under the name its file had when nothing better is known. */
    public ArticleText orTitled(String fileName) {
        String name =
                CleanText.line(fileName, 200).replaceFirst("^.*[/\\\\]", "").replaceFirst("\\.\\p{Alnum}{1,5}$", "");
        return title != null || name.isBlank()
                ? this
                : new ArticleText(text, name, byline, outlet, publishedOn, language, canonicalUrl);
    }

    /** The same with what a document's properties say; programs fill them in too, so the text itself counts for more. */
    ArticleText proposing(String titled, String author, String written) {
        String line = CleanText.line(titled, 300);
        String name = CleanText.line(author, 200);
        return new ArticleText(
                text,
                line.indexOf(' ') < 0 || BY_A_PROGRAM.matcher(line).find() ? title : line,
                byline != null
                                || name.indexOf(' ') < 0
                                || BY_A_PROGRAM.matcher(name).find()
                        ? byline
                        : name,
                outlet,
                publishedOn != null ? publishedOn : NewsDate.stamp(written),
                language,
                canonicalUrl);
    }
}
