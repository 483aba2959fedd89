package org.ontherecord.extraction.reading;

import java.time.LocalDate;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the words: a time begins no later than it ends. */
class TimesFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void aTimeBeginsNoLaterThanItEnds(FuzzedDataProvider data) {
        Lexicon lexicon = Lexicon.of(data.pickValue(new String[] {"en", "fr", "de", "es"}));
        boolean ahead = data.consumeBoolean();
        String text = data.consumeRemainingAsString();
        new Times(lexicon, LocalDate.of(2024, 2, 29))
                .in(text, new Span(0, text.length()), ahead)
                .forEach(found -> assertThat(found.time().from())
                        .isBeforeOrEqualTo(found.time().to()));
    }
}
