package org.ontherecord.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
class DeskScriptsTest {
    private static final int BUDGET = 30 * 1024;

    @Inject
    Site site;

    @Test
    void allScriptsOfTheDeskTogetherStayWithinTheirBudget() throws IOException {
        List<Path> own;
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/resources/js"))) {
            own = files.toList();
        }
        int all = compressed(RestAssured.get(site.htmx()).asByteArray());
        for (Path script : own) {
            all += compressed(Files.readAllBytes(script));
        }
        assertThat(all).isLessThanOrEqualTo(BUDGET);
    }

    @Test
    void theLibraryIsOurOwnCopyKeptForAYearUnderItsVersion() {
        assertThat(site.htmx()).matches("/webjars/htmx\\.org/\\d+\\.\\d+\\.\\d+/dist/htmx\\.min\\.js");
        RestAssured.get(site.htmx())
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("javascript"))
                .header("Cache-Control", containsString("max-age=31536000"))
                .header("Content-Security-Policy", containsString("default-src 'self'"));
    }

    @Test
    void everyScriptOfOurOwnChangesTheFingerprint() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/META-INF/resources/js"));
                InputStream source =
                        Files.newInputStream(Path.of("src/main/java/org/ontherecord/platform/Site.java"))) {
            String known = new String(source.readAllBytes());
            assertThat(files.map(file -> "\"js/" + file.getFileName() + "\""))
                    .allMatch(known::contains, "stands in Site.ASSETS");
        }
    }

    private static int compressed(byte[] script) throws IOException {
        var all = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(all)) {
            gzip.write(script);
        }
        return all.size();
    }
}
