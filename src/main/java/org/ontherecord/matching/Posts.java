package org.ontherecord.matching;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said in a post without what only its platform needs: links, the signature "— Name (@handle) June 4, 2019", the marks
 * before tags. The author's name stays, because claims name authors, and the date of the signature is when it was said.
 */
final class Posts {
    /** Posts are short; whoever sends more sends an article. */
    private static final int LONGEST = 10_000;

    private static final Pattern LINK =
            Pattern.compile("(?:https?://|pic\\.twitter\\.com/|\\bt\\.co/)\\S{0,2000}", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile(
            "\\b(?:January|February|March|April|May|June|July|August|September|October|November|December) "
                    + "\\d{1,2}, \\d{4}(?!\\d)");
    private static final Pattern HANDLE = Pattern.compile("\\(@\\w{1,30}\\)");
    private static final Pattern TAG = Pattern.compile("[#@](\\w{1,100})");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])|_");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

    private Posts() {}

    /** The utterance in plain words; unchanged where nothing would be left. */
    static Utterance plain(Utterance post) {
        String text = post.text().substring(0, Math.min(post.text().length(), LONGEST));
        boolean signed = HANDLE.matcher(text).find();
        LocalDate saidOn = post.saidOn() == null && signed ? date(text) : post.saidOn();
        String words = LINK.matcher(text).replaceAll(" ");
        words = HANDLE.matcher(words).replaceAll(" ");
        words = signed ? DATE.matcher(words).replaceAll(" ") : words;
        words = TAG.matcher(words)
                .replaceAll(tag ->
                        Matcher.quoteReplacement(HUMP.matcher(tag.group(1)).replaceAll(" ")));
        words = SPACES.matcher(words.replace('—', ' ')).replaceAll(" ").strip();
        return new Utterance(
                words.isEmpty() ? post.text() : words, post.before(), post.after(), post.speaker(), saidOn);
    }

    private static LocalDate date(String text) {
        Matcher found = DATE.matcher(text);
        try {
            return found.find() ? LocalDate.parse(found.group(), AMERICAN) : null;
        } catch (DateTimeParseException noSuchDay) {
            return null;
        }
    }
}
