package org.ontherecord.published.timeline;

import java.util.ArrayList;
import java.util.List;

import org.ontherecord.published.timeline.TimelineShapes.Bracket;
import org.ontherecord.published.timeline.TimelineShapes.Flag;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/** The rows between years and sayings, as few as keep flags and brackets apart: flags fill from above, brackets from below. */
final class TimelineRows {

    private static final int MOST = 8;

    private TimelineRows() {}

    static int needed(List<Bracket> brackets, List<Flag> flags, double top) {
        int rows = Math.max(1, TimelineFlags.rows(flags, top));
        while (rows < MOST && place(brackets, flags, top, rows).size() < brackets.size()) {
            rows++;
        }
        return rows;
    }

    /** Those for which there is room. */
    static List<Bracket> place(List<Bracket> brackets, List<Flag> flags, double top, int rows) {
        List<Bracket> placed = new ArrayList<>();
        for (Bracket bracket : brackets) {
            for (int row = rows - 1; row >= 0; row--) {
                double rowTop = top + row * TimelineFlags.ROW;
                double y = rowTop + 13;
                boolean taken = flags.stream().anyMatch(f -> f.top() == rowTop && meets(bracket, f.from(), f.to()))
                        || placed.stream().anyMatch(b -> b.y() == y && meets(bracket, left(b), right(b)));
                if (!taken) {
                    Words words = bracket.words();
                    Words at = new Words(words.x(), y + 4.5, words.words(), words.anchor(), words.look());
                    placed.add(new Bracket(bracket.from(), bracket.to(), at, y));
                    break;
                }
            }
        }
        return placed;
    }

    private static boolean meets(Bracket bracket, double from, double to) {
        return left(bracket) < to + 6 && right(bracket) > from - 6;
    }

    private static double left(Bracket bracket) {
        return bracket.isNarrow() ? Math.min(bracket.from(), bracket.words().from()) : bracket.from();
    }

    private static double right(Bracket bracket) {
        return bracket.isNarrow() ? Math.max(bracket.to(), bracket.words().to()) : bracket.to();
    }
}
