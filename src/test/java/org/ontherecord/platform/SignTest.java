package org.ontherecord.platform;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SignTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "kept, tick-filled",
                "promise.broken, cross-filled",
                "accuracy.mostly-true, tick-open",
                "Half true, half",
                "Can't be rated, question",
                "promise.not-yet-rated, dashed",
                "withdrawn, dashed"
            })
    void aVerdictIsKnownByItsCodeOrItsLabel(String rating, String sign) {
        assertThat(Sign.sign(rating)).isEqualTo(sign);
    }
}
