package org.ontherecord.account;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimedCodeTest {
    /** "12345678901234567890", the secret of the examples in RFC 6238. */
    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "20000000000,353130"})
    void theCodesAreThoseOfTheStandard(long second, String code) {
        assertThat(TimedCode.of(SECRET, second / 30)).isEqualTo(code);
        assertThat(TimedCode.stepOf(SECRET, code, Instant.ofEpochSecond(second)))
                .hasValue(second / 30);
    }

    @Test
    void aClockHalfAMinuteOffStillFitsAndAnHourDoesNot() {
        Instant now = Instant.ofEpochSecond(1111111111);
        assertThat(TimedCode.stepOf(SECRET, "050 471", now.plusSeconds(30))).isPresent();
        assertThat(TimedCode.stepOf(SECRET, "050471", now.minusSeconds(30))).isPresent();
        assertThat(TimedCode.stepOf(SECRET, "050471", now.plusSeconds(3600))).isEmpty();
        assertThat(TimedCode.stepOf(SECRET, "", now)).isEmpty();
    }

    @Test
    void aSecretHas160BitsInLettersThatAppsTake() {
        assertThat(TimedCode.randomSecret()).matches("[A-Z2-7]{32}").isNotEqualTo(TimedCode.randomSecret());
    }
}
