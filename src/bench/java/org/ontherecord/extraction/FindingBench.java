package org.ontherecord.extraction;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ontherecord.article.MainTextTest;
import org.ontherecord.extraction.reading.ReadingScore;
import org.ontherecord.extraction.worth.CheckWorthiness;
import org.ontherecord.extraction.worth.TrainRanker;

/**
 * Everything measured about finding claims as one table: how well lines and sentences are ranked (trained anew by
 * cross-validation on the labelled data whose folder is the argument; left out without one), how well quotations, speakers and
 * main texts are found in the texts of the tests, and what it costs. The command stands in docs/measured.md.
 */
public final class FindingBench {

    private static final int WORDS_OF_ARTICLE = 800;
    private static final int RUNS = 20;

    private FindingBench() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, Object> figures = new LinkedHashMap<>();
        if (arguments.length > 0) {
            figures.putAll(TrainRanker.train(Path.of(arguments[0]), Files.createTempFile("ranker", ".gz")));
        }
        var worth = new CheckWorthiness();
        worth.load();
        articles(worth, figures);
        figures.putAll(ReadingScore.figures());
        figures.putAll(MainTextTest.figures());
        cost(worth, figures);
        figures.forEach((name, value) -> System.out.printf(
                Locale.ROOT, "| %s | %s |%n", name, value instanceof Double ? "%.3f".formatted(value) : value));
    }

    private static void articles(CheckWorthiness worth, Map<String, Object> figures) {
        figures.put("news ranking: articles", RankedArticles.all().size());
        figures.put("news ranking: MAP, rules alone", map(null));
        figures.put("news ranking: MAP, ranker and rules", map(worth::logOdds));
    }

    private static double map(ToDoubleFunction<String> logOdds) {
        return RankedArticles.all().stream()
                .mapToDouble(article -> article.averagePrecision(logOdds))
                .average()
                .orElseThrow();
    }

    /** Thread time of one core, once warm. */
    private static void cost(CheckWorthiness worth, Map<String, Object> figures) {
        String all = RankedArticles.all().stream().map(RankedArticles::text).collect(Collectors.joining("\n\n"));
        String[] words = all.split("(?<= )");
        String article = String.join("", Arrays.copyOf(words, WORDS_OF_ARTICLE));
        figures.put("cost: article of 800 words, reading alone, ms", milliseconds(() -> propose(article, null)));
        figures.put(
                "cost: article of 800 words, text to ranked candidates, ms",
                milliseconds(() -> propose(article, worth::logOdds)));
        List<String> sentences = List.of(all.split("(?<=[.!?”\"]) "));
        double each = milliseconds(() -> worth.sentences(sentences)) / sentences.size();
        figures.put("cost: sentences scored a second", Math.round(1000 / each));
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        figures.put("cost: heap in use with everything loaded, MB", heap.getUsed() >> 20);
        figures.put("cost: resident memory of the process, MB", resident());
    }

    private static void propose(String article, ToDoubleFunction<String> logOdds) {
        ClaimExtractor.propose(article, "en", null, logOdds);
    }

    private static double milliseconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        double[] runs = IntStream.range(0, RUNS)
                .mapToDouble(run -> {
                    long before = threads.getCurrentThreadCpuTime();
                    work.run();
                    return (threads.getCurrentThreadCpuTime() - before) / 1e6;
                })
                .skip(RUNS / 2)
                .sorted()
                .toArray();
        return runs[runs.length / 2];
    }

    private static long resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException elsewhere) {
            return -1;
        }
    }
}
