package org.ontherecord.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of the desk that shows a timeline takes both style sheets, so neither may style what is the other's. */
class StylesheetsTest {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern STYLED = Pattern.compile("(?:^|[{},])\\s*\\.([\\w-]+)", Pattern.MULTILINE);

    @Test
    void theDeskAndTheTimelineStyleNoClassTogether() {
        Set<String> both = new TreeSet<>(styled("desk"));
        both.retainAll(styled("timeline"));
        assertThat(both).isEmpty();
    }

    private static Set<String> styled(String sheet) {
        try (var file = StylesheetsTest.class.getResourceAsStream("/META-INF/resources/css/" + sheet + ".css")) {
            String text = COMMENT.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
            return STYLED.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
