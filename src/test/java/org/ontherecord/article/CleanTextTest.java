package org.ontherecord.article;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CleanTextTest {

    @Test
    void controlCharactersGoAndLineEndsBecomeOneKind() {
        assertThat(CleanText.of("a\u0000b\r\nc\rd\u0085e\u2028f\u0007\u009Fg")).isEqualTo("ab\nc\nd\ne\nfg");
    }

    @Test
    void lettersAreComposedAndNothingElseIsTouched() {
        assertThat(CleanText.of("\uFEFFcafe\u0301  “so”\u00A0– 👩‍👧 \u200Fشكرا\t."))
                .isEqualTo("café  “so”\u00A0– 👩‍👧 \u200Fشكرا\t.");
    }

    @Test
    void loneSurrogatesAndNonCharactersAreDropped() {
        assertThat(CleanText.of("a\uD83Db\uDE00c\uFFFFd😀")).isEqualTo("abcd😀");
    }

    @Test
    void aLineIsOneLineOfAtMostSoManyCodePoints() {
        assertThat(CleanText.line("  two\n\n words\u00A0 ", 50)).isEqualTo("two words");
        assertThat(CleanText.line("😀😀😀", 2)).isEqualTo("😀😀");
        assertThat(CleanText.line(null, 2)).isEmpty();
    }
}
