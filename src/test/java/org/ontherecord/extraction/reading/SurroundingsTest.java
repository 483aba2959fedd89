package org.ontherecord.extraction.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What stands around a quote, as whole sentences and to the letter. */
class SurroundingsTest {
    private static final String TEXT =
            "The mayor spoke first. \"The bridge cost 12 million,\" she told reporters. Nobody laughed.\n\nIt rained.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "The bridge cost 12 million|The mayor spoke first. \"[],\" she told reporters. Nobody laughed.",
                "The mayor spoke first.|[] \"The bridge cost 12 million,\" she told reporters.",
                "Nobody laughed.|\"The bridge cost 12 million,\" she told reporters. []  It rained.",
            })
    void allOfItIsAsTheTextHasIt(String exact, String read) {
        int from = TEXT.indexOf(exact);
        Surroundings around = Surroundings.of(TEXT, "en", new Span(from, from + exact.length()), 1, 1);
        assertThat(around.all().of(TEXT).replace(exact, "[]").replace('\n', ' '))
                .isEqualTo(read);
    }
}
