package org.ontherecord.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jsoup.parser.Parser;

/**
 * Subtitles in SubRip or WebVTT (W3C), their cues joined into paragraphs; who speaks stands before a colon. Times are used
 * to find pauses and then dropped.
 */
final class Subtitles {

    private static final int HEAD = 4096;
    /** No line of a cue is longer; what follows is not looked at for tags. */
    private static final int LONGEST_LINE = 2_000;
    /** Silence after a sentence that begins a new paragraph where nobody says who speaks. */
    private static final int PAUSE_MILLIS = 4_000;

    private static final Pattern TIMES = Pattern.compile(
            "^\\s{0,9}(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})\\s{0,9}-->\\s{0,9}(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})");
    private static final Pattern NUMBER = Pattern.compile("^\\s{0,9}\\d{1,9}\\s{0,9}$");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^\\s<>]{1,60})?\\s+([^<>]{1,120})>");
    private static final Pattern TAG = Pattern.compile("</?[A-Za-z0-9][^<>]{0,200}>|\\{\\\\[^{}]{0,100}\\}");

    private Subtitles() {}

    /** One cue: when, by whom if it says so, and its lines. */
    private record Cue(long from, long to, List<String> lines) {}

    static boolean is(String characters) {
        String head = CleanText.of(characters.substring(0, Math.min(HEAD, characters.length())))
                .stripLeading();
        if (isWebVtt(head)) {
            return true;
        }
        List<String> first =
                head.lines().filter(line -> !line.isBlank()).limit(2).toList();
        return first.size() == 2
                && NUMBER.matcher(first.get(0)).matches()
                && TIMES.matcher(first.get(1)).find();
    }

    static String text(String characters) {
        var turns = Turns.ofSubtitles();
        Cue before = null;
        for (Cue cue : cues(CleanText.of(characters).stripLeading())) {
            if (before != null && cue.from() - before.to() > PAUSE_MILLIS) {
                turns.pause();
            }
            for (String line : cue.lines()) {
                if (before == null || !repeats(before, line)) {
                    say(turns, line);
                }
            }
            before = cue;
        }
        return turns.text();
    }

    /** Rolling captions show the line before once more. */
    private static boolean repeats(Cue before, String line) {
        return !before.lines().isEmpty()
                && before.lines().get(before.lines().size() - 1).equals(line);
    }

    private static void say(Turns turns, String line) {
        Matcher voice = VOICE.matcher(line);
        int from = 0;
        while (voice.find()) {
            turns.line(words(line.substring(from, voice.start())));
            turns.speaker(CleanText.line(words(voice.group(1)), 80));
            from = voice.end();
        }
        turns.line(words(line.substring(from)));
    }

    private static String words(String marked) {
        String bare = marked.indexOf('<') < 0 && marked.indexOf('{') < 0
                ? marked
                : TAG.matcher(marked).replaceAll("");
        return CleanText.of(bare.indexOf('&') < 0 ? bare : Parser.unescapeEntities(bare, false))
                .strip();
    }

    private static List<Cue> cues(String text) {
        List<Cue> cues = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean note = isWebVtt(text);
        boolean afterBlank = true;
        for (String raw : (Iterable<String>) text.lines()::iterator) {
            String line = raw.length() > LONGEST_LINE ? raw.substring(0, LONGEST_LINE) : raw;
            Matcher times = line.contains("-->") ? TIMES.matcher(line) : null;
            if (times != null && times.find()) {
                dropNumber(open);
                open = new ArrayList<>();
                cues.add(new Cue(millis(times, 1), millis(times, 5), open));
                note = false;
            } else if (line.isBlank()) {
                afterBlank = true;
                note = false;
                continue;
            } else if (afterBlank && isNote(line)) {
                note = true;
            } else if (!note) {
                add(open, raw);
            }
            afterBlank = false;
        }
        return cues;
    }

    /** The number of a cue stands on the line before its times. */
    private static void dropNumber(List<String> lines) {
        if (!lines.isEmpty() && NUMBER.matcher(lines.get(lines.size() - 1)).matches()) {
            lines.remove(lines.size() - 1);
        }
    }

    private static void add(List<String> lines, String raw) {
        for (int from = 0; from < raw.length(); from += LONGEST_LINE) {
            lines.add(raw.substring(from, Math.min(raw.length(), from + LONGEST_LINE)));
        }
    }

    private static boolean isWebVtt(String text) {
        return text.startsWith("WEBVTT") && (text.length() == 6 || Character.isWhitespace(text.charAt(6)));
    }

    private static boolean isNote(String line) {
        return line.equals("NOTE") || line.startsWith("NOTE ") || line.equals("STYLE") || line.equals("REGION");
    }

    private static long millis(Matcher times, int first) {
        long hours = times.group(first) == null ? 0 : Long.parseLong(times.group(first));
        return ((hours * 60 + Long.parseLong(times.group(first + 1))) * 60 + Long.parseLong(times.group(first + 2)))
                        * 1000
                + Long.parseLong(times.group(first + 3));
    }
}
