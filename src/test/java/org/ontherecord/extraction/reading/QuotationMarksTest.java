package org.ontherecord.extraction.reading;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class QuotationMarksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "He said \"one two\" and “three”. | one two;three",
                "Er sagte „eins zwei“ und »drei«. | eins zwei;drei",
                "Il a dit « un deux ». | un deux",
                "Hon sa ”ett två”. | ett två",
                "She said ‘it’s Tom’s bus,’ twice. | it’s Tom’s bus,",
                "The dogs' owners' club said 'no more' today. | no more",
                "It's Jane's. | ''",
                "“First part without an end | First part without an end"
            })
    void wordsBetweenMarksAreFound(String text, String expected) {
        List<String> words = QuotationMarks.in(
                        text.strip(), new Span(0, text.strip().length()))
                .stream()
                .map(quotation -> quotation.words().of(text.strip()))
                .toList();
        assertThat(String.join(";", words)).isEqualTo(expected.strip().equals("''") ? "" : expected.strip());
    }
}
