package org.ontherecord.published.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.ontherecord.published.timeline.TimelineEvent.Rating;
import org.ontherecord.published.timeline.TimelineRibbon.Stretch;
import org.ontherecord.published.timeline.TimelineRibbon.Texture;
import org.ontherecord.published.timeline.TimelineShapes.Inside;
import org.ontherecord.published.timeline.TimelineShapes.Segment;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/** The ribbon on one axis at one height: pale stretches with an edge, and the rating inside where it fits. */
record TimelineSegments(String id, TimelineAxis axis, double y, double height, double edge) {

    private static final double WORD = 15;
    private static final double PAD = 10;
    private static final double GLYPH = 17;
    private static final double GAP = 7;

    /** {@code lines} are verticals a word should not stand on. */
    List<Segment> draw(TimelineRibbon ribbon, List<Double> lines) {
        List<Segment> segments = new ArrayList<>();
        for (Stretch stretch : ribbon.stretches()) {
            double from = Math.max(axis.left(), axis.x(stretch.from()));
            double to = Math.min(axis.right(), axis.x(stretch.until()));
            if (stretch.rating() == null || stretch.texture() == Texture.WITHDRAWN || to - from < 0.1) {
                continue;
            }
            boolean current =
                    stretch.equals(ribbon.stretches().get(ribbon.stretches().size() - 1));
            segments.add(segment(stretch, from, to, inside(stretch, from, to, current, lines)));
        }
        return segments;
    }

    /** The rating in words at a place of its own; ends there when {@code x} is the right end. */
    Inside beside(Rating rating, double x, double baseline, boolean endsThere) {
        double start = endsThere ? x - wordWidth(rating) - GLYPH - GAP : x;
        return inside(rating, TimelineAxis.round(start), baseline, null);
    }

    boolean fits(Stretch stretch) {
        double width = Math.min(axis.right(), axis.x(stretch.until())) - Math.max(axis.left(), axis.x(stretch.from()));
        return width >= needed(stretch.rating());
    }

    private Inside inside(Stretch stretch, double from, double to, boolean current, List<Double> lines) {
        double needed = needed(stretch.rating());
        if (to - from < needed || height < 30) {
            return null;
        }
        double start = from;
        for (double line : lines) {
            if (line >= start && line < start + needed && line + needed <= to) {
                start = line;
            }
        }
        double middle = y + edge + (height - edge) / 2;
        String since = axis.words().say().since(axis.words().day(stretch.from()));
        boolean roomForSince = current && start + needed + 16 + TimelineShapes.width(since, 13) <= to;
        return inside(stretch.rating(), TimelineAxis.round(start + PAD), middle + 5, roomForSince ? since : null);
    }

    private Inside inside(Rating rating, double x, double baseline, String since) {
        double wordX = TimelineAxis.round(x + GLYPH + GAP);
        double base = TimelineAxis.round(baseline);
        return new Inside(
                rating.role(),
                rating.glyph(),
                x,
                TimelineAxis.round(base - 13.5),
                GLYPH,
                new Words(wordX, base, rating.label(), "start", "word"),
                since);
    }

    private Segment segment(Stretch stretch, double from, double to, Inside inside) {
        boolean interim = stretch.texture() == Texture.INTERIM;
        String role = stretch.rating().role();
        return new Segment(
                role,
                stretch.texture().name().toLowerCase(Locale.ROOT),
                from,
                y,
                TimelineAxis.round(to - from),
                height,
                edge,
                inside,
                interim ? id + "-" + role : null);
    }

    private static double needed(Rating rating) {
        return PAD + GLYPH + GAP + wordWidth(rating) + 4;
    }

    private static double wordWidth(Rating rating) {
        return TimelineShapes.width(rating.label(), WORD);
    }
}
