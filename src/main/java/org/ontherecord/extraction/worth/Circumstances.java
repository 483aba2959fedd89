package org.ontherecord.extraction.worth;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the place of a line in its transcript says: who speaks and how much, whether they ask, how long the turn is, what stands around. */
final class Circumstances {

    /** How many numbers each line has. */
    static final int COUNT = 21;

    private static final int AROUND = 5;
    private static final int EDGE = 10;

    private final List<CheckWorthiness.Line> lines;
    private final Map<String, Integer> spoken = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, Integer> rank = new HashMap<>();
    private final int[] turnStart;
    private final int[] turnEnd;
    private final double[] lengths;

    Circumstances(List<CheckWorthiness.Line> lines) {
        this.lines = lines;
        int count = lines.size();
        turnStart = new int[count];
        turnEnd = new int[count];
        lengths = new double[count];
        for (int i = 0; i < count; i++) {
            spoken.merge(speaker(i), 1, Integer::sum);
            asked.merge(speaker(i), isQuestion(i) ? 1 : 0, Integer::sum);
            lengths[i] = Math.log1p(words(lines.get(i).text()));
            turnStart[i] = i > 0 && speaker(i).equals(speaker(i - 1)) ? turnStart[i - 1] : i;
        }
        for (int i = count - 1; i >= 0; i--) {
            turnEnd[i] = i < count - 1 && speaker(i).equals(speaker(i + 1)) ? turnEnd[i + 1] : i + 1;
        }
        List<String> byShare = spoken.keySet().stream()
                .sorted(Comparator.comparing((String name) -> -spoken.get(name)).thenComparing(name -> name))
                .toList();
        for (String name : byShare) {
            rank.put(name, rank.size());
        }
    }

    double[] of(int i) {
        int count = lines.size();
        String who = speaker(i);
        int place = rank.get(who);
        int turn = turnEnd[i] - turnStart[i];
        return new double[] {
            isRoom(who) ? 1 : 0,
            spoken.get(who) / (double) count,
            place == 0 ? 1 : 0,
            place == 1 ? 1 : 0,
            place == 2 ? 1 : 0,
            place >= 3 ? 1 : 0,
            asked.get(who) / (double) spoken.get(who),
            i / (double) count,
            i < EDGE ? 1 : 0,
            count - i < EDGE ? 1 : 0,
            Math.log1p(turn),
            Math.log1p(i - turnStart[i]),
            turn == 1 ? 1 : 0,
            turnStart[i] > 0 && isQuestion(turnStart[i] - 1) ? 1 : 0,
            i + 1 < count && isRoom(speaker(i + 1)) ? 1 : 0,
            i > 0 ? lengths[i - 1] : 0,
            i + 1 < count ? lengths[i + 1] : 0,
            lengthAround(i),
            who.contains("QUESTION") || who.contains("UNIDENT") || who.contains("MODERATOR") ? 1 : 0,
            Math.log(count) / 8,
            spoken.size() <= 2 ? 1 : 0
        };
    }

    private double lengthAround(int i) {
        int from = Math.max(0, i - AROUND);
        int to = Math.min(lines.size(), i + AROUND + 1);
        double sum = 0;
        for (int k = from; k < to; k++) {
            sum += lengths[k];
        }
        return sum / (to - from);
    }

    private String speaker(int i) {
        String name = lines.get(i).speaker();
        return name == null ? "" : name.strip().toUpperCase(Locale.ROOT);
    }

    private boolean isQuestion(int i) {
        return lines.get(i).text().indexOf('?') >= 0;
    }

    /** Applause and the like is nobody's; transcripts name it so, or name nobody. */
    private static boolean isRoom(String speaker) {
        return speaker.isEmpty() || speaker.equals("SYSTEM");
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            words += inside || blank ? 0 : 1;
            inside = !blank;
        }
        return words;
    }
}
