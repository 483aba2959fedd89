package org.ontherecord.platform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;

/** Two texts compared by word: what stayed, what was added, what was taken out. */
public record WordDiff(List<Stretch> stretches) {
    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|.", Pattern.DOTALL);

    /** Twice as many, with none in common, took 1.4 s of a busy processor; the time grows with the square. */
    private static final int MOST_TOKENS = 8_000;

    public enum Change {
        SAME,
        ADDED,
        REMOVED
    }

    /** A run of text with one fate. */
    public record Stretch(Change change, String text) {
        public boolean isAdded() {
            return change == Change.ADDED;
        }

        public boolean isRemoved() {
            return change == Change.REMOVED;
        }
    }

    /** By line first and by word within the lines that differ: long texts mostly change in a few places. */
    public static WordDiff between(String before, String after) {
        var stretches = new ArrayList<Stretch>();
        compare(tokens(LINE, before), tokens(LINE, after), stretches, (old, current) -> words(old, current, stretches));
        return new WordDiff(bridged(stretches));
    }

    private static void words(List<String> before, List<String> after, List<Stretch> stretches) {
        var old = tokens(WORD, String.join("", before));
        var current = tokens(WORD, String.join("", after));
        compare(old, current, stretches, (removed, added) -> {
            append(stretches, Change.REMOVED, removed);
            append(stretches, Change.ADDED, added);
        });
    }

    /** What both have is appended; what differs, or is too much to compare, is told in pairs of old and new. */
    private static void compare(
            List<String> before,
            List<String> after,
            List<Stretch> stretches,
            BiConsumer<List<String>, List<String>> differs) {
        int head = common(before, after);
        int tail = common(reversed(before.subList(head, before.size())), reversed(after.subList(head, after.size())));
        append(stretches, Change.SAME, before.subList(0, head));
        compareRest(
                before.subList(head, before.size() - tail),
                after.subList(head, after.size() - tail),
                stretches,
                differs);
        append(stretches, Change.SAME, before.subList(before.size() - tail, before.size()));
    }

    private static void compareRest(
            List<String> old,
            List<String> current,
            List<Stretch> stretches,
            BiConsumer<List<String>, List<String>> differs) {
        if (old.size() + current.size() > MOST_TOKENS) {
            differs.accept(old, current);
            return;
        }
        int oldDone = 0;
        var removed = new ArrayList<String>();
        var added = new ArrayList<String>();
        for (AbstractDelta<String> delta : DiffUtils.diff(old, current, new MyersDiffWithLinearSpace<String>())
                .getDeltas()) {
            var same = old.subList(oldDone, delta.getSource().getPosition());
            if (!same.isEmpty()) {
                differs.accept(List.copyOf(removed), List.copyOf(added));
                removed.clear();
                added.clear();
                append(stretches, Change.SAME, same);
            }
            removed.addAll(delta.getSource().getLines());
            added.addAll(delta.getTarget().getLines());
            oldDone = delta.getSource().getPosition() + delta.getSource().size();
        }
        differs.accept(removed, added);
        append(stretches, Change.SAME, old.subList(oldDone, old.size()));
    }

    /** How many tokens both begin with. */
    private static int common(List<String> one, List<String> other) {
        int length = Math.min(one.size(), other.size());
        int same = 0;
        while (same < length && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    private static List<String> reversed(List<String> tokens) {
        var reversed = new ArrayList<>(tokens);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Lists compared entry by entry: an entry is there, was added or was taken out. */
    public static WordDiff betweenLists(List<String> before, List<String> after) {
        var stretches = new ArrayList<Stretch>();
        before.stream()
                .filter(entry -> !after.contains(entry))
                .forEach(entry -> stretches.add(new Stretch(Change.REMOVED, entry)));
        after.forEach(entry -> stretches.add(new Stretch(before.contains(entry) ? Change.SAME : Change.ADDED, entry)));
        return new WordDiff(stretches);
    }

    /** Joins changes that only a space keeps apart, so that a new phrase reads as one. */
    private static List<Stretch> bridged(List<Stretch> stretches) {
        var result = new ArrayList<Stretch>();
        int i = 0;
        while (i < stretches.size()) {
            if (stretches.get(i).change() == Change.SAME) {
                result.add(stretches.get(i++));
                continue;
            }
            var removed = new StringBuilder();
            var added = new StringBuilder();
            while (i < stretches.size() && (stretches.get(i).change() != Change.SAME || joins(stretches, i))) {
                var stretch = stretches.get(i++);
                if (stretch.change() != Change.ADDED) {
                    removed.append(stretch.text());
                }
                if (stretch.change() != Change.REMOVED) {
                    added.append(stretch.text());
                }
            }
            if (removed.toString().isBlank() && added.toString().isBlank()) {
                add(result, Change.SAME, added);
                continue;
            }
            boolean both = !removed.toString().isBlank() && !added.toString().isBlank();
            if (both || added.toString().isBlank()) {
                add(result, Change.REMOVED, removed);
            }
            if (both || removed.toString().isBlank()) {
                add(result, Change.ADDED, added);
            }
        }
        return result;
    }

    private static void add(List<Stretch> result, Change change, StringBuilder text) {
        if (!text.isEmpty()) {
            result.add(new Stretch(change, text.toString()));
        }
    }

    private static boolean joins(List<Stretch> stretches, int i) {
        return stretches.get(i).text().isBlank() && !stretches.get(i).text().contains("\n") && i + 1 < stretches.size();
    }

    private static List<String> tokens(Pattern token, String text) {
        return token.matcher(text).results().map(MatchResult::group).toList();
    }

    private static void append(List<Stretch> stretches, Change change, List<String> tokens) {
        if (tokens.isEmpty()) {
            return;
        }
        String text = String.join("", tokens);
        int last = stretches.size() - 1;
        if (last >= 0 && stretches.get(last).change() == change) {
            stretches.set(last, new Stretch(change, stretches.get(last).text() + text));
        } else {
            stretches.add(new Stretch(change, text));
        }
    }
}
