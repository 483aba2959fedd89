package org.ontherecord.extraction;

import org.ontherecord.article.Quote;

/** A word more or fewer at one end of a quote, within its paragraph. Words are what white space parts. */
enum ByAWord {
    WIDER,
    NARROWER,
    WIDER_START,
    NARROWER_START;

    private static final int LONGEST = 5_000;

    static ByAWord of(String name) {
        ByAWord way = CandidateForm.named(values(), name);
        if (way == null) {
            throw new Refused("Choose whether the quote is to have a word more or fewer, and at which end.");
        }
        return way;
    }

    /** The other quote, from offsets in code points. */
    Quote from(String text, int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(from, end - start);
        int newFrom = from;
        int newTo = to;
        switch (this) {
            case WIDER -> newTo = after(text, to);
            case NARROWER -> newTo = withoutSigns(text, from, before(text, to));
            case WIDER_START -> newFrom = before(text, from);
            case NARROWER_START -> newFrom = skip(text, after(text, from), 1);
        }
        if (newFrom >= newTo || newFrom >= to || newTo <= from) {
            throw new Refused("A quote has at least one word.");
        }
        Quote quote = Quote.between(text, newFrom, newTo);
        if (quote.exact().length() > LONGEST) {
            throw new Refused("A quote has at most 5,000 characters.");
        }
        return quote;
    }

    /** Where the next word ends; signs alone are no word. */
    private static int after(String text, int index) {
        int word = skip(text, index, 1);
        int i = word;
        boolean letter = false;
        while (i < text.length() && !(letter && isSpace(text, i))) {
            if (isSpace(text, i)) {
                i = skip(text, i, 1);
                continue;
            }
            letter |= Character.isLetterOrDigit(text.codePointAt(i));
            i += Character.charCount(text.codePointAt(i));
        }
        while (letter && ".,;:!?…".indexOf(text.charAt(i - 1)) >= 0) {
            i--;
        }
        return inParagraph(text, index, i);
    }

    /** Where the word before begins. */
    private static int before(String text, int index) {
        int i = skip(text, index, -1);
        boolean letter = false;
        while (i > 0 && !(letter && isSpace(text, i - 1))) {
            if (isSpace(text, i - 1)) {
                i = skip(text, i, -1);
                continue;
            }
            letter |= Character.isLetterOrDigit(text.codePointBefore(i));
            i -= Character.charCount(text.codePointBefore(i));
        }
        return inParagraph(text, i, index) == index ? i : index;
    }

    /** A dash is left behind by the word that stood after it. */
    private static int withoutSigns(String text, int from, int to) {
        int end = skip(text, to, -1);
        int i = end;
        while (i > from && !isSpace(text, i - 1)) {
            if (Character.isLetterOrDigit(text.codePointBefore(i))) {
                return end;
            }
            i -= Character.charCount(text.codePointBefore(i));
        }
        return i > from ? withoutSigns(text, from, i) : end;
    }

    private static int inParagraph(String text, int from, int to) {
        if (from == to || text.substring(from, to).contains("\n\n")) {
            throw new Refused("The quote goes no further: its paragraph ends here.");
        }
        return to;
    }

    private static int skip(String text, int index, int way) {
        int i = index;
        while (way > 0 ? i < text.length() && isSpace(text, i) : i > 0 && isSpace(text, i - 1)) {
            i += way;
        }
        return i;
    }

    private static boolean isSpace(String text, int index) {
        return Character.isWhitespace(text.charAt(index)) || Character.isSpaceChar(text.charAt(index));
    }
}
