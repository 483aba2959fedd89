package org.ontherecord.extraction;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import org.ontherecord.extraction.reading.Span;

import static org.assertj.core.api.Assertions.assertThat;

class SentTextTest {
    @Test
    void lineEndsAndMarksAreReadCleanAndLedBack() {
        SentText text = SentText.of("Cafe\u0301 says\r\n\r\n“No 😀”\rEnd\u0085.");
        assertThat(text.read()).isEqualTo("Café says\n\n“No 😀”\nEnd\n.");
        int from = text.read().indexOf("says");
        assertThat(text.sent(new Span(from, from + 4)).of(text.sent())).isEqualTo("says");
        assertThat(text.sent(new Span(0, 4)).of(text.sent())).isEqualTo("Cafe\u0301");
        int no = text.read().indexOf("No");
        assertThat(text.sent(new Span(no, no + 5)).of(text.sent())).isEqualTo("No 😀");
        assertThat(text.sent(new Span(0, text.read().length())))
                .isEqualTo(new Span(0, text.sent().length()));
    }

    @Test
    void aTextThatIsCleanIsReadAsItIs() {
        assertThat(SentText.of("Plain.\n\nText 😀é").read()).isEqualTo("Plain.\n\nText 😀é");
    }

    @Test
    void everyStretchOfWhateverIsSentLeadsBackToItself() {
        List<String> pieces = List.of(
                "a",
                "é",
                "e\u0301",
                "\r\n",
                "\r",
                "\n",
                " ",
                "😀",
                "\u0301",
                "\u1100\u1161\u11A8",
                "\uFEFF",
                "\u2028",
                "Å",
                "“",
                "\u0915\u093C",
                "\u2126");
        Random any = new Random(4);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder sent = new StringBuilder();
            for (int i = any.nextInt(12); i >= 0; i--) {
                sent.append(pieces.get(any.nextInt(pieces.size())));
            }
            SentText text = SentText.of(sent.toString());
            for (int from = 0; from < text.read().length(); from++) {
                for (int to = from + 1; to <= text.read().length(); to++) {
                    Span span = text.sent(new Span(from, to));
                    assertThat(span.from()).isBetween(0, span.to() - 1);
                    assertThat(span.to()).isLessThanOrEqualTo(sent.length());
                    String back = SentText.of(span.of(text.sent())).read();
                    assertThat(back)
                            .contains(
                                    SentText.of(text.read().substring(from, to)).read());
                }
            }
        }
    }
}
