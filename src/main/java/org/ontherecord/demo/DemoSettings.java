package org.ontherecord.demo;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The demonstration's settings: {@code ONTHERECORD_DEMO}, and with {@code _PASSWORD} and {@code _API_KEY} how to get in. No
 * config mapping: one for the prefix refuses every other system property that begins with it.
 */
@Singleton
class DemoSettings {
    private final boolean on;
    private final Optional<String> password;
    private final Optional<String> apiKey;

    DemoSettings(
            @ConfigProperty(name = "ontherecord.demo", defaultValue = "false") boolean on,
            @ConfigProperty(name = "ontherecord.demo-password") Optional<String> password,
            @ConfigProperty(name = "ontherecord.demo-api-key") Optional<String> apiKey) {
        this.on = on;
        this.password = password;
        this.apiKey = apiKey;
    }

    /** Whether an empty database is filled with the demonstration record. Never on in production. */
    boolean isOn() {
        return on;
    }

    /** The password of the three demonstration accounts; without it they get random ones, printed once. */
    Optional<String> password() {
        return password;
    }

    /** The API key of the demonstration, which knows no limits; without it there is none. */
    Optional<String> apiKey() {
        return apiKey;
    }
}
