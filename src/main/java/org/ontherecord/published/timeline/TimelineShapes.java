package org.ontherecord.published.timeline;

import java.util.List;

/** What the templates print: shapes with a place, and a class name for their look. All numbers are pixels. */
public interface TimelineShapes {

    /** {@code anchor} is SVG's: start, middle or end. */
    record Words(double x, double y, String words, String anchor, String look) {
        public Words {
            x = TimelineAxis.round(x);
            y = TimelineAxis.round(y);
        }

        /** Where it begins and ends in a wide typeface: ours may not have arrived. */
        double from() {
            double width = TimelineShapes.bare(words);
            return switch (anchor) {
                case "middle" -> x - width / 2;
                case "end" -> x - width;
                default -> x;
            };
        }

        double to() {
            return from() + TimelineShapes.bare(words);
        }

        /** Whether both stand on one line and run into each other. */
        boolean overlaps(Words other) {
            return y == other.y && from() < other.to() && other.from() < to();
        }
    }

    /** A circle, square, tick or triangle; wider than nothing where only the month or year is known. */
    record Mark(String shape, double x, double y, double width) {
        public boolean isBar() {
            return width > 0;
        }

        public double barY() {
            return y - 4;
        }

        public double squareX() {
            return TimelineAxis.round(x - 4.5);
        }

        public double squareY() {
            return y - 4.5;
        }
    }

    /** Many times in one stretch: a line with two feet and the number. */
    record Bracket(double from, double to, Words words, double y) {
        /** The line with its feet; it stops for its words. */
        public String path() {
            double foot = y + 6;
            if (isNarrow()) {
                return "M" + from + " " + foot + "V" + y + "H" + to + "V" + foot;
            }
            double room = TimelineShapes.width(words.words(), 13) / 2.6;
            return "M" + from + " " + foot + "V" + y + "H" + TimelineAxis.round(words.x() - room) + "M"
                    + TimelineAxis.round(words.x() + room) + " " + y + "H" + to + "V" + foot;
        }

        boolean isNarrow() {
            return !"middle".equals(words.anchor());
        }
    }

    /** A stretch of the ribbon with its edge along the top; there is nothing inside where there is no room. */
    record Segment(
            String role,
            String texture,
            double x,
            double y,
            double width,
            double height,
            double edge,
            Inside inside,
            String hatch) {}

    /** A rating in words beside its sign; {@code since} only for the one that applies today. */
    record Inside(String role, String glyph, double x, double y, double size, Words word, String since) {}

    /** Said, not yet on our record; the words stop the line. */
    record Dotted(double from, double to, double y, Words words) {
        public String path() {
            if (words == null) {
                return "M" + from + " " + y + "H" + to;
            }
            double room = TimelineShapes.width(words.words(), 13) / 2.45;
            return "M" + from + " " + y + "H" + TimelineAxis.round(words.x() - room) + "M"
                    + TimelineAxis.round(words.x() + room) + " " + y + "H" + to;
        }
    }

    /** The bar at the right end of the ribbon. */
    record Today(double x, double top, double bottom, Words words) {}

    record Diamond(String role, double x, double y, boolean hollow) {}

    /** A deadline: the line, and the flag with its word; {@code left} flags hang before the line. */
    record Flag(
            double x,
            double top,
            double bottom,
            double width,
            boolean left,
            boolean ahead,
            boolean moved,
            String words,
            Words rule) {
        public double strikeFrom() {
            return TimelineAxis.round(wordsX() - strike() / 2);
        }

        public double strikeTo() {
            return TimelineAxis.round(wordsX() + strike() / 2);
        }

        private double strike() {
            return words.isEmpty() ? width : TimelineShapes.width(words, 13) / 1.3;
        }

        public double strikeY() {
            return top + 10;
        }

        public double wordsX() {
            return TimelineAxis.round(left ? x - width / 2 + 4 : x + width / 2 - 4);
        }

        public double wordsY() {
            return top + 14.5;
        }

        /** Flag cloth with a swallow tail at the loose end. */
        public String cloth() {
            double loose = TimelineAxis.round(left ? x - width : x + width);
            double notch = TimelineAxis.round(left ? x - width + 7 : x + width - 7);
            return x + "," + top + " " + loose + "," + top + " " + notch + "," + (top + 10) + " " + loose + ","
                    + (top + 20) + " " + x + "," + (top + 20);
        }

        double from() {
            return left ? x - width : x;
        }

        double to() {
            return left ? x : x + width;
        }
    }

    /** What stands under a diamond: the day, then a line or two. */
    record Caption(double x, double tickTop, double tickBottom, String role, List<Words> lines) {}

    /** One line of the key. */
    record Key(String shape, String role, String words) {}

    private static double bare(String words) {
        return width(words, 13) / 1.2;
    }

    /** Sixty hundredths of an em a character and a fifth more: for everything that must stay inside something. */
    static double width(String words, double size) {
        return words.codePointCount(0, words.length()) * size * 0.60 * 1.2;
    }
}
