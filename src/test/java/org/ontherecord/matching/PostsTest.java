package org.ontherecord.matching;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostsTest {

    @Test
    void keepsTheWordsAndTheAuthorOfAPostAndDatesItByItsSignature() {
        Utterance plain = Posts.plain(
                Utterance.of(
                        "Norland has #NoWater left! https://t.co/abc pic.twitter.com/xyz — Ada Marlow (@ada_marlow) June 4, 2019"));

        assertThat(plain.text()).isEqualTo("Norland has No Water left! Ada Marlow");
        assertThat(plain.saidOn()).isEqualTo(LocalDate.of(2019, 6, 4));
    }

    @Test
    void aDateInASentenceIsNotItsDate() {
        Utterance plain = Posts.plain(Utterance.of("The law was signed on June 4, 2019."));

        assertThat(plain.text()).isEqualTo("The law was signed on June 4, 2019.");
        assertThat(plain.saidOn()).isNull();
    }

    @Test
    void aGivenDayStands() {
        LocalDate given = LocalDate.of(2020, 1, 2);

        assertThat(Posts.plain(Utterance.of("Yes — A (@a) June 4, 2019").on(given))
                        .saidOn())
                .isEqualTo(given);
    }

    @Test
    void aPostOfNothingButALinkStaysAsItIs() {
        assertThat(Posts.plain(Utterance.of("https://t.co/abc")).text()).isEqualTo("https://t.co/abc");
    }

    @Test
    void aDayThatDoesNotExistIsNoDay() {
        assertThat(Posts.plain(Utterance.of("Yes — A (@a) June 44, 2019")).saidOn())
                .isNull();
    }
}
