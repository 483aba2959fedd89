package org.ontherecord.platform;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.platform.RoughDate.Precision;

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
        "2023,2023-01-01,YEAR",
        "spring 2023,2023-03-01,SEASON",
        "Summer of 2023,2023-06-01,SEASON",
        "fall 2023,2023-09-01,SEASON",
        "winter 2023,2023-12-01,SEASON",
        "winter 2023/24,2023-12-01,SEASON",
        "about 2019,2019-01-01,YEAR",
        "c. 2019,2019-01-01,YEAR",
        "around Nov 2024,2024-11-01,MONTH",
        "about spring 2023,2023-03-01,SEASON"
    })
    void keepsHowExactlyADateIsKnown(String typed, LocalDate date, Precision precision) {
        assertThat(WrittenDate.rough(typed)).contains(new RoughDate(date, precision));
        assertThat(WrittenDate.day(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1/2/2025",
                "30 Feb 2025",
                "2025-13",
                "soon",
                "0001",
                "9999-01-01",
                "22 Jan 25",
                "about 22 Jan 2025",
                "about",
                "winter 2023/25",
                "spring 2023/24",
                "spring 0000",
                "monsoon 2023"
            })
    void refusesWhatIsNoDateOrCouldBeTwo(String typed) {
        assertThat(WrittenDate.rough(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22 Jan 2025|22 Jan 2025",
                "2024-11|about Nov 2024: 1 Nov – 30 Nov 2024",
                "spring 2023|about spring 2023: 1 Mar – 31 May 2023",
                "winter 2023|about winter 2023–24: 1 Dec 2023 – 29 Feb 2024",
                "about 2019|about 2019: 1 Jan – 31 Dec 2019"
            })
    void saysHowADateWasUnderstood(String typed, String words) {
        assertThat(WrittenDate.rough(typed).map(WrittenDate::understood)).contains(words);
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
