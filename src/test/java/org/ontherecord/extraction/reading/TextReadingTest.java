package org.ontherecord.extraction.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts about invented people, written for this test. */
class TextReadingTest {

    private static final LocalDate FRIDAY = LocalDate.of(2024, 11, 8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Jane Roe said she would close 20 mines by the end of 2026. | PROMISE",
                "Jane Roe said prices would rise by 3 percent next year. | PREDICTION",
                "Jane Roe said unemployment fell to 4 percent in 2019. | STATISTIC",
                "Jane Roe said that the ministry closed the bridge in March. | PAST_FACT",
                "Jane Roe said that parliament should reject the treaty. | POSITION",
                "Jane Roe said that Tom Hale promised a bridge in 2014. | QUOTE_OF_ANOTHER"
            })
    void kindsAreTold(String text, Kind kind) {
        assertThat(new TextReading(text, "en", FRIDAY).drafts())
                .filteredOn(draft -> "Jane Roe".equals(draft.speaker()))
                .first()
                .satisfies(draft -> assertThat(draft.kind()).isEqualTo(kind));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | La maire Claire Dumas a déclaré lundi que la ville avait planté 4 000 arbres en 2023. « Nous planterons 1 000 arbres d'ici 2026 », a promis Dumas. | Claire Dumas | 2024-11-04 | 2026-12-31",
                "de | Ministerin Anna Berger sagte am Montag, dass die Zahl der Unfälle um 12 Prozent gesunken sei. „Wir werden die Strecke bis Ende 2028 bauen“, versprach Berger. | Anna Berger | 2024-11-04 | 2028-12-31",
                "es | La alcaldesa Carmen Ruiz dijo el lunes que el desempleo bajó un 4 por ciento en 2023. «Vamos a construir 300 viviendas antes de 2028», prometió Ruiz. | Carmen Ruiz | 2024-11-04 | 2028-12-31"
            })
    void otherLanguagesAreAttributedPromisedAndDatedByTheirData(
            String language, String text, String speaker, LocalDate saidOn, LocalDate deadline) {
        List<Draft> drafts = new TextReading(text, language, FRIDAY).drafts();
        assertThat(drafts).anySatisfy(draft -> {
            assertThat(draft.kind()).isEqualTo(Kind.STATISTIC);
            assertThat(draft.speaker()).isEqualTo(speaker);
            assertThat(draft.saidOn().from()).isEqualTo(saidOn);
        });
        assertThat(drafts).anySatisfy(draft -> {
            assertThat(draft.kind()).isEqualTo(Kind.PROMISE);
            assertThat(draft.direct()).isTrue();
            assertThat(draft.speaker()).isEqualTo(speaker);
            assertThat(draft.deadline().date()).isEqualTo(deadline);
        });
    }

    @Test
    void theWordsThatNameTheSpeakerStandWhereTheQuotationDoes() {
        String text =
                "Dmitri Roe, the spokesman, arrived late. \"We lost the vote in March,\" he said. The spokesman added: \"We will try again in June.\"";
        List<Quotation> quotations = new TextReading(text, "en", FRIDAY).quotations();
        assertThat(quotations)
                .extracting(quotation -> quotation.speakerWords().of(text))
                .containsExactly("he", "The spokesman");
        assertThat(quotations).extracting(Quotation::speaker).containsOnly("Dmitri Roe");
    }

    @Test
    void aSpeakerIsLeftOpenRatherThanGuessed() {
        String text = "\"We lost the vote in March,\" a spokesman said. According to a report, 300 jobs were lost.";
        assertThat(new TextReading(text, "en", FRIDAY).quotations())
                .extracting(Quotation::speaker)
                .containsOnlyNulls();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said \"one two three four five,\" she said. ",
                "a.",
                "“a b c d ‘e f g h ” ",
                "Aa Bb, who, said, ",
                "“one two three four” said ",
                "by the end of the next 20 years ago in the first quarter of ",
                "« un deux trois quatre » selon ",
                "\uD83D\uDE00\uD83D said \uDE00 ",
                "\u202Eقال الوزير \"كلمة كلمة كلمة كلمة\" ",
                "\u0001\u0002\u007F\u0085\u2028 said that the the ",
                "''``\"\"‘’“”"
            })
    void nastyTextsAreReadToTheirEnd(String unit) {
        String text = unit.repeat(400_000 / unit.length());
        for (String language : List.of("en", "fr", "de", "es", "ar")) {
            TextReading reading = new TextReading(text, language, FRIDAY);
            assertThat(reading.drafts())
                    .allSatisfy(draft -> assertThat(draft.span().of(text)).isNotBlank());
            assertThat(reading.quotations())
                    .allSatisfy(
                            quotation -> assertThat(quotation.quoted().of(text)).isNotBlank());
        }
    }

    @Test
    void textsMadeByChanceAreReadAndEveryStretchLiesInThem() {
        String[] parts = {
            "\"",
            "“",
            "”",
            "'",
            "‘",
            "’",
            " said ",
            " that ",
            "Jane Roe",
            " he ",
            ". ",
            ", ",
            "\n",
            "\n\n",
            " on Monday ",
            " by 2030",
            " will ",
            "24 hours",
            "\uD83D\uDE00",
            "—",
            ":",
            "(",
            ")",
            "promise to ",
            "a",
            "The spokesman"
        };
        Random chance = new Random(4);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = chance.nextInt(60); k >= 0; k--) {
                text.append(parts[chance.nextInt(parts.length)]);
            }
            String made = text.toString();
            TextReading reading = new TextReading(made, "en", FRIDAY);
            reading.drafts().forEach(draft -> draft.span().of(made));
            reading.quotations().forEach(quotation -> {
                quotation.quoted().of(made);
                if (quotation.speakerWords() != null) {
                    assertThat(quotation.speakerWords().of(made)).isNotBlank();
                }
            });
        }
    }

    @Test
    void furnitureIsNoDraft() {
        String text = """
                Home
                Next Story
                Send Push
                Share on Facebook
                Mayor Jane Roe said on Monday that the city lost 300 jobs in March.
                Download the app now
                We use cookies to improve your experience. Accept all cookies
                Sign up for our newsletter and get 5 stories a day.
                Photo: Sam Sample/Agency
                Related: Ten things the mayor promised in 2019
                Sam Sample has covered city hall for 12 years. Follow him @samsample.
                Read more: The mayor's 40 percent tax rise, explained.""";
        assertThat(new TextReading(text, "en", FRIDAY).drafts())
                .extracting(draft -> draft.span().of(text))
                .containsExactly("the city lost 300 jobs in March");
    }
}
