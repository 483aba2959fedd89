package org.ontherecord.review.copies;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

/** Which archive is asked for copies. Without an address there is none, which is how the app comes. */
record ArchiveSettings(String url, String key, Duration timeout) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    static ArchiveSettings of(Config config) {
        return new ArchiveSettings(
                text(config, "ontherecord.archive-url")
                        .map(url -> url.replaceFirst("/$", ""))
                        .orElse(null),
                text(config, "ontherecord.archive-key").orElse(null),
                TIMEOUT);
    }

    boolean isOn() {
        return url != null && trouble() == null;
    }

    /** What has to be put right before it can be asked, or null. The key is never part of it. */
    String trouble() {
        if (url == null) {
            return null;
        }
        if (!isWebAddress()) {
            return "ONTHERECORD_ARCHIVE_URL is no http or https address.";
        }
        if (key != null && !key.matches("[\\x21-\\x7e]{1,500}")) {
            return "ONTHERECORD_ARCHIVE_KEY has to be the access key, a colon and the secret, without spaces.";
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

    /** Without the key, which has no place in a log. */
    @Override
    public String toString() {
        return url == null ? "no archive" : url;
    }
}
