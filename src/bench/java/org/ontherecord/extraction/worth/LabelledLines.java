package org.ontherecord.extraction.worth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The labelled data as its publishers lay it out: CLEF CheckThat! transcripts ({@code line TAB speaker TAB text TAB label}) and
 * ClaimBuster sentences ({@code id TAB text TAB Yes|No} under a header).
 */
final class LabelledLines {

    /** One debate or speech; the event is its day, since two fact-checking houses labelled some of them. */
    record Transcript(String house, String event, List<CheckWorthiness.Line> lines, boolean[] checked) {}

    /** One sentence that a crowd judged. */
    record Sentence(String text, boolean worthChecking) {}

    private LabelledLines() {}

    static List<Transcript> transcripts(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            String house = folder.getFileName().toString();
            return files.filter(file -> file.toString().endsWith(".tsv"))
                    .sorted()
                    .map(file -> transcript(house, file))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<Sentence> sentences(Path file) {
        return lines(file).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(parts -> new Sentence(parts[1], parts[2].equals("Yes")))
                .toList();
    }

    private static Transcript transcript(String house, Path file) {
        List<CheckWorthiness.Line> lines = new ArrayList<>();
        List<String> rows = lines(file);
        boolean[] checked = new boolean[rows.size()];
        for (String row : rows) {
            String[] parts = row.split("\t");
            checked[lines.size()] = parts[3].equals("1");
            lines.add(new CheckWorthiness.Line(parts[1], parts[2]));
        }
        return new Transcript(house, event(file.getFileName().toString()), lines, checked);
    }

    /** Files are named by day; one of them has day and month the other way round. */
    private static String event(String name) {
        String day = name.substring(0, 8);
        return day.equals("20182601") ? "20180126" : day;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
