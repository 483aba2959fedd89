package org.ontherecord.published.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ontherecord.published.timeline.TimelineEvent.Kind;
import org.ontherecord.published.timeline.TimelineRibbon.Change;
import org.ontherecord.published.timeline.TimelineShapes.Caption;
import org.ontherecord.published.timeline.TimelineShapes.Diamond;
import org.ontherecord.published.timeline.TimelineShapes.Words;

/** Diamonds on the lower line of the enlarged ribbon, and what stands under them, in tiers where they crowd. */
record TimelineCaptions(List<Diamond> diamonds, List<Caption> captions, double bottom) {

    private static final double SIZE = 13;
    private static final double BESIDE = 15;
    private static final double WIDEST = 232;
    private static final double TIER = 58;
    private static final int TIERS = 3;
    /** Fewer letters a line than this make a stump of a sentence. */
    private static final int SENTENCE = 16;

    static TimelineCaptions of(TimelineRibbon ribbon, TimelineAxis axis, TimelineSegments segments, double base) {
        Map<LocalDate, List<Change>> days = new LinkedHashMap<>();
        ribbon.changes().stream()
                .filter(c -> axis.holds(c.on()))
                .forEach(c ->
                        days.computeIfAbsent(c.on(), d -> new ArrayList<>()).add(c));
        List<Diamond> diamonds = diamonds(days.values(), axis, base);
        List<Double> starts = days.keySet().stream().map(axis::x).toList();
        double[] ends = {axis.left(), axis.left(), axis.left()};
        List<Caption> captions = new ArrayList<>();
        int deepest = 0;
        int index = 0;
        for (List<Change> day : days.values()) {
            double x = starts.get(index);
            double next = index + 1 < starts.size() ? starts.get(index + 1) : axis.right() + 8;
            index++;
            double after = next - x - 12;
            double before = x - ends[0] - 12;
            boolean endsThere = index == starts.size() && after < 150 && before > after;
            double room = Math.min(WIDEST, Math.max(endsThere ? before : after, 84));
            List<String> lines = lines(day, ribbon, segments, room);
            double width = lines.stream()
                    .mapToDouble(l -> l.length() * SIZE * 0.6)
                    .max()
                    .orElse(0);
            double from = endsThere ? x - width : x;
            int tier = 0;
            while (tier < TIERS - 1 && from < ends[tier]) {
                tier++;
            }
            if (from < ends[tier] && index < starts.size()) {
                continue;
            }
            ends[tier] = Math.max(ends[tier], from + width + 10);
            deepest = Math.max(deepest, tier);
            captions.add(caption(x, base, tier, lines, day, endsThere));
        }
        return new TimelineCaptions(diamonds, captions, base + 80 + deepest * TIER);
    }

    private static List<Diamond> diamonds(Collection<List<Change>> days, TimelineAxis axis, double base) {
        List<Diamond> diamonds = new ArrayList<>();
        for (List<Change> day : days) {
            double x = axis.x(day.get(0).on());
            for (int i = 0; i < day.size(); i++) {
                Change change = day.get(i);
                double left = TimelineAxis.round(x - BESIDE * (day.size() - 1 - i));
                diamonds.add(new Diamond(role(change), left, base, change.replaced() || change.withdraws()));
            }
        }
        return diamonds;
    }

    /** The day, the finding where its stretch has no room to say it or there were several, then what happened. */
    private static List<String> lines(List<Change> day, TimelineRibbon ribbon, TimelineSegments segments, double room) {
        Change last = day.get(day.size() - 1);
        int letters = (int) (room / (SIZE * 0.6));
        List<String> lines = new ArrayList<>();
        lines.add(segments.axis().words().dayAndMonth(last.on()));
        boolean told = day.size() == 1
                && ribbon.stretches().stream()
                        .filter(s -> s.from().equals(last.on()) && s.rating() != null)
                        .anyMatch(segments::fits);
        if (!told || last.withdraws()) {
            lines.addAll(wrap(findings(day, segments.axis().words().say()), letters, 2));
        }
        int left = 3 - lines.size();
        String label = last.event().label();
        String why = last.event().why();
        if (label != null && left > 0) {
            lines.addAll(wrap(label, letters, left));
        } else if (why != null && left == 2 && letters >= SENTENCE) {
            lines.addAll(wrap(why, letters, left));
        }
        return lines;
    }

    private static String findings(List<Change> day, TimelineMessages say) {
        StringBuilder words = new StringBuilder();
        for (Change change : day) {
            boolean corrects = change.event().verdict().kind() == Kind.CORRECTION;
            String joint = words.isEmpty() ? "" : (corrects ? say.correctedTo() : say.then()) + " ";
            words.append(joint)
                    .append(
                            change.withdraws()
                                    ? say.withdrawnHere()
                                    : change.rating().label());
        }
        return words.toString();
    }

    /** At most so many lines of whole words; the last one is clipped. */
    static List<String> wrap(String words, int letters, int most) {
        List<String> lines = new ArrayList<>();
        String rest = words.strip();
        while (lines.size() < most - 1 && rest.length() > letters && rest.indexOf(' ') > 0) {
            int fits = rest.lastIndexOf(' ', letters);
            int cut = fits > 0 ? fits : rest.indexOf(' ');
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        String last = rest.indexOf(' ') > 0 ? TimelineWords.clip(rest, letters) : rest;
        if (!last.isEmpty()) {
            lines.add(last);
        }
        return lines;
    }

    private static Caption caption(
            double x, double base, int tier, List<String> lines, List<Change> day, boolean endsThere) {
        double y = base + 38 + tier * TIER;
        List<Words> words = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            double gap = i == 0 ? 0 : 1 + i * 17;
            words.add(new Words(x, y + gap, lines.get(i), endsThere ? "end" : "start", i == 0 ? "date" : "note"));
        }
        return new Caption(x, base + 10, y - 17, role(day.get(day.size() - 1)), words);
    }

    private static String role(Change change) {
        return change.withdraws() || change.rating() == null
                ? "none"
                : change.rating().role();
    }
}
