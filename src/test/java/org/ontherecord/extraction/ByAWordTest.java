package org.ontherecord.extraction;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ByAWordTest {
    private static final String TEXT = "Before it.\n\nThe mayor 😀 said “we built 400 homes” – twice.\n\nAfter it.";

    @Test
    void aWordMoreOrFewerAtEitherEnd() {
        assertThat(moved(ByAWord.WIDER, "we built")).isEqualTo("we built 400");
        assertThat(moved(ByAWord.NARROWER, "we built 400")).isEqualTo("we built");
        assertThat(moved(ByAWord.WIDER_START, "said")).isEqualTo("mayor 😀 said");
        assertThat(moved(ByAWord.NARROWER_START, "The mayor")).isEqualTo("mayor");
    }

    @Test
    void signsAloneAreNoWord() {
        assertThat(moved(ByAWord.WIDER, "400 homes”")).isEqualTo("400 homes” – twice");
        assertThat(moved(ByAWord.NARROWER, "homes” – twice.")).isEqualTo("homes”");
    }

    @Test
    void wideningEndsWithTheParagraphAndNarrowingWithTheLastWord() {
        assertThatThrownBy(() -> moved(ByAWord.WIDER, "– twice."))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("paragraph");
        assertThatThrownBy(() -> moved(ByAWord.WIDER_START, "The mayor")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> moved(ByAWord.NARROWER, "mayor"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at least one word");
        assertThatThrownBy(() -> moved(ByAWord.NARROWER_START, "mayor")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> moved(ByAWord.WIDER, "After it.")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> ByAWord.of("SIDEWAYS")).isInstanceOf(Refused.class);
    }

    private static String moved(ByAWord way, String words) {
        int from = TEXT.indexOf(words);
        int start = TEXT.codePointCount(0, from);
        var quote = way.from(TEXT, start, start + words.codePointCount(0, words.length()));
        assertThat(quote.standsIn(TEXT)).isTrue();
        return quote.exact();
    }
}
