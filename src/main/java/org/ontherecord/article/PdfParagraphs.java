package org.ontherecord.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.ontherecord.article.PdfLines.Line;

/** Paragraphs made again from printed lines: running heads and page numbers left out, words cut at a line's end joined. */
final class PdfParagraphs {

    /** The part of a page, at its top and at its foot, in which running heads stand. */
    private static final float EDGE = 0.12f;
    /** Lines of one column are compared with so many neighbours. */
    private static final int NEIGHBOURS = 30;

    private static final Pattern PAGE_NUMBER = Pattern.compile(
            "(?i)^[\\s|–—-]{0,4}(?:page|seite|página|pagina|p\\.)?\\s?\\d{1,4}(?:\\s?(?:/|of|von|de|sur)\\s?\\d{1,4})?[\\s|–—-]{0,4}$");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern FINAL_STOP = Pattern.compile("[.!?…:;。！？؟][\\p{Pe}\\p{Pf}\"'\\d]{0,3}$");
    private static final Pattern BULLET = Pattern.compile("^(?:[•*▪●◦‣]|[–—-]\\s|\\(?\\d{1,2}[.)]\\s)");

    private final List<Line> lines;
    private final Set<String> words = new HashSet<>();
    private final float pitch;

    private PdfParagraphs(List<Line> lines) {
        this.lines = lines;
        for (Line line : lines) {
            words.addAll(List.of(line.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}-]+")));
        }
        this.pitch = pitch(lines);
    }

    static String of(List<Line> lines) {
        return new PdfParagraphs(withoutRunningHeads(lines)).text();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        Line before = null;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (before == null || begins(before, line, columnRight(i - 1))) {
                text.append(text.length() == 0 ? "" : "\n\n").append(line.text());
            } else {
                join(text, line.text());
            }
            before = line;
        }
        return text.toString().replaceAll("[ \\t\\u00A0]++", " ");
    }

    /** Whether a line begins a paragraph: by its place, by the room that the line before left, or by its letters' size. */
    private boolean begins(Line before, Line line, float columnRight) {
        boolean sentenceOver = FINAL_STOP.matcher(before.text()).find();
        boolean otherSize = Math.abs(before.size() - line.size()) > 0.12f * Math.max(before.size(), line.size());
        if (otherSize || BULLET.matcher(line.text()).find() || Turns.label(line.text()) != null && sentenceOver) {
            return true;
        }
        float down = line.bottom() - before.bottom();
        if (line.page() != before.page() || down < -0.5f * line.size()) {
            return sentenceOver
                    || !Character.isLowerCase(line.text().codePointAt(0)) && leftRoom(before, line, columnRight);
        }
        if (down < 0.5f * line.size()) {
            return false;
        }
        boolean indented = line.left() - before.left() > 0.8f * line.size() && sentenceOver;
        return down > 1.35f * pitch && down > 1.5f * line.size() || indented || leftRoom(before, line, columnRight);
    }

    /** The next word would have fitted: somebody ended the line on purpose. */
    private static boolean leftRoom(Line before, Line line, float columnRight) {
        int space = line.text().indexOf(' ');
        float letter = (line.right() - line.left()) / line.text().length();
        float firstWord = letter * ((space < 0 ? line.text().length() : space) + 2);
        return columnRight - before.right() > firstWord;
    }

    /** How far the lines around this one reach that stand in the same column and letter. */
    private float columnRight(int index) {
        Line line = lines.get(index);
        float right = line.right();
        for (int i = Math.max(0, index - NEIGHBOURS); i < Math.min(lines.size(), index + NEIGHBOURS); i++) {
            Line other = lines.get(i);
            if (other.page() == line.page()
                    && Math.abs(other.left() - line.left()) < 2.5f * line.size()
                    && Math.abs(other.size() - line.size()) <= 0.12f * line.size()) {
                right = Math.max(right, other.right());
            }
        }
        return right;
    }

    /** A hyphen at a line's end goes, unless the text writes that word with a hyphen elsewhere. */
    private void join(StringBuilder text, String line) {
        int last = text.length() - 1;
        char end = text.charAt(last);
        boolean cut =
                (end == '-' || end == '\u00AD' || end == '‐') && last > 0 && Character.isLetter(text.charAt(last - 1));
        if (!cut) {
            text.append(' ').append(line);
            return;
        }
        if (end == '\u00AD' || Character.isLowerCase(line.codePointAt(0)) && !isWrittenWithHyphen(text, line)) {
            text.setLength(last);
        }
        text.append(line);
    }

    private boolean isWrittenWithHyphen(StringBuilder text, String line) {
        int from = text.length() - 1;
        while (from > 0 && text.length() - from < 40 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        int to = 0;
        while (to < line.length() && to < 40 && Character.isLetter(line.charAt(to))) {
            to++;
        }
        String start = text.substring(from, text.length() - 1).toLowerCase(Locale.ROOT);
        String rest = line.substring(0, to).toLowerCase(Locale.ROOT);
        return words.contains(start + "-" + rest) && !words.contains(start + rest);
    }

    private static List<Line> withoutRunningHeads(List<Line> lines) {
        Map<String, Set<Integer>> pagesOf = new HashMap<>();
        Set<Integer> pages = new HashSet<>();
        for (Line line : lines) {
            pages.add(line.page());
            if (isAtEdge(line)) {
                pagesOf.computeIfAbsent(repeated(line), text -> new HashSet<>()).add(line.page());
            }
        }
        int often = Math.max(2, pages.size() / 3);
        List<Line> kept = new ArrayList<>(lines);
        kept.removeIf(line -> isAtEdge(line)
                && (PAGE_NUMBER.matcher(line.text()).matches()
                        || pagesOf.get(repeated(line)).size() >= often));
        return kept;
    }

    private static boolean isAtEdge(Line line) {
        return line.bottom() < EDGE * line.pageHeight() || line.bottom() > (1 - EDGE) * line.pageHeight();
    }

    private static String repeated(Line line) {
        boolean top = line.bottom() < line.pageHeight() / 2;
        return top + DIGITS.matcher(line.text()).replaceAll("#");
    }

    /** The usual step from line to line; a little under the middle, as short paragraphs have as many gaps as lines. */
    private static float pitch(List<Line> lines) {
        List<Float> steps = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            float step = lines.get(i).bottom() - lines.get(i - 1).bottom();
            float size = lines.get(i).size();
            if (step > 0.5f * size && step < 3 * size) {
                steps.add(step);
            }
        }
        steps.sort(null);
        return steps.isEmpty() ? Float.MAX_VALUE : steps.get((steps.size() - 1) * 2 / 5);
    }
}
