package org.ontherecord.article;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Two people, or a person and the software, choose the same words with other marks around them. */
class QuoteTest {
    private static final String TEXT = "She said: “😀 No cuts, ever!” No cuts, ever, he said.";

    private final Quote plain = at("No cuts, ever", 0);

    @ParameterizedTest
    @ValueSource(strings = {"No cuts, ever", "No cuts, ever!", "“😀 No cuts, ever!”", " No cuts, ever!” "})
    void marksAroundThemMakeNoOtherWords(String exact) {
        assertThat(at(exact, 0).isSameWordsAs(plain)).isTrue();
        assertThat(plain.isSameWordsAs(at(exact, 0))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"No cuts", "cuts, ever", "said: “😀 No cuts, ever", "No cuts, ever!” No"})
    void aWordMoreOrLessDoes(String exact) {
        assertThat(at(exact, 0).isSameWordsAs(plain)).isFalse();
    }

    @Test
    void anotherPlaceDoes() {
        assertThat(at("No cuts, ever", 20).isSameWordsAs(plain)).isFalse();
    }

    private static Quote at(String exact, int from) {
        int start = TEXT.indexOf(exact, from);
        return Quote.between(TEXT, start, start + exact.length());
    }
}
