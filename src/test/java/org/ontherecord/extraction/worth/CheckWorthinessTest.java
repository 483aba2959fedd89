package org.ontherecord.extraction.worth;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.ontherecord.extraction.RankedArticles;
import org.ontherecord.extraction.worth.CheckWorthiness.Line;

import static org.assertj.core.api.Assertions.assertThat;

class CheckWorthinessTest {

    private static final List<String> MIXED = List.of(
            "Unemployment fell to 4.1 percent last year, the lowest since 1969.",
            "Thank you very much, it is great to be here tonight.",
            "My opponent voted to raise taxes on the middle class 98 times.",
            "How are you?",
            "I love this state.",
            "We have lost 60,000 factories since China entered the World Trade Organization.");

    private static final CheckWorthiness WORTH = new CheckWorthiness();

    @BeforeAll
    static void load() {
        WORTH.load();
        assertThat(WORTH.isReady()).isTrue();
    }

    @Test
    void numbersAndVotesStandAboveCourtesies() {
        double[] scores = WORTH.sentences(MIXED);
        for (int claim : new int[] {0, 2, 5}) {
            for (int talk : new int[] {1, 3, 4}) {
                assertThat(scores[claim]).isGreaterThan(scores[talk] + 30);
            }
        }
    }

    @Test
    void aSentenceIsScoredTheSameWhateverStandsBesideIt() {
        double[] together = WORTH.sentences(MIXED);
        double[] again = WORTH.sentences(MIXED);
        assertThat(again).isEqualTo(together);
        for (int i = 0; i < MIXED.size(); i++) {
            assertThat(WORTH.sentences(MIXED.subList(i, i + 1))[0]).isEqualTo(together[i]);
        }
    }

    @Test
    void scoresOfManyThreadsAreThoseOfOne() {
        double[] one = WORTH.sentences(MIXED);
        double[][] many = IntStream.range(0, 8)
                .parallel()
                .mapToObj(run -> WORTH.sentences(MIXED))
                .toArray(double[][]::new);
        for (double[] scores : many) {
            assertThat(scores).isEqualTo(one);
        }
    }

    @Test
    void inATranscriptApplauseAndQuestionsOfTheHostStandBelowClaimsOfTheGuests() {
        List<Line> lines = List.of(
                new Line("HOST", "Good evening and welcome to the debate."),
                new Line("HOST", "Governor, how would you create jobs?"),
                new Line("ROE", "In my four years we created 300,000 jobs, more than any state in the nation."),
                new Line("ROE", "My opponent has voted for every tax increase in the last decade."),
                new Line("SYSTEM", "(APPLAUSE)"),
                new Line(null, ""),
                new Line("HOST", "Thank you."));
        double[] scores = WORTH.transcript(lines);
        assertThat(scores).hasSize(7);
        assertThat(DoubleStream.of(scores)).allMatch(score -> score >= 0 && score <= 100);
        for (int claim : new int[] {2, 3}) {
            for (int other : new int[] {0, 1, 4, 5, 6}) {
                assertThat(scores[claim]).as("%d over %d", claim, other).isGreaterThan(scores[other]);
            }
        }
    }

    @Test
    void whateverIsSentHasAScore() {
        List<String> strange = List.of(
                "",
                " ",
                "\n",
                "😀".repeat(3_000),
                "a".repeat(1_000_000),
                "1 ".repeat(200_000),
                "שלום עולם",
                "\uD800",
                "((((((");
        double[] scores = WORTH.sentences(strange);
        assertThat(scores).hasSize(strange.size());
        assertThat(DoubleStream.of(scores)).allMatch(score -> score >= 0 && score <= 100);
        assertThat(WORTH.transcript(List.of())).isEmpty();
    }

    /** Measured: see docs/measured.md. */
    @Test
    void newsIsRankedWithPromisesAndNumbersOfNamedPeopleFirst() {
        assertThat(RankedArticles.all())
                .allSatisfy(article -> assertThat(article.averagePrecision(WORTH::logOdds))
                        .as(article.title())
                        .isGreaterThan(0.6));
        assertThat(RankedArticles.all().stream()
                        .mapToDouble(article -> article.averagePrecision(WORTH::logOdds))
                        .average()
                        .orElseThrow())
                .isGreaterThan(0.8);
    }
}
