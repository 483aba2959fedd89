package org.ontherecord.claim;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.claim.Claim.Precision;
import org.ontherecord.claim.Claim.RoughDate;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenDateTest {
    @ParameterizedTest
    @ValueSource(strings = {"2025-01-22", "22 Jan 2025", "22 january 2025", "Jan 22, 2025", " January  22 2025 "})
    void readsADayHoweverItIsWritten(String typed) {
        assertThat(WrittenDate.day(typed)).contains(LocalDate.of(2025, 1, 22));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11,2024-11-01,MONTH",
        "Nov 2024,2024-11-01,MONTH",
        "November 2024,2024-11-01,MONTH",
        "2023,2023-01-01,YEAR"
    })
    void keepsHowExactlyADateIsKnown(String typed, LocalDate date, Precision precision) {
        assertThat(WrittenDate.rough(typed)).contains(new RoughDate(date, precision));
        assertThat(WrittenDate.day(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/2/2025", "30 Feb 2025", "2025-13", "soon", "0001", "9999-01-01", "22 Jan 25"})
    void refusesWhatIsNoDateOrCouldBeTwo(String typed) {
        assertThat(WrittenDate.rough(typed)).isEmpty();
    }

    @Test
    void writesWhatItReads() {
        for (var precision : Precision.values()) {
            var date = new RoughDate(LocalDate.of(2024, precision == Precision.YEAR ? 1 : 9, 1), precision);
            assertThat(WrittenDate.rough(WrittenDate.inWords(date.date(), precision)))
                    .contains(date);
        }
    }
}
