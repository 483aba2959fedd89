package org.ontherecord.matching;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {

    @Test
    void risingIsNotFalling() {
        Comparison compared = compare("Rents rose 3 % in Norland.", "Rents fell 3 percent in Norland.");

        assertThat(compared.rivals()).containsExactly(new Comparison.Pair("rose", "fell"));
        assertThat(compared.numbersRival()).isFalse();
        assertThat(compared.numbersShared()).extracting(Quantity::words).containsExactly("3 %");
    }

    @Test
    void anotherNumberIsSaid() {
        Comparison compared = compare("We hired 300 nurses", "The government hired 3,000 nurses");

        assertThat(compared.numbersApart()).isEqualTo(new Comparison.Pair("300 nurses", "3,000 nurses"));
    }

    @Test
    void aNumberIsTheSameHoweverItIsWritten() {
        assertThat(compare("It cost $1.2 trillion", "It cost 1,200 billion dollars")
                        .numbersRival())
                .isFalse();
        assertThat(compare("three percent of them", "3 % of them").numbersShared())
                .hasSize(1);
        assertThat(compare("Es kostet 2,5 Milliarden Euro", "Die Kosten: 2500 Millionen Euro")
                        .numbersShared())
                .hasSize(1);
    }

    @Test
    void hoursAreNotDays() {
        assertThat(compare("peace within 24 hours", "peace within 24 days").numbersApart())
                .isEqualTo(new Comparison.Pair("24 hours", "24 days"));
    }

    @Test
    void anotherYearIsSaidUnlessOneIsShared() {
        assertThat(compare("Crime peaked in 2019", "Crime peaked in 2025").yearsApart())
                .isEqualTo(new Comparison.Pair("2019", "2025"));
        assertThat(compare("from 2019 to 2025", "since 2019").yearsRival()).isFalse();
    }

    @Test
    void whatOneDeniesTheOtherSays() {
        assertThat(compare("She did not sign the treaty", "She signed the treaty")
                        .deniedByOne())
                .isTrue();
        assertThat(compare("She didn’t sign the treaty", "She never signed the treaty")
                        .deniedByOne())
                .isFalse();
    }

    @Test
    void whoDidItToWhomCounts() {
        assertThat(compare("In May Norland invaded Astria", "In May Astria invaded Norland")
                        .namesSwapped())
                .isTrue();
        assertThat(compare("In May Norland invaded Astria", "In May Astria was invaded by Norland")
                        .namesSwapped())
                .isFalse();
    }

    @Test
    void otherNamesAreSaid() {
        assertThat(compare("The port of Velmar was closed", "The port of Quist was closed")
                        .namesApart())
                .isEqualTo(new Comparison.Pair("velmar", "quist"));
    }

    @Test
    void theNearestQuoteIsCompared() {
        MatchableClaim claim = claim("Rents have gone down.", List.of("rents rose three percent in a year"));
        Utterance said = Utterance.of("Rents rose three percent");

        assertThat(Comparison.of(said, Wording.of(said.text()), claim).rivals()).isEmpty();
    }

    @Test
    void anyTextCanBeTakenApart() {
        for (String text : List.of(
                "😀", "،؟", "1.2.3.4.5", "9".repeat(400), "(".repeat(3_000), "a'".repeat(2_000), "‮abc‬", "\n\t")) {
            assertThat(Wording.of(text).words()).isNotNull();
        }
    }

    private static Comparison compare(String said, String onRecord) {
        Utterance utterance = Utterance.of(said);
        return Comparison.of(utterance, Wording.of(said), claim(onRecord, List.of()));
    }

    private static MatchableClaim claim(String wording, List<String> quotes) {
        return new MatchableClaim(1, true, "en", wording, null, quotes, null, List.of(), null, null, null, null);
    }
}
