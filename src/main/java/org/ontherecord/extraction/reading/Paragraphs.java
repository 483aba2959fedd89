package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text cut into the paragraphs that can hold claims; headings and page furniture are left out. */
final class Paragraphs {

    /** A paragraph, without bullets, datelines and names before a colon; that name is the one who talks. A heading holds no claims. */
    record Paragraph(Span span, String label, boolean question, boolean bullet, boolean heading) {}

    /** Longer pieces are cut at a space: no paragraph of an article is that long, and no rule may see endless lines. */
    static final int LONGEST = 8_000;
    /** More than the longest text we keep holds, unless it is a list of scraps. */
    private static final int MOST = 5_000;

    private static final Pattern FINAL_STOP = Pattern.compile("[.!?…。！？؟][\\p{Pe}\\p{Pf}\\p{Pi}\"'*]{0,3}$");
    private static final Pattern BULLET = Pattern.compile("^(?:[-–—•*▪●◦]|\\d{1,2}[.)])\\s+");
    private static final Pattern LABEL =
            Pattern.compile("^(\\p{Lu}[\\p{L}.'’-]{0,25}(?:\\s\\p{Lu}[\\p{L}.'’-]{0,25}){0,4})\\s?:\\s+(?=\\S)");
    private static final Pattern NOT_A_NAME = Pattern.compile(
            "(?i)^(?:note|update|updated|breaking|analysis|correction|source|photo|image|video|watch|read more|related|live|exclusive|opinion|fact|claim|verdict|question|answer|tags?|topics?)$");
    private static final Pattern QUESTION_LABEL =
            Pattern.compile("(?i)^(?:q|question|interviewer|host|moderator|reporter)$");
    private static final Pattern DATELINE = Pattern.compile(
            "^\\p{Lu}[\\p{L}\\d .,'’/-]{1,60}?(?:\\((?:\\p{L}| ){2,20}\\)\\s?[-–—]|,\\s\\p{Lu}\\p{L}{2,8}\\.?\\s\\d{1,2}\\s?[-–—])\\s");
    private static final Pattern TIMESTAMP = Pattern.compile(
            "^\\d{1,2}[:.]\\d{2}\\s?(?:[ap]\\.?m\\.?|GMT|UTC|CET|CEST|BST|EST|EDT)?\\s?[-–—:|]?\\s+(?=\\p{L}|[\"“])");

    private static final Pattern QUOTES = Pattern.compile("[\"“”„«»‘']");

    private Paragraphs() {}

    static List<Paragraph> of(String text) {
        List<Paragraph> found = new ArrayList<>();
        String talking = null;
        boolean amongLinks = false;
        for (Span block : joined(text, lines(text))) {
            if (found.size() >= MOST) {
                break;
            }
            String words = block.of(text);
            if (PageFurniture.is(words)) {
                amongLinks = amongLinks || PageFurniture.opensLinks(words);
                heading(text, block, found);
                continue;
            }
            int skip = opening(words, DATELINE) + opening(words, TIMESTAMP);
            int bullet = opening(words.substring(skip), BULLET);
            String rest = words.substring(skip + bullet);
            Matcher label = LABEL.matcher(rest);
            if (label.find() && !NOT_A_NAME.matcher(label.group(1)).matches() && rest.length() > label.end() + 10) {
                talking = label.group(1);
                skip += label.end();
                rest = rest.substring(label.end());
            } else {
                talking = null;
            }
            boolean sentence = FINAL_STOP.matcher(rest).find() || rest.endsWith(":") && Words.count(rest) >= 5;
            amongLinks = amongLinks && !sentence;
            if (amongLinks || !sentence && !(bullet > 0 && Words.count(rest) >= 4) && talking == null) {
                heading(text, block, found);
                continue;
            }
            boolean question =
                    talking != null && QUESTION_LABEL.matcher(talking).matches();
            for (Span piece : pieces(text, new Span(block.from() + skip + bullet, block.to()))) {
                found.add(new Paragraph(piece, talking, question, bullet > 0, false));
            }
        }
        return found;
    }

    /** Headlines and what only looks like furniture hold no claims, but may quote somebody. */
    private static void heading(String text, Span block, List<Paragraph> found) {
        if (block.length() < LONGEST && QUOTES.matcher(block.of(text)).find()) {
            found.add(new Paragraph(block, null, false, false, true));
        }
    }

    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            lines.add(new Span(start, end).trimmed(text));
            start = end + 1;
        }
        return lines;
    }

    /** Lines are paragraphs, but for text wrapped by hand: several full lines in a row, most of which end inside a sentence. */
    private static List<Span> joined(String text, List<Span> lines) {
        List<Span> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            if (lines.get(i).length() == 0) {
                i++;
                continue;
            }
            int end = i;
            while (end < lines.size() && lines.get(end).length() > 0) {
                end++;
            }
            if (isWrapped(text, lines.subList(i, end))) {
                blocks.add(new Span(lines.get(i).from(), lines.get(end - 1).to()));
            } else {
                blocks.addAll(lines.subList(i, end));
            }
            i = end;
        }
        return blocks;
    }

    private static boolean isWrapped(String text, List<Span> lines) {
        if (lines.size() < 2) {
            return false;
        }
        int open = 0;
        int longest = 0;
        int shortest = Integer.MAX_VALUE;
        for (Span line : lines.subList(0, lines.size() - 1)) {
            open += FINAL_STOP.matcher(line.of(text)).find() ? 0 : 1;
            longest = Math.max(longest, line.length());
            shortest = Math.min(shortest, line.length());
        }
        return longest <= 100
                && shortest >= 45
                && longest - shortest <= 25
                && open * 2 > lines.size() - 1
                && !BULLET.matcher(lines.get(1).of(text)).find();
    }

    private static int opening(String words, Pattern pattern) {
        Matcher match = pattern.matcher(words);
        return match.find() ? match.end() : 0;
    }

    private static List<Span> pieces(String text, Span whole) {
        List<Span> pieces = new ArrayList<>();
        int start = whole.from();
        while (whole.to() - start > LONGEST) {
            int cut = text.lastIndexOf(' ', start + LONGEST);
            cut = cut <= start
                    ? start + LONGEST - (Character.isHighSurrogate(text.charAt(start + LONGEST - 1)) ? 1 : 0)
                    : cut;
            pieces.add(new Span(start, cut).trimmed(text));
            start = cut;
        }
        pieces.add(new Span(start, whole.to()).trimmed(text));
        pieces.removeIf(piece -> piece.length() == 0);
        return pieces;
    }
}
