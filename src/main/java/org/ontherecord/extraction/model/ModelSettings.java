package org.ontherecord.extraction.model;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

/** Which language model may be asked, and how much. Without an address there is none, which is how the app comes. */
record ModelSettings(
        String url,
        String kind,
        String name,
        String key,
        Duration timeout,
        int requestsPerHour,
        long charactersPerDay) {

    /** The text and prompt of one request always fit into a day. */
    static final int FEWEST_CHARACTERS = 30_000;

    private static final int LONGEST_NAME = 100;

    static ModelSettings of(Config config) {
        return new ModelSettings(
                text(config, "ontherecord.model-url").orElse(null),
                text(config, "ontherecord.model-kind").orElse("openai").toLowerCase(Locale.ROOT),
                text(config, "ontherecord.model-name").orElse(null),
                text(config, "ontherecord.model-key").orElse(null),
                Duration.ofSeconds(number(config, "ontherecord.model-timeout", 30)),
                (int) number(config, "ontherecord.model-requests-per-hour", 60),
                number(config, "ontherecord.model-characters-per-day", 1_000_000));
    }

    boolean isGiven() {
        return url != null;
    }

    /** Whether a model may be asked. */
    boolean isOn() {
        return isGiven() && trouble() == null;
    }

    /** What has to be put right before it can be asked, or null. The key is never part of it. */
    String trouble() {
        if (!isGiven()) {
            return null;
        }
        if (!isWebAddress()) {
            return "ONTHERECORD_MODEL_URL is no http or https address.";
        }
        if (!kind.equals("openai") && !kind.equals("ollama")) {
            return "ONTHERECORD_MODEL_KIND has to be openai or ollama.";
        }
        if (name == null || name.length() > LONGEST_NAME) {
            return "ONTHERECORD_MODEL_NAME has to name the model, in at most " + LONGEST_NAME + " characters.";
        }
        if (timeout.toSeconds() < 1 || timeout.toSeconds() > 600) {
            return "ONTHERECORD_MODEL_TIMEOUT has to be between 1 and 600 seconds.";
        }
        if (requestsPerHour < 1) {
            return "ONTHERECORD_MODEL_REQUESTS_PER_HOUR has to be at least 1.";
        }
        if (charactersPerDay < FEWEST_CHARACTERS) {
            return "ONTHERECORD_MODEL_CHARACTERS_PER_DAY has to be at least " + FEWEST_CHARACTERS + ".";
        }
        return null;
    }

    private boolean isWebAddress() {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** What is no sensible number counts as 0, which {@link #trouble} then complains of. */
    private static long number(Config config, String name, long usual) {
        return text(config, name)
                .map(digits -> digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0)
                .orElse(usual);
    }

    /** Without the key, which has no place in a log. */
    @Override
    public String toString() {
        return isGiven() ? kind + " " + name : "no model";
    }
}
