package org.ontherecord.article;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the text: its turns say all its words in their order, and no other. */
class TranscriptFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void everyLetterStaysInItsPlace(FuzzedDataProvider data) {
        String raw = data.consumeRemainingAsString();
        Transcript.is(raw);
        assertThat(letters(Transcript.text(raw))).isEqualTo(letters(CleanText.of(raw)));
    }

    private static String letters(String text) {
        return text.codePoints()
                .filter(Character::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
