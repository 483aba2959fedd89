package org.ontherecord.matching.index;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.matching.MatchableClaim;

import static org.assertj.core.api.Assertions.assertThat;

/** Words, stems and languages, on claims about invented places. */
class WordIndexTest {
    private final WordIndex index = new WordIndex();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsOtherFormsOfAWordInEachLanguage() {
        put(1, "en", "Zembla promised cheaper ferries.");
        put(2, "de", "Zembla versprach billigere Fähren.");
        put(3, "fr", "La Zembla a promis des traversiers moins chers.");
        put(4, "pl", "Zembla obiecała tańsze promy.");

        assertThat(found("the ferry")).containsExactly(1L);
        assertThat(found("die Fähre")).containsExactly(2L);
        assertThat(found("un traversier")).containsExactly(3L);
        assertThat(found("tansze")).containsExactly(4L);
        assertThat(found("Zembla")).containsExactlyInAnyOrder(1L, 2L, 3L, 4L);
    }

    @Test
    void aWordSaidTwiceCountsOnce() {
        put(1, "en", "Cabbage is blue.");
        put(2, "en", "Turnips are red.");

        assertThat(best("cabbage cabbage cabbage turnip", false, 5)).isEqualTo(best("cabbage turnip", false, 5));
    }

    @Test
    void titleAndQuotesAreFoundToo() {
        index.put(
                new MatchableClaim(
                        1,
                        true,
                        "en",
                        "Wording",
                        "Headline",
                        List.of("Quotation"),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                false);
        index.show();

        assertThat(found("headlines")).containsExactly(1L);
        assertThat(found("quotations")).containsExactly(1L);
    }

    @Test
    void aReplacedClaimIsFoundByItsNewWordsOnly() {
        put(1, "en", "Cabbage is blue.");
        put(1, "en", "Turnips are red.");

        assertThat(found("cabbage")).isEmpty();
        assertThat(found("turnip")).containsExactly(1L);
        index.remove(1);
        index.show();
        assertThat(found("turnip")).isEmpty();
    }

    @Test
    void scoresOfNamedClaimsAreThoseOfTheSearch() {
        for (int i = 0; i < 200; i++) {
            put(i, "en", "Cabbage number " + i + (i % 7 == 0 ? " is blue." : "."));
        }
        try (var asked = index.asked("blue cabbage")) {
            var best = asked.best(false, 300);

            assertThat(asked.of(Set.of(7L, 8L, 900L))).isEqualTo(Map.of(7L, best.get(7L), 8L, best.get(8L)));
        }
    }

    @Test
    void thousandsOfWordsAreNoQueryTooMany() {
        put(1, "en", "Cabbage is blue.");
        StringBuilder words = new StringBuilder("cabbage ");
        for (int i = 0; i < 5_000; i++) {
            words.append("w").append(i).append(' ');
        }
        assertThat(found(words.toString())).containsExactly(1L);
        assertThat(found("")).isEmpty();
        assertThat(found("the of and")).isEmpty();
    }

    private void put(long number, String language, String wording) {
        index.put(
                new MatchableClaim(
                        number, true, language, wording, null, List.of(), null, List.of(), null, null, null, null),
                true);
        index.show();
    }

    private Set<Long> found(String text) {
        return best(text, true, 10).keySet();
    }

    private Map<Long, Double> best(String text, boolean publishedOnly, int k) {
        try (var asked = index.asked(text)) {
            return asked.best(publishedOnly, k);
        }
    }
}
