package org.ontherecord.extraction.model;

import java.util.HashMap;
import java.util.Map;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ModelSettingsTest {

    @Test
    void withoutAnAddressThereIsNoModelAndNoTrouble() {
        ModelSettings settings = settings(Map.of());
        assertThat(settings.isOn()).isFalse();
        assertThat(settings.trouble()).isNull();
    }

    @Test
    void anAddressAndANameAreEnough() {
        ModelSettings settings = settings(
                Map.of("ontherecord.model-url", "http://localhost:11434/v1", "ontherecord.model-name", "small"));
        assertThat(settings.isOn()).isTrue();
        assertThat(settings.timeout()).hasSeconds(30);
        assertThat(settings.requestsPerHour()).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({
        "url, file:///etc/passwd, ONTHERECORD_MODEL_URL is no http or https address.",
        "url, not an address, ONTHERECORD_MODEL_URL is no http or https address.",
        "kind, telepathy, ONTHERECORD_MODEL_KIND has to be openai or ollama.",
        "name, ' ', 'ONTHERECORD_MODEL_NAME has to name the model, in at most 100 characters.'",
        "timeout, soon, ONTHERECORD_MODEL_TIMEOUT has to be between 1 and 600 seconds.",
        "requests-per-hour, 0, ONTHERECORD_MODEL_REQUESTS_PER_HOUR has to be at least 1.",
        "characters-per-day, 500, ONTHERECORD_MODEL_CHARACTERS_PER_DAY has to be at least 30000."
    })
    void whatCannotWorkIsNamedAndTheModelStaysOff(String setting, String value, String trouble) {
        Map<String, String> given = new HashMap<>(Map.of(
                "ontherecord.model-url",
                "https://model.example/v1",
                "ontherecord.model-name",
                "small",
                "ontherecord.model-key",
                "secret"));
        given.put("ontherecord.model-" + setting, value);
        ModelSettings settings = settings(given);
        assertThat(settings.isOn()).isFalse();
        assertThat(settings.trouble()).isEqualTo(trouble);
        assertThat(settings.toString()).doesNotContain("secret");
    }

    private static ModelSettings settings(Map<String, String> given) {
        return ModelSettings.of(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(given, "test", 100))
                .build());
    }
}
