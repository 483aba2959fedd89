package org.ontherecord.matching;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TimespanTest {

    @ParameterizedTest
    @CsvSource({
        "I will end it in one day, the war is over within 24 hours",
        "I will end it in a single day, within 24 hours",
        "it will be law by tomorrow, within twenty-four hours",
        "on my first day I will sign, on day one we will sign",
        "in the first 24 hours, on day one I will sign",
        "give me seven days, we will have it in a week",
        "in a fortnight, within two weeks",
        "14 days from now, in a fortnight",
        "within 12 months, in just one year",
        "365 days, in a year",
        "in half a year, six months",
        "in an hour and a half, 90 minutes",
        "two hundred days, 200 days",
        "1.5 years, eighteen months",
        "in den nächsten 24 Stunden, dans un jour",
        "binnen einer Woche, en siete días",
        "dans un an, innerhalb von zwölf Monaten",
        "d’ici demain, bis morgen"
    })
    void lengthsAreTheSameInWhateverUnits(String one, String other) {
        assertThat(only(one).isSame(only(other))).isTrue();
        assertThat(only(other).isSame(only(one))).isTrue();
        assertThat(only(one).isOther(only(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "in 24 hours, in 24 days",
        "100 days, three months",
        "two weeks, in a month",
        "in one year, two years",
        "by tomorrow, within 48 hours"
    })
    void othersAreNot(String one, String other) {
        assertThat(only(one).isSame(only(other))).isFalse();
        assertThat(only(one).isOther(only(other))).isTrue();
    }

    @Test
    void howLongAMonthIsNobodySays() {
        assertThat(only("30 days").isSame(only("in a month"))).isFalse();
        assertThat(only("30 days").isOther(only("in a month"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It costs 300 euros a month",
                "One day we will win",
                "They earn $15 an hour",
                "The day after it rained",
                "the morning of a new year",
                "3 % of 40 nurses",
                "It rained on the first day",
                "It was opened in 2019. Days later it closed",
                "week",
                ""
            })
    void aRateOrAnyDayIsNoLength(String text) {
        assertThat(Timespan.in(Wording.wordsOf(text))).isEmpty();
    }

    @Test
    void whatIsToHappenWithinItIsALimitAndWhatLiesBehindIsNot() {
        assertThat(only("I will do it in 24 hours").limit()).isTrue();
        assertThat(only("peace within 24 hours").limit()).isTrue();
        assertThat(only("it rained in 24 hours as never before").limit()).isFalse();
        assertThat(only("it rained for 24 hours").limit()).isFalse();
        assertThat(only("I will say what rose in the last 12 months").limit()).isFalse();
        assertThat(only("we will see what was promised in Velmar three years ago")
                        .limit())
                .isFalse();
    }

    @Test
    void theWordsAreShownAsTheyWereSaid() {
        assertThat(only("I’ll be done in Half a Year, maybe").words()).isEqualTo("half a year");
        assertThat(only("within twenty-four hours").words()).isEqualTo("twenty four hours");
    }

    @Test
    void anyTextCanBeAsked() {
        for (String text : List.of("24", "in 24.000.000,5.5 years", "٣ days", "half half a a day one one", "day")) {
            assertThat(Timespan.in(Wording.wordsOf(text)).size()).isBetween(0, 2);
        }
        assertThat(Timespan.in(Wording.wordsOf("in 3 days ".repeat(100)))).hasSize(10);
    }

    private static Timespan only(String text) {
        List<Timespan> found = Timespan.in(Wording.wordsOf(text));
        assertThat(found).as(text).hasSize(1);
        return found.get(0);
    }
}
