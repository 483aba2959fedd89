package org.ontherecord.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;

/** Two texts compared by word: what stayed, what was added, what was taken out. */
public record FieldDiff(List<Stretch> stretches) {
    private static final Pattern TOKEN = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}]+|.", Pattern.DOTALL);

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

    static FieldDiff between(String before, String after) {
        var old = tokens(before);
        var current = tokens(after);
        var stretches = new ArrayList<Stretch>();
        int done = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, current).getDeltas()) {
            append(stretches, Change.SAME, old.subList(done, delta.getSource().getPosition()));
            append(stretches, Change.REMOVED, delta.getSource().getLines());
            append(stretches, Change.ADDED, delta.getTarget().getLines());
            done = delta.getSource().getPosition() + delta.getSource().size();
        }
        append(stretches, Change.SAME, old.subList(done, old.size()));
        return new FieldDiff(bridged(stretches));
    }

    /** Lists compared entry by entry: an entry is there, was added or was taken out. */
    static FieldDiff betweenLists(List<String> before, List<String> after) {
        var stretches = new ArrayList<Stretch>();
        before.stream()
                .filter(entry -> !after.contains(entry))
                .forEach(entry -> stretches.add(new Stretch(Change.REMOVED, entry)));
        after.forEach(entry -> stretches.add(new Stretch(before.contains(entry) ? Change.SAME : Change.ADDED, entry)));
        return new FieldDiff(stretches);
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

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(result -> result.group()).toList();
    }

    private static void append(List<Stretch> stretches, Change change, List<String> tokens) {
        if (!tokens.isEmpty()) {
            stretches.add(new Stretch(change, String.join("", tokens)));
        }
    }
}
