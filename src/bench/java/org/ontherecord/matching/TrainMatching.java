package org.ontherecord.matching;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.ontherecord.matching.index.ClaimsInHeap;

/**
 * Trains the ranking of matches and says how well it ranks queries it has not seen, by cross-validation over whole events.
 * Arguments: the folder of judged queries, the file of hard pairs, the file of weights to write. The command stands in
 * docs/measured.md.
 */
public final class TrainMatching {
    private static final int FOLDS = 4;
    private static final int LOOKED_AT = 100;
    /** How strongly weights are held small, chosen by the cross-validation this prints. */
    private static final double HELD_SMALL = 3e-3;
    /** Tweets without their date stand for those copied without it. */
    private static final double WEIGHT_OF_UNDATED = 0.5;
    private static final double WEIGHT_OF_HARD = 1;

    /** One query with the traits of what was found for it. */
    record Group(String id, String event, double weight, List<Likeness> likenesses, boolean[] relevant, int all) {}

    private final TextVectors vectors;
    private final PrintStream out;

    private TrainMatching(TextVectors vectors) {
        this.vectors = vectors;
        this.out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws Exception {
        try (var vectors = new TextVectors(Path.of("target/matching.vectors"))) {
            new TrainMatching(vectors).run(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        }
    }

    private void run(Path data, Path hardPairs, Path weights) throws Exception {
        Judged tweets = Judged.collection(data.resolve("docs-2a.jsonl.gz"));
        Judged speeches = Judged.collection(data.resolve("docs-2b.jsonl.gz"));
        ClaimCandidates ofTweets = new ClaimsInHeap(tweets.claims, vectors::of);
        ClaimCandidates ofSpeeches = new ClaimsInHeap(speeches.claims, vectors::of);
        Map<String, List<Group>> train = new LinkedHashMap<>();
        Map<String, List<Group>> dev = new LinkedHashMap<>();
        List<Judged.Query> known = new ArrayList<>();
        for (String part : List.of("train", "dev")) {
            var into = part.equals("train") ? train : dev;
            List<Judged.Query> posts = tweets.queries(data.resolve(part + "-2a"), false);
            into.put("tweets", groups(posts, ofTweets, 1));
            into.put("tweets undated", groups(posts.stream().map(TrainMatching::undated).toList(), ofTweets, WEIGHT_OF_UNDATED));
            into.put("speeches", groups(speeches.queries(data.resolve(part + "-2b"), false), ofSpeeches, 1));
            into.put("speeches in context", groups(speeches.queries(data.resolve(part + "-2b"), true), ofSpeeches, 1));
            known.addAll(posts);
        }
        HardPairs pairs = HardPairs.read(hardPairs);
        ClaimCandidates ofPairs = new ClaimsInHeap(pairs.claims(), vectors::of);
        List<Group> hard = groups(pairs.queries(0), ofPairs, WEIGHT_OF_HARD);
        List<Group> hardHeldOut = groups(pairs.queries(1), ofPairs, WEIGHT_OF_HARD);
        out.printf("%d groups%n", train.values().stream().mapToInt(List::size).sum());

        Map<String, List<Group>> both = new LinkedHashMap<>();
        train.forEach((name, groups) -> {
            List<Group> all = new ArrayList<>(groups);
            all.addAll(dev.get(name));
            both.put(name, all);
        });
        RankingWeights ofTrain = fit(flat(train), hard);
        dev.forEach((name, groups) -> report("dev " + name, groups, ofTrain));
        crossValidate(both, hard);
        out.printf(Locale.ROOT, "hard pairs held out: %.3f of %d%n", pairs.right(hardHeldOut, ofTrain), hardHeldOut.size());

        RankingWeights all = fit(flat(both), join(hard, hardHeldOut));
        List<Group> believed = new ArrayList<>(both.get("tweets"));
        believed.addAll(both.get("tweets undated"));
        believed.addAll(both.get("speeches"));
        believed.addAll(both.get("speeches in context"));
        RankingWeights calibrated = Calibration.calibrate(all, believed, out);
        Files.write(weights, calibrated.lines());
        pairs.report(hardHeldOut, ofTrain, out);
    }

    private static Judged.Query undated(Judged.Query query) {
        Utterance said = query.utterance();
        return new Judged.Query(query.id(), new Utterance(said.text(), said.before(), said.after(), said.speaker(), null), query.relevant());
    }

    private List<Group> groups(List<Judged.Query> queries, ClaimCandidates candidates, double weight) {
        return IntStream.range(0, queries.size()).parallel().mapToObj(i -> {
            Judged.Query query = queries.get(i);
            List<Likeness> likenesses = Likeness.of(query.utterance(), candidates.find(query.utterance(), Sight.PUBLIC, LOOKED_AT));
            boolean[] relevant = new boolean[likenesses.size()];
            for (int j = 0; j < relevant.length; j++) {
                relevant[j] = query.relevant().contains(likenesses.get(j).found().claim().number());
            }
            return new Group(query.id(), event(query.id()), weight, likenesses, relevant, query.relevant().size());
        }).toList();
    }

    /** Sentences of one speech are held out together. */
    private static String event(String id) {
        return id.startsWith("b-") ? id.substring(0, id.lastIndexOf('_')) : id;
    }

    private void crossValidate(Map<String, List<Group>> sets, List<Group> hard) {
        Set<String> events = new HashSet<>();
        flat(sets).forEach(group -> events.add(group.event()));
        List<String> ordered = new ArrayList<>(events);
        ordered.sort(null);
        java.util.Collections.shuffle(ordered, new java.util.Random(7));
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> held = new HashSet<>();
            for (int i = fold; i < ordered.size(); i += FOLDS) {
                held.add(ordered.get(i));
            }
            RankingWeights weights = fit(
                    flat(sets).stream().filter(group -> !held.contains(group.event())).toList(), hard);
            sets.forEach((name, groups) -> {
                double[] sum = sums.computeIfAbsent(name, any -> new double[2]);
                groups.stream().filter(group -> held.contains(group.event())).forEach(group -> {
                    sum[0] += precision(group, weights);
                    sum[1]++;
                });
            });
        }
        sums.forEach((name, sum) -> out.printf(Locale.ROOT, "cross-validated %-22s MAP@5 %.3f (%d)%n", name, sum[0] / sum[1], (int) sum[1]));
    }

    private void report(String name, List<Group> groups, RankingWeights weights) {
        out.printf(
                Locale.ROOT,
                "%-26s MAP@5 %.3f, found %.3f (%d)%n",
                name,
                groups.stream().mapToDouble(group -> precision(group, weights)).average().orElse(0),
                groups.stream().mapToDouble(group -> (double) count(group.relevant()) / group.all()).average().orElse(0),
                groups.size());
    }

    static int count(boolean[] set) {
        int count = 0;
        for (boolean one : set) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Average precision of the first five, as the lab scores it. */
    static double precision(Group group, RankingWeights weights) {
        List<Likeness> ranked = Ranking.ordered(group.likenesses(), weights);
        Set<Likeness> relevant = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
        for (int i = 0; i < group.relevant().length; i++) {
            if (group.relevant()[i]) {
                relevant.add(group.likenesses().get(i));
            }
        }
        double sum = 0;
        int hits = 0;
        for (int i = 0; i < Math.min(5, ranked.size()); i++) {
            if (relevant.contains(ranked.get(i))) {
                sum += ++hits / (i + 1.0);
            }
        }
        return sum / Math.min(5, group.all());
    }

    static List<Group> flat(Map<String, List<Group>> sets) {
        return sets.values().stream().flatMap(List::stream).toList();
    }

    private static List<Group> join(List<Group> one, List<Group> other) {
        List<Group> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static RankingWeights fit(List<Group> judged, List<Group> hard) {
        return ListwiseFit.fit(answered(judged), answered(hard), HELD_SMALL);
    }

    private static List<Group> answered(List<Group> groups) {
        return groups.stream().filter(group -> count(group.relevant()) > 0).toList();
    }
}
