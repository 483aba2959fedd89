package org.ontherecord.platform;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class NewsroomTest {
    @Test
    void aContactIsAMailAPageOrJustWords() {
        assertThat(contact("desk@record.example").contactAddress()).isEqualTo("mailto:desk@record.example");
        assertThat(contact("https://record.example/contact").contactAddress())
                .isEqualTo("https://record.example/contact");
        assertThat(contact("1 Main Street, Sampletown").contactAddress()).isNull();
        assertThat(contact("javascript:alert(1)").contactAddress()).isNull();
        assertThat(contact(" ").contact()).isNull();
        assertThat(contact(null).contactAddress()).isNull();
    }

    private static Newsroom contact(String words) {
        return new Newsroom(Optional.empty(), Optional.ofNullable(words), Optional.empty());
    }
}
