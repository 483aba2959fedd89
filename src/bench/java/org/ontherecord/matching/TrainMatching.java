package org.ontherecord.matching;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.ontherecord.matching.index.ClaimsInHeap;
import org.ontherecord.matching.index.ClaimsInPostgres;

/**
 * Trains the ranking of matches and says how well it ranks queries it has not seen, by cross-validation over whole events.
 * Arguments: the folder of judged queries, the file of hard pairs, the file of weights to write. With
 * "compared" as a fourth it measures as well what finds alone. The command stands in docs/measured.md.
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
    record Group(String event, double weight, Judged.Query query, List<Likeness> likenesses, boolean[] relevant) {
        Measures measured(RankingWeights weights) {
            return Measures.of(
                    Ranking.ordered(likenesses, weights).stream().map(one -> one.found().claim().number()).toList(), query.relevant());
        }
    }

    private final TextVectors vectors;
    private final PrintStream out;

    private TrainMatching(TextVectors vectors) {
        this.vectors = vectors;
        this.out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws Exception {
        try (var vectors = new TextVectors(Path.of("target/matching.vectors"))) {
            new TrainMatching(vectors).run(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), arguments.length > 3 && arguments[3].equals("compared"));
        }
    }

    private void run(Path data, Path hardPairs, Path weights, boolean compared) throws Exception {
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
        dev.forEach((name, groups) -> row(
                "learned ranking, of the training part", "dev " + name, groups.stream().map(group -> group.measured(ofTrain)).toList()));
        dev.forEach((name, groups) -> row(
                "as shipped before, trained on these too",
                "dev " + name,
                groups.stream().map(group -> group.measured(RankingWeights.trained())).toList()));
        if (compared) {
            try (var tweetsInPostgres = new ClaimsInPostgres(tweets.claims);
                    var speechesInPostgres = new ClaimsInPostgres(speeches.claims)) {
                dev.forEach((name, groups) -> row(
                        "PostgreSQL alone",
                        "dev " + name,
                        groups,
                        groups.stream().parallel()
                                .map(group -> (name.startsWith("tweets") ? tweetsInPostgres : speechesInPostgres)
                                        .find(group.query().utterance(), Sight.PUBLIC, LOOKED_AT))
                                .toList(),
                        all -> FoundClaim::lexical));
            }
            unlearned("dev ", dev, ofTweets, ofSpeeches);
            unlearned("", both, ofTweets, ofSpeeches);
        }
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
            return new Group(event(query.id()), weight, query, likenesses, relevant);
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
        Map<String, List<Measures>> measured = new LinkedHashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> held = new HashSet<>();
            for (int i = fold; i < ordered.size(); i += FOLDS) {
                held.add(ordered.get(i));
            }
            RankingWeights weights = fit(
                    flat(sets).stream().filter(group -> !held.contains(group.event())).toList(), hard);
            sets.forEach((name, groups) -> groups.stream()
                    .filter(group -> held.contains(group.event()))
                    .forEach(group -> measured.computeIfAbsent(name, any -> new ArrayList<>()).add(group.measured(weights))));
        }
        measured.forEach((name, each) -> row("learned ranking, cross-validated", name, each));
    }

    /** Each way of finding alone, and two added in equal parts: what a ranking has to better. */
    private void unlearned(String part, Map<String, List<Group>> sets, ClaimCandidates ofTweets, ClaimCandidates ofSpeeches) {
        sets.forEach((name, groups) -> {
            ClaimCandidates candidates = name.startsWith("tweets") ? ofTweets : ofSpeeches;
            List<List<FoundClaim>> found = groups.stream().parallel()
                    .map(group -> candidates.find(group.query().utterance(), Sight.PUBLIC, LOOKED_AT)).toList();
            row("words alone (BM25)", part + name, groups, found, all -> FoundClaim::lexical);
            row("meaning alone", part + name, groups, found, all -> one -> one.meaning().best());
            row("both in equal parts", part + name, groups, found, all -> {
                var lexical = Likeness.stretched(all, FoundClaim::lexical);
                var meaning = Likeness.stretched(all, one -> one.meaning().best());
                return one -> lexical.applyAsDouble(one) + meaning.applyAsDouble(one);
            });
        });
    }

    private void row(
            String system,
            String queries,
            List<Group> groups,
            List<List<FoundClaim>> found,
            Function<List<FoundClaim>, ToDoubleFunction<FoundClaim>> score) {
        List<Measures> each = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            var by = score.apply(found.get(i));
            each.add(Measures.of(
                    found.get(i).stream()
                            .sorted(Comparator.comparingDouble(by).reversed().thenComparing(one -> one.claim().number()))
                            .map(one -> one.claim().number())
                            .toList(),
                    groups.get(i).query().relevant()));
        }
        row(system, queries, each);
    }

    private void row(String system, String queries, List<Measures> each) {
        out.printf("| %s | %s (%d) | %s |%n", system, queries, each.size(), Measures.average(each));
    }

    static int count(boolean[] set) {
        int count = 0;
        for (boolean one : set) {
            count += one ? 1 : 0;
        }
        return count;
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
