package org.ontherecord.article;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoken words put together line by line into paragraphs, a new one for each turn of a speaker: {@code NAME: words}. */
final class Turns {

    /** A paragraph without a speaker ends with the next sentence after so many characters. */
    private static final int LONG = 600;

    /** A speaker's name before a colon, perhaps with office and party: {@code SEN. ANA LOPEZ (R-TX):}. */
    private static final Pattern LABEL = Pattern.compile(
            "^(\\p{Lu}[\\p{L}.'’-]{0,25}(?: (?:of|de|von|the|\\p{Lu}[\\p{L}.'’-]{0,25})){0,5}(?: ?\\([^()\\n]{1,40}\\))?) ?:(?= |$)");

    private static final Pattern NOT_A_SPEAKER = Pattern.compile(
            "(?i)^(?:note|update|source|photo|image|video|watch|read more|related|live|date|time|location|place|subject|from|to|transcript|fact|claim|verdict|tags?|topics?)$");
    private static final Pattern CHANGE = Pattern.compile("^>{2,3}\\s*");
    private static final Pattern DASH = Pattern.compile("^[-–—]\\s?(?=\\p{L})");
    private static final Pattern FINAL_STOP = Pattern.compile("[.!?…。！？؟][\\p{Pe}\\p{Pf}\"']{0,3}$");
    private static final Pattern ASIDE = Pattern.compile("^(?:\\[[^\\[\\]]{1,80}\\]|\\([^()]{1,80}\\)|♪.{0,80})$");

    private final Pattern change;
    private final Predicate<String> isSpeaker;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder turn = new StringBuilder();
    private String speaker;
    private boolean open;

    private Turns(Pattern change, Predicate<String> isSpeaker) {
        this.change = change;
        this.isSpeaker = isSpeaker;
    }

    /** Subtitles write the names of speakers in capitals, and a dash where another one speaks. */
    static Turns ofSubtitles() {
        return new Turns(Pattern.compile(CHANGE + "|" + DASH), Turns::isInCapitals);
    }

    /** A transcript's speakers are those it names so. */
    static Turns of(Set<String> speakers) {
        return new Turns(CHANGE, speakers::contains);
    }

    static boolean isInCapitals(String name) {
        return name.replaceAll("\\([^)]*+\\)", "").codePoints().noneMatch(Character::isLowerCase);
    }

    /** The name a line begins with when it looks like a speaker's, or null. A bracket is never one. */
    static String label(String line) {
        Matcher label = LABEL.matcher(line);
        return label.find() && !NOT_A_SPEAKER.matcher(label.group(1)).matches() ? label.group(1) : null;
    }

    /** A line of words; it may begin with a change of speaker, with or without a name. */
    void line(String words) {
        Matcher mark = change.matcher(words);
        boolean changed = mark.find();
        String rest = words.substring(changed ? mark.end() : 0).strip();
        String named = label(rest);
        if (named != null && (changed || isSpeaker.test(named))) {
            begin(named, rest.substring(rest.indexOf(':', named.length()) + 1).strip());
        } else if (changed) {
            begin(null, rest);
        } else if (ASIDE.matcher(rest).matches() && speaker == null) {
            begin(null, rest);
            close();
        } else if (!rest.isEmpty()) {
            goOn(rest);
        }
    }

    /** Who speaks from here on, by a mark outside the words. */
    void speaker(String name) {
        if (!name.isEmpty() && !name.equals(speaker)) {
            close();
            speaker = name.replace(":", "");
        }
    }

    /** Silence: a speaker keeps the word, but where nobody is named a finished sentence ends the paragraph. */
    void pause() {
        if (speaker == null && FINAL_STOP.matcher(end()).find()) {
            close();
        }
    }

    String text() {
        close();
        return text.toString();
    }

    /** Whoever is named has a turn, though nothing was heard of it. */
    private void begin(String name, String words) {
        close();
        speaker = name;
        open = name != null || !words.isEmpty();
        turn.append(words);
    }

    private void goOn(String words) {
        if (speaker == null && turn.length() > LONG && FINAL_STOP.matcher(end()).find()) {
            close();
        }
        open = true;
        turn.append(turn.length() == 0 ? "" : " ").append(words);
    }

    private String end() {
        return turn.substring(Math.max(0, turn.length() - 5));
    }

    private void close() {
        if (open) {
            text.append(text.length() == 0 ? "" : "\n\n");
            if (speaker != null) {
                text.append(speaker).append(turn.length() == 0 ? ":" : ": ");
            }
            text.append(turn);
        }
        open = false;
        turn.setLength(0);
    }
}
