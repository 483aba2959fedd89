package org.ontherecord.extraction.worth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * The trained weights. For a sentence alone: what ClaimBuster's crowd called worth checking, by meaning, signs and words. For a
 * line of a transcript: what fact-checkers took up, by the same three, by its circumstances, and by the crowd's score, weighed
 * together. Log odds are given for an even mix of lines worth checking and others.
 * {@code TrainRanker} in src/bench writes the file; training twice gives the same bytes.
 */
record Ranker(
        String version,
        Linear crowd,
        Linear checked,
        Linear placed,
        Linear fused,
        Linear crowdFused,
        Map<String, Word> words,
        Map<String, Double> rarity) {

    static final String FILE = "/extraction/ranker.txt.gz";

    /** How rare a word is, and what it weighs with the crowd and with the checkers. */
    record Word(double rarity, double crowd, double checked) {}

    /** The sums of one sentence, before they are weighed together. */
    record Sums(double crowd, double crowdWords, double checked, double checkedWords) {

        double[] ofCrowd() {
            return new double[] {crowd, crowdWords};
        }
    }

    static Ranker load() {
        try (InputStream file = Ranker.class.getResourceAsStream(FILE)) {
            return read(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One part a line, then a word a line. */
    static Ranker read(InputStream file) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8));
        String version = lines.readLine();
        Linear crowd = linear(lines);
        Linear checked = linear(lines);
        Linear placed = linear(lines);
        Linear fused = linear(lines);
        Linear crowdFused = linear(lines);
        Map<String, Word> words = new HashMap<>();
        Map<String, Double> rarity = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t");
            var word =
                    new Word(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
            words.put(parts[0], word);
            rarity.put(parts[0], word.rarity());
        }
        return new Ranker(version, crowd, checked, placed, fused, crowdFused, words, rarity);
    }

    Sums sums(String text, double[] vector, double[] signs) {
        double[] words = new double[2];
        WordPairs.weigh(text, rarity, (word, weight) -> {
            words[0] += weight * this.words.get(word).crowd();
            words[1] += weight * this.words.get(word).checked();
        });
        return new Sums(crowd.of(vector, signs), words[0], checked.of(vector, signs), words[1]);
    }

    /** Of a sentence alone. */
    double sentence(Sums sums) {
        return crowdFused.of(sums.ofCrowd());
    }

    /** Of a line of a transcript. */
    double line(Sums sums, double[] signs, double[] circumstances) {
        return fused.of(fusing(sums, placed.of(signs, circumstances)), circumstances);
    }

    static double[] fusing(Sums sums, double placed) {
        return new double[] {sums.checked(), placed, sums.checkedWords(), sums.crowd(), sums.crowdWords()};
    }

    private static Linear linear(BufferedReader lines) throws IOException {
        return new Linear(
                numbers(lines.readLine()),
                numbers(lines.readLine()),
                numbers(lines.readLine()),
                Double.parseDouble(lines.readLine()));
    }

    private static double[] numbers(String line) {
        String[] parts = line.split(" ");
        double[] numbers = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numbers[i] = Double.parseDouble(parts[i]);
        }
        return numbers;
    }
}
