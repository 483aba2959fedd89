package org.ontherecord.matching;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RankingTest {
    private static final Nearness NEAR = new Nearness(0.9, 0.9, 0);

    @Test
    void putsTheSameBeforeItsOppositeWhereWordsAndMeaningCannotTell() {
        assertThat(first(
                        "Rents in Norland rose 3 % in 2019, Marlow said",
                        "Rents in Norland fell 3 % in 2019, Marlow said",
                        "Rents in Norland grew 3 % in 2019, as Marlow said"))
                .isEqualTo(2);
        assertThat(first(
                        "Rents in Norland rose 3 % in 2019, Marlow said",
                        "Rents in Norland rose 3 % in 2025, Marlow said",
                        "Rents in Norland rose 3 percent during 2019, Marlow said"))
                .isEqualTo(2);
        assertThat(first(
                        "Rents in Norland rose 3 % that winter, Marlow said",
                        "Rents in Norland rose 30 % that winter, Marlow said",
                        "Rents in Norland rose three percent in winter, Marlow said"))
                .isEqualTo(2);
        assertThat(first(
                        "The minister did sign the Velmar treaty in spring",
                        "The minister did not sign the Velmar treaty in spring",
                        "The minister did put her name to the Velmar treaty in spring"))
                .isEqualTo(2);
    }

    @Test
    void exactlyTheSameTextComesFirstAndIsCertain() {
        List<Match> matches = Ranking.rank(
                Utterance.of("Rents rose"),
                List.of(
                        new FoundClaim(claim(1, "Rents did rise", null), false, 9, 0, NEAR, NEAR, 0, 0),
                        FoundClaim.byWords(claim(2, "Rents rose", null), true, 0)));

        assertThat(matches).extracting(Match::number).containsExactly(2L, 1L);
        assertThat(matches.get(0).score()).isEqualTo(1);
        assertThat(matches.get(0).wordingPercent()).isEqualTo(100);
        assertThat(matches.get(1).score()).isLessThan(1);
    }

    @Test
    void scoresNeverRiseDownTheList() {
        List<FoundClaim> found = LongStream.rangeClosed(1, 100)
                .mapToObj(number -> new FoundClaim(
                        claim(number, "Claim " + number * 7 % 13, null),
                        false,
                        number * 31 % 17,
                        0,
                        new Nearness(number * 11 % 97 / 97.0, 0, 0),
                        NEAR,
                        0,
                        0))
                .toList();

        List<Match> matches = Ranking.rank(Utterance.of("Claim 7"), found);

        assertThat(matches).extracting(Match::score).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(matches).extracting(Match::score).allMatch(score -> score >= 0 && score < 1);
    }

    @Test
    void aClaimWhoseVectorIsStillToComeDoesNotLoseForIt() {
        List<Match> matches = Ranking.rank(
                Utterance.of("Velmar closes its harbour in winter"),
                List.of(
                        FoundClaim.byWords(claim(1, "In winter Velmar closes its harbour", null), false, 20),
                        new FoundClaim(
                                claim(2, "Astria sells its railways", null),
                                false,
                                1,
                                0,
                                new Nearness(0.1, 0.1, 0),
                                NEAR,
                                0,
                                0)));

        assertThat(matches.get(0).number()).isEqualTo(1);
    }

    @Test
    void saysWhatAgreesAndWhatDiffers() {
        Match match = Ranking.rank(
                        Utterance.of("Wages fell 3 % in 2019 in Velmar").by("GOV. MARLOW"),
                        List.of(new FoundClaim(
                                claim(1, "In Velmar wages rose 3 percent in 2025", "Ada Marlow"),
                                false,
                                5,
                                0,
                                NEAR,
                                NEAR,
                                0,
                                0)))
                .get(0);

        assertThat(match.same())
                .containsExactly(
                        new Match.Agreement(Match.Aspect.SPEAKER, "Ada Marlow"),
                        new Match.Agreement(Match.Aspect.NUMBER, "3 %"),
                        new Match.Agreement(Match.Aspect.NAME, "Velmar"));
        assertThat(match.different())
                .containsExactly(
                        new Match.Difference(Match.Aspect.DIRECTION, "fell", "rose"),
                        new Match.Difference(Match.Aspect.YEAR, "2019", "2025"));
    }

    @Test
    void aDeadlineIsTheSameInOtherUnits() {
        Match match = compared("I’ll have peace in Norland in one day", "Peace in Norland within 24 hours", null);

        assertThat(match.same()).contains(new Match.Agreement(Match.Aspect.DEADLINE, "one day = 24 hours"));
        assertThat(match.different()).isEmpty();
    }

    @Test
    void anotherDeadlineIsSaidAndANumberStaysANumber() {
        Match match = compared(
                "Hospitals will hire 300 nurses in a fortnight",
                "Hospitals hire 3,000 nurses within a year",
                LocalDate.of(2026, 1, 1));

        assertThat(match.same()).isEmpty();
        assertThat(match.different())
                .containsExactly(
                        new Match.Difference(Match.Aspect.DEADLINE, "a fortnight", "a year"),
                        new Match.Difference(Match.Aspect.NUMBER, "300 nurses", "3,000 nurses"));
    }

    @Test
    void iIsNobodysName() {
        Match match = compared("There in Norland I built it", "What I saw was built", null);

        assertThat(match.same()).isEmpty();
        assertThat(match.different()).isEmpty();
    }

    @Test
    void howLongSomethingTookIsANumber() {
        Match match = compared("It rained for 24 hours", "It rained for one hour, then for 1 day", null);

        assertThat(match.same()).containsExactly(new Match.Agreement(Match.Aspect.NUMBER, "24 hours = 1 day"));
        assertThat(match.different()).isEmpty();
    }

    @Test
    void knowsASpeakerUnderATitle() {
        assertThat(SpeakerNames.same("PRESIDENT MARLOW", "Ada Marlow")).isTrue();
        assertThat(SpeakerNames.same("Teo Marlow", "Ada Marlow")).isFalse();
        assertThat(SpeakerNames.same("Mr.", "Ada Marlow")).isFalse();
    }

    private static Match compared(String said, String onRecord, LocalDate deadline) {
        var claim = new MatchableClaim(
                1, true, "en", onRecord, null, List.of(), null, List.of(), null, deadline, null, null);
        return Ranking.rank(Utterance.of(said), List.of(FoundClaim.byWords(claim, false, 5)))
                .get(0);
    }

    private static long first(String said, String one, String other) {
        return Ranking.rank(
                        Utterance.of(said),
                        List.of(
                                new FoundClaim(claim(1, one, null), false, 9, 0, NEAR, NEAR, 0, 0),
                                new FoundClaim(claim(2, other, null), false, 9, 0, NEAR, NEAR, 0, 0)))
                .get(0)
                .number();
    }

    private static MatchableClaim claim(long number, String wording, String speaker) {
        return new MatchableClaim(
                number, true, "en", wording, null, List.of(), speaker, List.of(), null, null, null, null);
    }
}
