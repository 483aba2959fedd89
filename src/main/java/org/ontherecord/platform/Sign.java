package org.ontherecord.platform;

import java.util.Locale;
import java.util.Map;

import io.quarkus.qute.TemplateExtension;

/** Which sign stands beside a verdict's word: filled is firm, open is partly, half is both, dashed is nothing yet. */
@TemplateExtension
public final class Sign {
    private static final String NOTHING_YET = "dashed";
    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("kept", "tick-filled"),
            Map.entry("true", "tick-filled"),
            Map.entry("mostly-true", "tick-open"),
            Map.entry("compromise", "half"),
            Map.entry("half-true", "half"),
            Map.entry("stalled", "bars"),
            Map.entry("mostly-false", "cross-open"),
            Map.entry("broken", "cross-filled"),
            Map.entry("false", "cross-filled"),
            Map.entry("in-the-works", "arrow"),
            Map.entry("being-checked", "arrow"),
            Map.entry("cant-be-rated", "question"),
            Map.entry("unproven", "question"));

    private Sign() {}

    /** For a rating's code, with its scale ("promise.kept") or without, or for its label. */
    public static String sign(String rating) {
        String code = rating.substring(rating.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace("’", "")
                .replace(' ', '-');
        return SIGNS.getOrDefault(code, NOTHING_YET);
    }
}
