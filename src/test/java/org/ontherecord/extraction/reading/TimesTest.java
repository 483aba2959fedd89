package org.ontherecord.extraction.reading;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** All against Friday, 8 November 2024. */
class TimesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2024, 11, 8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | false | He spoke on Thursday. | Thursday | 2024-11-07 | 2024-11-07 | DAY",
                "en | false | It was Friday. | Friday | 2024-11-08 | 2024-11-08 | DAY",
                "en | true  | It opens on Monday. | Monday | 2024-11-11 | 2024-11-11 | DAY",
                "en | false | He was shot on July 14. | July 14 | 2024-07-14 | 2024-07-14 | DAY",
                "en | false | She spoke Dec. 3. | Dec. 3 | 2023-12-03 | 2023-12-03 | DAY",
                "en | false | The law of March 3, 2019 stands. | March 3, 2019 | 2019-03-03 | 2019-03-03 | DAY",
                "en | false | on 6 January 2021 it | 6 January 2021 | 2021-01-06 | 2021-01-06 | DAY",
                "en | false | He said last month that | last month | 2024-10-01 | 2024-10-31 | MONTH",
                "en | true  | It ends next week. | next week | 2024-11-11 | 2024-11-17 | DAY",
                "en | false | In 2019 it fell. | In 2019 | 2019-01-01 | 2019-12-31 | YEAR",
                "en | false | up since 2010 by | since 2010 | 2010-01-01 | 2010-12-31 | YEAR",
                "en | false | in the 1990s it | in the 1990s | 1990-01-01 | 1999-12-31 | YEAR",
                "en | true  | by the end of the year | the end of the year | 2024-12-31 | 2024-12-31 | DAY",
                "en | true  | by the end of next year | the end of next year | 2025-12-31 | 2025-12-31 | DAY",
                "en | false | three weeks ago | three weeks ago | 2024-10-15 | 2024-10-21 | MONTH",
                "en | false | two years ago | two years ago | 2022-01-01 | 2022-12-31 | YEAR",
                "en | false | the third quarter of 2023 | the third quarter of 2023 | 2023-07-01 | 2023-09-30 | MONTH",
                "en | false | in October 2023 he | in October 2023 | 2023-10-01 | 2023-10-31 | MONTH",
                "en | false | yesterday it | yesterday | 2024-11-07 | 2024-11-07 | DAY",
                "fr | false | a déclaré lundi que | lundi | 2024-11-04 | 2024-11-04 | DAY",
                "fr | false | le 14 juillet 2023 | le 14 juillet 2023 | 2023-07-14 | 2023-07-14 | DAY",
                "fr | false | il y a deux ans | il y a deux ans | 2022-01-01 | 2022-12-31 | YEAR",
                "de | false | sagte am Montag | am Montag | 2024-11-04 | 2024-11-04 | DAY",
                "de | true  | bis Ende 2028 fertig | bis Ende 2028 | 2028-12-31 | 2028-12-31 | DAY",
                "de | false | vor drei Monaten | vor drei Monaten | 2024-08-01 | 2024-08-31 | MONTH",
                "es | false | dijo el lunes | el lunes | 2024-11-04 | 2024-11-04 | DAY",
                "es | false | el 3 de marzo de 2019 | el 3 de marzo de 2019 | 2019-03-03 | 2019-03-03 | DAY",
                "es | false | hace dos años | hace dos años | 2022-01-01 | 2022-12-31 | YEAR"
            })
    void aTimeIsAnIntervalWithItsPrecision(
            String language,
            boolean ahead,
            String text,
            String words,
            LocalDate from,
            LocalDate to,
            Time.Precision precision) {
        List<Times.Found> found = new Times(Lexicon.of(language), FRIDAY).in(text, new Span(0, text.length()), ahead);
        assertThat(found).extracting(Times.Found::time).containsExactly(new Time(words, from, to, precision));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "He may run.",
                "The sun is out.",
                "She marched on.",
                "It cost $2019.",
                "on February 30, 2024 nothing",
                "room 1905 of 3"
            })
    void whatOnlyLooksLikeATimeIsNone(String text) {
        assertThat(new Times(Lexicon.of("en"), FRIDAY).in(text, new Span(0, text.length()), false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "I will end it within 24 hours of taking office | within 24 hours of taking office | - | -",
                "I will end it within 24 hours | within 24 hours | - | -",
                "I will do it in my first 100 days | in my first 100 days | - | -",
                "We will close it by the end of 2026 | by the end of 2026 | 2026-12-31 | DAY",
                "We will build it by 2030 | by 2030 | 2030-12-31 | YEAR",
                "I will publish it in the next two weeks | in the next two weeks | 2024-11-22 | DAY",
                "We will finish by the end of the year | by the end of the year | 2024-12-31 | DAY"
            })
    void aDeadlineKeepsWhatItCountsFromAndHasADayOnlyWhenTheTextTellsIt(
            String words, String rule, LocalDate date, Time.Precision precision) {
        Lexicon english = Lexicon.of("en");
        Deadline deadline = new Deadlines(english, Phrases.of(english), new Times(english, FRIDAY)).in(words);
        assertThat(deadline.rule()).isEqualTo(rule);
        assertThat(deadline.date()).isEqualTo(date);
        assertThat(deadline.precision()).isEqualTo(precision);
    }

    @Test
    void withoutTheDayOfTheArticleOnlyWholeDatesAreResolved() {
        Times times = new Times(Lexicon.of("en"), null);
        String text = "on Thursday, last month, on March 3, 2019";
        assertThat(times.in(text, new Span(0, text.length()), false))
                .extracting(found -> found.time().words())
                .containsExactly("March 3, 2019");
    }
}
