package org.ontherecord.matching;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sentences with a claim that says the same in other words and one that looks the same and is not; written for this. */
record HardPairs(List<Row> rows) {
    record Row(String kind, String language, String said, String same, String notTheSame, String speaker) {}

    static HardPairs read(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            if (!cells[0].equals("kind")) {
                rows.add(new Row(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5].isBlank() ? null : cells[5]));
            }
        }
        return new HardPairs(rows);
    }

    /** The same at odd numbers, the other at even ones. */
    List<MatchableClaim> claims() {
        List<MatchableClaim> claims = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            claims.add(claim(2L * i + 1, rows.get(i), rows.get(i).same()));
            claims.add(claim(2L * i + 2, rows.get(i), rows.get(i).notTheSame()));
        }
        return claims;
    }

    private static MatchableClaim claim(long number, Row row, String text) {
        return new MatchableClaim(
                number, true, row.language(), text, null, List.of(), row.speaker(), List.of(), null, null, null, null);
    }

    /** Every other row, from the first or from the second. */
    List<Judged.Query> queries(int first) {
        List<Judged.Query> queries = new ArrayList<>();
        for (int i = first; i < rows.size(); i += 2) {
            Row row = rows.get(i);
            queries.add(new Judged.Query(
                    String.valueOf(i), Posts.plain(Utterance.of(row.said()).by(row.speaker())), Set.of(2L * i + 1)));
        }
        return queries;
    }

    double right(List<TrainMatching.Group> groups, RankingWeights weights) {
        return groups.stream().filter(group -> isRight(group, weights)).count() / (double) groups.size();
    }

    /** The same stands before the one that only looks it. */
    static boolean isRight(TrainMatching.Group group, RankingWeights weights) {
        long same = 2 * Long.parseLong(group.query().id()) + 1;
        for (Likeness one : Ranking.ordered(group.likenesses(), weights)) {
            long number = one.found().claim().number();
            if (number == same || number == same + 1) {
                return number == same;
            }
        }
        return false;
    }

    void report(List<TrainMatching.Group> groups, RankingWeights weights, PrintStream out) {
        Map<String, int[]> kinds = new TreeMap<>();
        for (var group : groups) {
            int[] counts = kinds.computeIfAbsent(rows.get(Integer.parseInt(group.query().id())).kind(), any -> new int[2]);
            counts[1]++;
            counts[0] += isRight(group, weights) ? 1 : 0;
        }
        kinds.forEach((kind, counts) -> out.printf(Locale.ROOT, "hard %-10s %d of %d%n", kind, counts[0], counts[1]));
    }
}
