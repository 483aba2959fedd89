package org.ontherecord.article;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example:443/a/B?utm_source=x&id=2&fbclid=1#top, https://news.example/a/B?id=2",
        "http://news.example, http://news.example/",
        "http://news.example:80/a?, http://news.example/a",
        "https://zeitung.example/straße?q=ä, https://zeitung.example/straße?q=ä",
        "https://münchen.example/x, https://xn--mnchen-3ya.example/x",
    })
    void anAddressHasOneSpelling(String written, String spelling) {
        assertThat(WebAddress.parse(written)).hasToString(spelling);
    }
}
