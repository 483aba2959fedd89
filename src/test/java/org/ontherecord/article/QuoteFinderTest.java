package org.ontherecord.article;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteFinderTest {

    private static final String TEXT =
            "The mayor said: “We’ll plant 40,000 trees — all of them by 2027.” Nobody asked.";

    @Test
    void exactWordsAreFoundWhereTheyStand() {
        Quote quote = only(TEXT, "plant 40,000 trees");
        assertThat(quote.standsIn(TEXT)).isTrue();
        assertThat(quote.prefix()).endsWith("“We’ll ");
        assertThat(quote.suffix()).startsWith(" — all of them");
    }

    @Test
    void quoteMarksDashesCaseAndSpacesAreMadeAlikeAndTheTextsOwnWordsComeBack() {
        assertThat(only(TEXT, "we'll  plant 40,000\u00A0trees - all").exact())
                .isEqualTo("We’ll plant 40,000 trees — all");
        assertThat(only("a\u00A0b\n c", "a b c").exact()).isEqualTo("a\u00A0b\n c");
        assertThat(only("wait… what", "wait... what").exact()).isEqualTo("wait… what");
    }

    @Test
    void outerQuoteMarksThatTheTextDoesNotHaveAreOverlooked() {
        assertThat(only("We will win, he said.", "“We will win”").exact()).isEqualTo("We will win");
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "😀😀 𐎠𐎡 we will build homes 👩‍👩‍👧";
        Quote quote = only(text, "we will build");
        assertThat(quote.start()).isEqualTo(6);
        assertThat(quote.end()).isEqualTo(19);
        assertThat(quote.standsIn(text)).isTrue();
        assertThat(only(text, "𐎡 we").start()).isEqualTo(4);
    }

    @Test
    void lettersMeetHoweverTheirAccentsAreWritten() {
        assertThat(only("un cafe\u0301 cher", "café").exact()).isEqualTo("cafe\u0301");
        assertThat(only("un café cher", "cafe\u0301").exact()).isEqualTo("café");
        assertThat(QuoteFinder.find("un cafe\u0301 cher", "cafe")).isEmpty();
    }

    @Test
    void rightToLeftTextIsFound() {
        String text = "قال الوزير: «سنبني ألف منزل قبل نهاية العام».";
        assertThat(only(text, "سنبني ألف منزل").standsIn(text)).isTrue();
        assertThat(only(text, "\"سنبني ألف منزل").exact()).isEqualTo("«سنبني ألف منزل");
    }

    @Test
    void everyPlaceIsOfferedWhenTheWordsStandTwice() {
        var hits = QuoteFinder.find("No cuts. Really: no cuts.", "no cuts");
        assertThat(hits).extracting(Quote::exact).containsExactly("no cuts");
        assertThat(QuoteFinder.find("no cuts, no cuts", "no cuts")).hasSize(2);
        assertThat(QuoteFinder.find("No cuts. NO CUTS.", "no cuts")).hasSize(2);
    }

    @Test
    void wholeWordsAreBetterThanParts() {
        assertThat(QuoteFinder.find("concatenate the cat", "cat"))
                .singleElement()
                .satisfies(quote -> assertThat(quote.start()).isEqualTo(16));
    }

    @Test
    void wordsThatAreNotThereAreNotFound() {
        assertThat(QuoteFinder.find(TEXT, "plant 50,000 trees")).isEmpty();
        assertThat(QuoteFinder.find(TEXT, "  \u0000 ")).isEmpty();
        assertThat(QuoteFinder.find("", "a")).isEmpty();
    }

    @Test
    void aNulInWhatWasPastedDoesNoHarm() {
        assertThat(only(TEXT, "plant\u0000 40,000").exact()).isEqualTo("plant 40,000");
    }

    @Test
    void aQuoteMovedByOneCharacterDoesNotStandInTheText() {
        Quote quote = only(TEXT, "plant");
        Quote moved = new Quote(quote.exact(), quote.prefix(), quote.suffix(), quote.start() + 1, quote.end() + 1);
        assertThat(moved.standsIn(TEXT)).isFalse();
        assertThat(new Quote("x", "", "", 5_000, 5_001).standsIn(TEXT)).isFalse();
    }

    private static Quote only(String text, String words) {
        var hits = QuoteFinder.find(text, words);
        assertThat(hits).hasSize(1);
        return hits.get(0);
    }
}
