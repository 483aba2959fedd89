package org.ontherecord.extraction.reading;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Floors stand a little under what was measured on the passages of each file. */
class QuotationsTest {

    @ParameterizedTest
    @CsvSource({
        "quotations-tuned.txt,   true,  0.98, 0.95, 0.94, 0.94",
        "quotations-heldout.txt, true,  0.98, 0.97, 0.95, 0.88",
        "quotations-tuned.txt,   false, 0.75, 0.80, 0.70, 0.65",
        "quotations-heldout.txt, false, 0.70, 0.90, 0.65, 0.50"
    })
    void quotationsAreFoundWithTheWordsForTheirSourceAndWithTheirSpeaker(
            String file, boolean direct, double found, double precision, double source, double name) {
        ReadingScore score = ReadingScore.of(file, direct);
        assertThat(score.recall()).as(score.toString()).isGreaterThanOrEqualTo(found);
        assertThat(score.precision()).as(score.toString()).isGreaterThanOrEqualTo(precision);
        assertThat(score.endToEnd()).as(score.toString()).isGreaterThanOrEqualTo(source);
        assertThat(score.names()).as(score.toString()).isGreaterThanOrEqualTo(name);
    }
}
