package org.ontherecord.extraction.reading;

import java.time.LocalDate;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the text and language: sentences, quotations and drafts lie in it. */
class TextReadingFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void whatIsFoundInATextLiesInIt(FuzzedDataProvider data) {
        String language = data.pickValue(new String[] {"en", "fr", "de", "es", "xx"});
        String text = data.consumeRemainingAsString();
        TextReading reading = new TextReading(text, language, LocalDate.of(2024, 11, 8));
        reading.drafts().forEach(draft -> assertThat(draft.span().of(text)).isNotEmpty());
        reading.quotations()
                .forEach(quotation -> assertThat(quotation.quoted().of(text)).isNotEmpty());
    }
}
