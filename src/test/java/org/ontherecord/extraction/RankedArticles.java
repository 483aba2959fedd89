package org.ontherecord.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Articles whose sentences are marked as what a fact-checker takes up first, or background. */
public record RankedArticles(String title, String text, List<String> wanted) {

    private static final String FILE = "/ranking/articles.txt";

    /** How well the proposals of an article are ranked: mean precision at each wanted sentence, 0 to 1; a missed one counts as 0. */
    public double averagePrecision(ToDoubleFunction<String> logOdds) {
        List<Proposal> ranked = new ArrayList<>(
                ClaimExtractor.propose(text, "en", null, logOdds).proposals());
        ranked.sort(Comparator.comparingInt(proposal -> -proposal.score()));
        double sum = 0;
        int found = 0;
        List<String> left = new ArrayList<>(wanted);
        for (int i = 0; i < ranked.size(); i++) {
            String exact = ranked.get(i).quote().exact();
            if (left.removeIf(sentence -> sentence.contains(exact) || exact.contains(sentence))) {
                sum += ++found / (i + 1.0);
            }
        }
        return sum / wanted.size();
    }

    public static List<RankedArticles> all() {
        try (var file = RankedArticles.class.getResourceAsStream(FILE)) {
            List<RankedArticles> articles = new ArrayList<>();
            String[] parts = new String(file.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^=== ");
            for (int i = 1; i < parts.length; i++) {
                articles.add(article(parts[i].split("\n", 2)));
            }
            return articles;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static RankedArticles article(String[] titleAndBody) {
        List<String> wanted = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String line : titleAndBody[1].split("\n")) {
            if (line.isBlank()) {
                text.append("\n\n");
                continue;
            }
            if (line.startsWith("+ ")) {
                wanted.add(line.substring(2));
            }
            boolean starts = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
            text.append(starts ? "" : " ").append(line.substring(2));
        }
        return new RankedArticles(titleAndBody[0], text.toString().strip(), wanted);
    }
}
