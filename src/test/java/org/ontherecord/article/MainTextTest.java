package org.ontherecord.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Pages in the shapes of real ones, with invented words; beside each stands what a reader would call its article. */
public class MainTextTest {

    private static final Path PAGES = Path.of("src/test/resources/pages");

    /** A page, the article expected of it and the article read. */
    private record Read(String page, Map<String, String> fields, List<String> expected, ArticleText text) {

        List<String> paragraphs() {
            return List.of(text.text().split("\n\n"));
        }

        List<String> lost() {
            return expected.stream()
                    .filter(line -> !paragraphs().contains(line))
                    .toList();
        }

        List<String> furniture() {
            return paragraphs().stream()
                    .filter(line -> !expected.contains(line))
                    .toList();
        }

        Map<String, String> facts() {
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("title", text.title());
            facts.put("byline", text.byline());
            facts.put("outlet", text.outlet());
            facts.put("date", Objects.toString(text.publishedOn(), null));
            facts.put("language", text.language());
            facts.put("canonical", text.canonicalUrl());
            return facts;
        }
    }

    @TestFactory
    Stream<DynamicTest> aPageGivesItsArticleAndNothingElse() {
        return pages().stream()
                .map(read -> DynamicTest.dynamicTest(read.page(), () -> {
                    assertThat(read.paragraphs()).containsExactlyElementsOf(read.expected());
                    assertThat(read.facts()).containsExactlyEntriesOf(read.fields());
                }));
    }

    @Test
    void thereAreEnoughPages() {
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void aWallWithoutAnArticleIsNoArticle() {
        assertThatThrownBy(() -> read(
                        "<html><body><div class='consent'><p>We and our partners use cookies for many things that we like.</p>"
                                + "<button>Accept</button></div></body></html>"))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("no text");
    }

    @Test
    void whateverIsSentIsReadInBoundedMemory() {
        String sentence = "The minister said that the bridge would open in March of next year. ";
        String page = "<article><h1>T</h1><p>" + sentence + "</p></article>";
        assertThat(read("<html><body " + "a='1' ".repeat(200_000) + ">" + page)).contains("bridge");
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 300_000; i++) {
            attributes.append(" a").append(i);
        }
        assertThat(read("<html><body" + attributes + ">" + page)).contains("bridge");
        assertThat(read("<html><body>" + "<div class='a b c'><b>".repeat(100_000) + page))
                .contains("bridge");
        assertThat(read("<html><body><p>" + sentence.repeat(14_000) + "</p></body></html>"))
                .contains("bridge");
        assertThat(read("<html><body>" + "<p><a href=x>link</a> word</p>".repeat(150_000) + page))
                .contains("bridge");
        assertThat(read("<html><body>"
                        + "<blockquote><p>One of very many short pulled words</p></blockquote>".repeat(20_000)))
                .contains("pulled");
        assertThat(read("<html><head><script type='application/ld+json'>" + "[".repeat(500_000)
                        + "</script></head><body>" + page))
                .contains("bridge");
    }

    /** What the bench prints: recall and precision of paragraphs, and the fields read right, over all pages. */
    public static Map<String, Object> figures() {
        List<Read> pages = pages();
        Map<String, Object> figures = new LinkedHashMap<>();
        int expected = pages.stream().mapToInt(read -> read.expected().size()).sum();
        int lost = pages.stream().mapToInt(read -> read.lost().size()).sum();
        int furniture = pages.stream().mapToInt(read -> read.furniture().size()).sum();
        figures.put("main text: pages", pages.size());
        figures.put("main text: article paragraphs", expected);
        figures.put("main text: paragraph recall", 1 - lost / (double) expected);
        figures.put("main text: paragraph precision", (expected - lost) / (double) (expected - lost + furniture));
        for (String field : List.of("title", "byline", "outlet", "date", "language", "canonical")) {
            long right = pages.stream()
                    .filter(read -> Objects.equals(
                            read.facts().get(field), read.fields().get(field)))
                    .count();
            figures.put("main text: " + field + " right", right / (double) pages.size());
        }
        return figures;
    }

    private static String read(String html) {
        return HtmlArticle.read(html, null).text();
    }

    private static List<Read> pages() {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(MainTextTest::page)
                    .toList();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private static Read page(Path file) {
        try {
            String[] parts = Files.readString(Path.of(file.toString().replace(".html", ".txt")))
                    .split("\n\n", 2);
            Map<String, String> given = Arrays.stream(parts[0].split("\n"))
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
            Map<String, String> fields = new LinkedHashMap<>();
            for (String field : List.of("title", "byline", "outlet", "date", "language")) {
                fields.put(field, given.get(field));
            }
            fields.put("canonical", given.getOrDefault("canonical", given.get("address")));
            return new Read(
                    file.getFileName().toString(),
                    fields,
                    List.of(parts[1].strip().split("\n\n")),
                    ArticleReader.bytes(Files.readAllBytes(file), "utf-8", URI.create(given.get("address"))));
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
