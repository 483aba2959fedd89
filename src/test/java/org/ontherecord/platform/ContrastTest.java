package org.ontherecord.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Computes what axe leaves undecided: the contrast of every token, on tints too, in both schemes (WCAG 2.2, 1.4.3 and 1.4.11). */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContrastTest {
    private static final double TEXT = 4.5;
    private static final double SIGN = 3;
    private static final String HEX = "(#[0-9a-f]{6})";
    private static final Pattern BOTH = Pattern.compile("--([\\w-]+): light-dark\\(" + HEX + ", " + HEX + "\\)");
    private static final Pattern ONE = Pattern.compile("--([\\w-]+): " + HEX);
    private static final Pattern TINT = Pattern.compile("--tint: (\\d+)%");
    private static final List<String> ROLES = List.of("pos2", "pos1", "mid", "neg1", "neg2", "prog", "none", "unk");

    private record Scheme(String name, Map<String, String> tokens, double tint) {
        double[] colour(String token) {
            String hex = tokens.get(token);
            return IntStream.of(1, 3, 5)
                    .mapToDouble(at -> Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0)
                    .toArray();
        }

        /** As {@code color-mix(in srgb, token share, ground)} does. */
        double[] mix(String token, double share, String ground) {
            double[] top = colour(token);
            double[] below = colour(ground);
            return IntStream.range(0, 3)
                    .mapToDouble(i -> top[i] * share + below[i] * (1 - share))
                    .toArray();
        }
    }

    private List<Scheme> schemes;
    private final SoftAssertions softly = new SoftAssertions();

    @BeforeAll
    void readTheTokens() throws IOException {
        try (InputStream css = getClass().getResourceAsStream("/META-INF/resources/css/tokens.css")) {
            String tokens = new String(css.readAllBytes(), StandardCharsets.UTF_8);
            List<String> tints = TINT.matcher(tokens)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            schemes = List.of(scheme("light", 2, tokens, tints.get(0)), scheme("dark", 3, tokens, tints.get(1)));
        }
    }

    @Test
    void textCanBeReadOnEveryGround() {
        for (Scheme scheme : schemes) {
            for (String ground : List.of("paper", "card", "sunk")) {
                for (String text : List.of("ink", "ink2", "ink3", "link", "neg2-t")) {
                    check(scheme, text, scheme.colour(text), ground, scheme.colour(ground), TEXT);
                }
            }
            for (String marked : List.of("mark", "mark2")) {
                check(scheme, "ink", scheme.colour("ink"), marked, scheme.colour(marked), TEXT);
            }
            for (String text : List.of("bar-ink", "bar-ink2")) {
                check(scheme, text, scheme.colour(text), "bar", scheme.colour("bar"), TEXT);
            }
            check(scheme, "ink", scheme.colour("ink"), "added words", scheme.mix("prog", 0.14, "card"), TEXT);
            check(scheme, "ink2", scheme.colour("ink2"), "removed words", scheme.mix("neg1", 0.12, "card"), TEXT);
        }
        softly.assertAll();
    }

    @Test
    void verdictsCanBeReadOnTheirTint() {
        for (Scheme scheme : schemes) {
            for (String role : ROLES) {
                double[] text = scheme.colour(role + "-t");
                check(scheme, role + "-t", text, "its tint", scheme.mix(role, scheme.tint(), "card"), TEXT);
                check(scheme, role + "-t", text, "card", scheme.colour("card"), TEXT);
            }
        }
        softly.assertAll();
    }

    @Test
    void signsAndControlsStandOut() {
        for (Scheme scheme : schemes) {
            for (String ground : List.of("paper", "card")) {
                for (String role : ROLES) {
                    check(scheme, role, scheme.colour(role), ground, scheme.colour(ground), SIGN);
                }
                check(scheme, "rule2", scheme.colour("rule2"), ground, scheme.colour(ground), SIGN);
            }
        }
        softly.assertAll();
    }

    private void check(Scheme scheme, String what, double[] colour, String where, double[] ground, double least) {
        softly.assertThat(contrast(colour, ground))
                .as("%s on %s, %s", what, where, scheme.name())
                .isGreaterThanOrEqualTo(least);
    }

    private static Scheme scheme(String name, int group, String css, String tint) {
        Map<String, String> tokens = new HashMap<>();
        ONE.matcher(css).results().forEach(found -> tokens.putIfAbsent(found.group(1), found.group(2)));
        BOTH.matcher(css).results().forEach(found -> tokens.put(found.group(1), found.group(group)));
        return new Scheme(name, tokens, Double.parseDouble(tint) / 100);
    }

    private static double contrast(double[] one, double[] other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(double[] colour) {
        double[] linear = IntStream.range(0, 3)
                .mapToDouble(i -> colour[i] <= 0.04045 ? colour[i] / 12.92 : Math.pow((colour[i] + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
    }
}
