package org.ontherecord.article;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever stands in the cues: they are read to the end and make no more text than there was. */
class SubtitlesFuzzTest {

    @FuzzTest(maxDuration = "20s")
    void cuesMakeNoMoreTextThanThereWas(FuzzedDataProvider data) {
        boolean web = data.consumeBoolean();
        String cues = data.consumeRemainingAsString();
        String file = web ? "WEBVTT\n\n00:01.000 --> 00:02.000\n" + cues : "1\n00:00:01,000 --> 00:00:02,000\n" + cues;
        assertThat(Subtitles.is(file)).isTrue();
        assertThat(Subtitles.text(file).length()).isLessThanOrEqualTo(3 * file.length());
    }
}
