package org.ontherecord.extraction.worth;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;

import org.ontherecord.platform.SentenceEncoder;

/**
 * Trains the ranker and says how well it ranks transcripts it has not seen, by cross-validation over whole events. Arguments:
 * the folder of labelled data and the file to write. The command stands in docs/measured.md.
 */
public final class TrainRanker {

    private static final int FOLDS = 5;
    private static final long SEED = 7;
    /** A word fewer sentences have tells more about them than about words. */
    private static final int RARE = 4;

    /** Costs (the inverse of how strongly weights are held small), chosen by the cross-validation this prints. */
    private static final double COST_OF_CROWD = 1 / 30.0;

    private static final double COST_OF_CROWD_WORDS = 3;
    private static final double COST_OF_CHECKED = 1e-4;
    private static final double COST_OF_PLACED = 1e-3;
    private static final double COST_OF_WORDS = 1;
    private static final double COST_OF_FUSED = 1e-2;

    /** A line with all that is known of it. */
    private record Row(String house, int transcript, int fold, String text, boolean checked, double[] circumstances) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<LabelledLines.Sentence> crowd;
    private final List<LabelledLines.Sentence> crowdDev;
    private final Map<String, double[]> vectors = new ConcurrentHashMap<>();
    private final Map<String, Double> rarity = new TreeMap<>();
    private final Map<String, Integer> column = new HashMap<>();
    private final Map<String, Double> figures = new LinkedHashMap<>();

    private TrainRanker(Path data) {
        crowd = LabelledLines.sentences(data.resolve("checkthat2024-claimbuster/train.tsv"));
        crowdDev = LabelledLines.sentences(data.resolve("checkthat2024-claimbuster/dev.tsv"));
        List<LabelledLines.Transcript> transcripts = Stream.of("checkthat2019-train", "checkthat2020-train")
                .flatMap(folder -> LabelledLines.transcripts(data.resolve(folder)).stream())
                .toList();
        List<String> events = new ArrayList<>(transcripts.stream()
                .map(LabelledLines.Transcript::event)
                .collect(Collectors.toCollection(TreeSet::new)));
        Collections.shuffle(events, new Random(SEED));
        for (int t = 0; t < transcripts.size(); t++) {
            LabelledLines.Transcript transcript = transcripts.get(t);
            var circumstances = new Circumstances(transcript.lines());
            for (int i = 0; i < transcript.lines().size(); i++) {
                rows.add(new Row(
                        transcript.house(),
                        t,
                        events.indexOf(transcript.event()) % FOLDS,
                        transcript.lines().get(i).text(),
                        transcript.checked()[i],
                        circumstances.of(i)));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        train(Path.of(arguments[0]), Path.of(arguments[1]))
                .forEach((name, value) -> System.out.printf(Locale.ROOT, "%s: %.4f%n", name, value));
    }

    /** Writes the file and gives what was measured on the way. */
    public static Map<String, Double> train(Path data, Path file) throws IOException {
        var training = new TrainRanker(data);
        training.encode(Path.of("target", SentenceEncoder.Model.E5_SMALL.id + ".vectors"));
        training.countWords();
        training.trainTo(file);
        return training.figures;
    }

    /** Vectors are kept in target/ between runs; without it each sentence is encoded anew. */
    private void encode(Path kept) throws IOException {
        if (Files.exists(kept)) {
            read(kept);
        }
        List<String> missing = texts().filter(text -> !vectors.containsKey(text)).toList();
        SentenceEncoder encoder = SentenceEncoder.of(SentenceEncoder.Model.E5_SMALL);
        missing.parallelStream().forEach(text -> vectors.put(text, widened(encoder.encode(text))));
        if (!missing.isEmpty()) {
            write(kept);
        }
        System.out.printf("%d sentences encoded, %d of them before%n", vectors.size(), vectors.size() - missing.size());
    }

    private void read(Path kept) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(kept)))) {
            for (int left = in.readInt(); left > 0; left--) {
                String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                double[] vector = new double[SentenceEncoder.LENGTH];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
                vectors.put(text, vector);
            }
        }
    }

    private void write(Path kept) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(kept)))) {
            out.writeInt(vectors.size());
            for (var each : vectors.entrySet()) {
                byte[] text = each.getKey().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
                for (double part : each.getValue()) {
                    out.writeFloat((float) part);
                }
            }
        }
    }

    private void countWords() {
        Map<String, Integer> sentences = new TreeMap<>();
        vectors.keySet().forEach(text -> WordPairs.of(text).keySet().forEach(word -> sentences.merge(word, 1, Integer::sum)));
        sentences.forEach((word, count) -> {
            if (count >= RARE) {
                column.put(word, column.size() + 1);
                rarity.put(word, rounded(Math.log((1.0 + vectors.size()) / (1.0 + count)) + 1));
            }
        });
    }

    private void trainTo(Path file) throws IOException {
        List<String> judged = crowd.stream().map(LabelledLines.Sentence::text).toList();
        boolean[] worth = labels(crowd.size(), i -> crowd.get(i).worthChecking());
        Linear crowdModel = crowdModel(judged, worth);
        double[] crowdWords = words(judged, worth, COST_OF_CROWD_WORDS, false);
        Map<String, double[]> crowdSums = crossFitted(judged, worth);
        Linear crowdFused = Regression.dense(
                judged.stream().map(crowdSums::get).toList(), worth, 1, true);
        for (Row row : rows) {
            crowdSums.computeIfAbsent(row.text(), text -> sums(text, crowdModel, crowdWords));
        }

        List<double[]> fusing = new ArrayList<>(Collections.nCopies(rows.size(), null));
        for (int fold = 0; fold < FOLDS; fold++) {
            Checkers held = checkers(rowsWhere(fold, false));
            for (int i : rowsWhere(fold, true)) {
                fusing.set(i, joined(held.of(rows.get(i), crowdSums.get(rows.get(i).text())), rows.get(i).circumstances()));
            }
        }
        validate(fusing);
        Checkers checkers = checkers(IntStream.range(0, rows.size()).toArray());
        Linear fused = fused(fusing, IntStream.range(0, rows.size()).toArray());
        write(file, crowdModel, checkers, fused, crowdFused, crowdWords);
        reportCrowd(file, judged, worth, crowdSums, crowdFused);
    }

    /** The three regressions that learn from what fact-checkers took up. */
    private record Checkers(TrainRanker training, Linear checked, Linear placed, double[] words) {

        double[] of(Row row, double[] crowdSums) {
            double[] signs = Signs.of(row.text());
            return new double[] {
                checked.of(training.vectors.get(row.text()), signs),
                placed.of(signs, row.circumstances()),
                training.wordSum(row.text(), words),
                crowdSums[0],
                crowdSums[1]
            };
        }
    }

    private Checkers checkers(int[] some) {
        boolean[] labels = labels(some.length, i -> rows.get(some[i]).checked());
        List<String> texts = IntStream.of(some).mapToObj(i -> rows.get(i).text()).toList();
        Linear checked = Regression.dense(
                texts.stream().map(text -> joined(vectors.get(text), Signs.of(text))).toList(),
                labels,
                COST_OF_CHECKED,
                true);
        Linear placed = Regression.dense(
                IntStream.of(some)
                        .mapToObj(i -> joined(Signs.of(rows.get(i).text()), rows.get(i).circumstances()))
                        .toList(),
                labels,
                COST_OF_PLACED,
                true);
        return new Checkers(this, checked, placed, words(texts, labels, COST_OF_WORDS, true));
    }

    private Linear fused(List<double[]> fusing, int[] some) {
        return Regression.dense(
                IntStream.of(some).mapToObj(fusing::get).toList(),
                labels(some.length, i -> rows.get(some[i]).checked()),
                COST_OF_FUSED,
                true);
    }

    private void validate(List<double[]> fusing) {
        double[] scores = new double[rows.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            Linear held = fused(fusing, rowsWhere(fold, false));
            for (int i : rowsWhere(fold, true)) {
                scores[i] = held.of(fusing.get(i));
            }
        }
        boolean[] checked = labels(rows.size(), i -> rows.get(i).checked());
        for (String house : new TreeSet<>(rows.stream().map(Row::house).toList())) {
            int[] all = IntStream.range(0, rows.size()).filter(i -> rows.get(i).house().equals(house)).toArray();
            double mean = IntStream.of(all).map(i -> rows.get(i).transcript()).distinct()
                    .mapToObj(t -> IntStream.of(all).filter(i -> rows.get(i).transcript() == t).toArray())
                    .filter(some -> IntStream.of(some).anyMatch(i -> checked[i]))
                    .mapToDouble(some -> Ranking.averagePrecision(Ranking.of(checked, some), Ranking.of(scores, some)))
                    .average()
                    .orElseThrow();
            figures.put(house + ", cross-validated: MAP", mean);
            figures.put(house + ", cross-validated: AUC", Ranking.area(Ranking.of(checked, all), Ranking.of(scores, all)));
        }
    }

    private void reportCrowd(
            Path file, List<String> judged, boolean[] worth, Map<String, double[]> sums, Linear fused) throws IOException {
        double[] held = judged.stream().mapToDouble(text -> fused.of(sums.get(text))).toArray();
        figures.put("ClaimBuster train, cross-validated: AUC", Ranking.area(worth, held));
        figures.put("ClaimBuster train, cross-validated: F1 at 50", Ranking.f1(worth, held, 0));
        Ranker ranker;
        try (var in = Files.newInputStream(file)) {
            ranker = Ranker.read(in);
        }
        boolean[] dev = labels(crowdDev.size(), i -> crowdDev.get(i).worthChecking());
        double[] scores = crowdDev.stream()
                .mapToDouble(sentence -> ranker.sentence(ranker.sums(
                        sentence.text(), vectors.get(sentence.text()), Signs.of(sentence.text()))))
                .toArray();
        figures.put("ClaimBuster dev: AUC", Ranking.area(dev, scores));
        figures.put("ClaimBuster dev: average precision", Ranking.averagePrecision(dev, scores));
        figures.put("ClaimBuster dev: F1 at 50", Ranking.f1(dev, scores, 0));
    }

    private Linear crowdModel(List<String> texts, boolean[] labels) {
        return Regression.dense(
                texts.stream().map(text -> joined(vectors.get(text), Signs.of(text))).toList(),
                labels,
                COST_OF_CROWD,
                false);
    }

    /** The crowd's sums of each sentence by a model that has not seen it, since debates stand in both sets. */
    private Map<String, double[]> crossFitted(List<String> texts, boolean[] labels) {
        Map<String, double[]> sums = new HashMap<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int here = fold;
            int[] others = IntStream.range(0, texts.size())
                    .filter(i -> Math.floorMod(texts.get(i).hashCode(), FOLDS) != here)
                    .toArray();
            List<String> seen = IntStream.of(others).mapToObj(texts::get).toList();
            Linear model = crowdModel(seen, Ranking.of(labels, others));
            double[] words = words(seen, Ranking.of(labels, others), COST_OF_CROWD_WORDS, false);
            texts.stream()
                    .filter(text -> Math.floorMod(text.hashCode(), FOLDS) == here)
                    .forEach(text -> sums.put(text, sums(text, model, words)));
        }
        return sums;
    }

    private double[] sums(String text, Linear model, double[] words) {
        return new double[] {model.of(vectors.get(text), Signs.of(text)), wordSum(text, words)};
    }

    private double[] words(List<String> texts, boolean[] labels, double cost, boolean even) {
        List<Feature[]> features = texts.stream().map(this::wordFeatures).toList();
        return Regression.sparse(features, labels, column.size(), cost, even);
    }

    private Feature[] wordFeatures(String text) {
        List<Feature> features = new ArrayList<>();
        WordPairs.weigh(text, rarity, (word, weight) -> features.add(new FeatureNode(column.get(word), weight)));
        features.sort((a, b) -> Integer.compare(a.getIndex(), b.getIndex()));
        return features.toArray(Feature[]::new);
    }

    private double wordSum(String text, double[] weights) {
        double[] sum = {0};
        WordPairs.weigh(text, rarity, (word, weight) -> sum[0] += weight * weights[column.get(word) - 1]);
        return sum[0];
    }

    private void write(Path file, Linear crowdModel, Checkers checkers, Linear fused, Linear crowdFused, double[] crowdWords)
            throws IOException {
        try (var out = new PrintStream(new GZIPOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
            out.print("ranker 1\n");
            for (Linear part : List.of(crowdModel, checkers.checked(), checkers.placed(), fused, crowdFused)) {
                out.print(line(part.mean()) + line(part.deviation()) + line(part.weights()) + number(part.bias()) + "\n");
            }
            rarity.forEach((word, rare) -> out.print(word + "\t" + number(rare) + "\t"
                    + number(crowdWords[column.get(word) - 1]) + "\t"
                    + number(checkers.words()[column.get(word) - 1]) + "\n"));
        }
        System.out.printf("%s: %d words, %d bytes%n", file.getFileName(), rarity.size(), Files.size(file));
    }

    private Stream<String> texts() {
        return Stream.of(
                        rows.stream().map(Row::text),
                        crowd.stream().map(LabelledLines.Sentence::text),
                        crowdDev.stream().map(LabelledLines.Sentence::text))
                .flatMap(each -> each)
                .distinct();
    }

    private int[] rowsWhere(int fold, boolean inside) {
        return IntStream.range(0, rows.size()).filter(i -> (rows.get(i).fold() == fold) == inside).toArray();
    }

    private interface Label {
        boolean of(int i);
    }

    private static boolean[] labels(int count, Label label) {
        boolean[] labels = new boolean[count];
        for (int i = 0; i < count; i++) {
            labels[i] = label.of(i);
        }
        return labels;
    }

    private static double[] joined(double[] first, double[] second) {
        double[] both = new double[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static double[] widened(float[] vector) {
        double[] wide = new double[vector.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = vector[i];
        }
        return wide;
    }

    private static double rounded(double number) {
        return Double.parseDouble(number(number));
    }

    private static String line(double[] numbers) {
        StringBuilder line = new StringBuilder();
        for (double number : numbers) {
            line.append(line.isEmpty() ? "" : " ").append(number(number));
        }
        return line.append('\n').toString();
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.6g", number);
    }
}
