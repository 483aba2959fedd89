package org.ontherecord.article;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the text: a quote taken from it stands in it. */
class QuoteFinderFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void aQuoteOfATextStandsInIt(FuzzedDataProvider data) {
        int start = data.consumeInt(0, 200);
        int length = data.consumeInt(1, 200);
        String text = CleanText.of(data.consumeRemainingAsString());
        if (start + length <= text.codePointCount(0, text.length())) {
            Quote quote = Quote.at(text, start, start + length);
            assertThat(quote.standsIn(text)).isTrue();
        }
    }
}
