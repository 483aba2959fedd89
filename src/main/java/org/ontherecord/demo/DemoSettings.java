package org.ontherecord.demo;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;

/** The demonstration's settings: {@code ONTHERECORD_DEMO}, and with {@code _PASSWORD} and {@code _API_KEY} how to get in. */
@ConfigMapping(prefix = "ontherecord")
interface DemoSettings {
    /** Whether an empty database is filled with the demonstration record. Never on in production. */
    @WithName("demo")
    @WithDefault("false")
    boolean isOn();

    /** The password of the three demonstration accounts; without it they get random ones, printed once. */
    @WithName("demo-password")
    Optional<String> password();

    /** The API key of the demonstration, which knows no limits; without it there is none. */
    @WithName("demo-api-key")
    Optional<String> apiKey();
}
