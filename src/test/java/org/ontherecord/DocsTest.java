package org.ontherecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** What the documents say about the repository is there. */
class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

    @TestFactory
    Stream<DynamicTest> everyRelativeLinkLeadsSomewhere() throws IOException {
        return documents().stream()
                .map(document -> DynamicTest.dynamicTest(document.toString(), () -> {
                    List<String> broken = LINK.matcher(Files.readString(document))
                            .results()
                            .map(MatchResult.class::cast)
                            .map(link -> link.group(1).replaceFirst("#.*", ""))
                            .filter(target -> !target.isEmpty() && !target.matches("[a-z]+:.*"))
                            .filter(target ->
                                    !Files.exists(document.toAbsolutePath().resolveSibling(target)))
                            .toList();
                    assertThat(broken).isEmpty();
                }));
    }

    @Test
    void theArchitectureNamesEveryPackage() throws IOException {
        String architecture = Files.readString(Path.of("docs/architecture.md"));
        try (Stream<Path> packages = Files.list(Path.of("src/main/java/org/ontherecord"))) {
            assertThat(packages.map(folder -> "`" + folder.getFileName() + "`")).allMatch(architecture::contains);
        }
    }

    @Test
    void theOperatorsPageNamesEverySettingOfOurs() throws IOException {
        String operating = Files.readString(Path.of("docs/operating.md"));
        Pattern setting = Pattern.compile("\"(ontherecord\\.(?!conf\")[a-z.-]+)\"");
        try (Stream<Path> code = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources =
                    code.filter(file -> file.toString().endsWith(".java")).toList();
            for (Path source : sources) {
                assertThat(setting.matcher(Files.readString(source))
                                .results()
                                .map(found -> found.group(1).toUpperCase().replaceAll("[.-]", "_")))
                        .as(source.toString())
                        .allMatch(operating::contains);
            }
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }
}
