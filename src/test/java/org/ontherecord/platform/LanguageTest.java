package org.ontherecord.platform;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageTest {
    @Test
    void eachLanguageWritesDaysItsOwnWay() {
        assertThat(Language.ENGLISH.day(LocalDate.of(2025, 1, 22))).isEqualTo("22 Jan 2025");
        assertThat(Language.FRENCH.day(LocalDate.of(2025, 1, 22))).isEqualTo("22 janv. 2025");
        assertThat(Language.ENGLISH.day(LocalDate.of(2025, 9, 21))).isEqualTo("21 Sep 2025");
        assertThat(Language.FRENCH.day(LocalDate.of(2025, 9, 21))).isEqualTo("21 sept. 2025");
    }

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrench() {
        assertThat(Language.FRENCH.day(LocalDate.of(2025, 1, 1))).isEqualTo("1er janv. 2025");
        assertThat(Language.FRENCH.day(LocalDate.of(2025, 8, 11))).isEqualTo("11 août 2025");
        assertThat(Language.ENGLISH.day(LocalDate.of(2025, 1, 1))).isEqualTo("1 Jan 2025");
    }

    @Test
    void eachLanguageGroupsThousandsItsOwnWay() {
        assertThat(Language.ENGLISH.number(12_400)).isEqualTo("12,400");
        assertThat(Language.FRENCH.number(12_400)).isEqualTo("12\u202f400");
    }

    @Test
    void whatWeDoNotHaveIsEnglish() {
        assertThat(Language.of("fr")).isEqualTo(Language.FRENCH);
        assertThat(Language.of("tlh")).isEqualTo(Language.ENGLISH);
        assertThat(Language.of((Object) null)).isEqualTo(Language.ENGLISH);
    }
}
