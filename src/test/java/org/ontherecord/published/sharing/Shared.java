package org.ontherecord.published.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.ontherecord.published.Known;
import org.ontherecord.published.PublishedFixture;
import org.ontherecord.published.PublishedFixture.OneClaim;

/** Claims in every state that markup, cards and citations have to be right in. */
final class Shared {
    static final String HOSTILE = "</script><script>alert(1)</script> <!-- & \"more\" \u2028 {x} \\ %";
    static final String ARABIC = "سنفتح الجسر الجديد قبل نهاية الصيف";
    private static final String SAID = "2026-01-02";

    private Shared() {}

    static OneClaim plain(PublishedFixture fixture) {
        return fixture.statement("The bridge was built in 1931.").by("Robin Muster");
    }

    static OneClaim rated(OneClaim claim, String rating) {
        return claim.verdict(
                "ORIGINAL", rating, SAID, "2026-01-03T08:00:00Z", "The register says so.", "First published.");
    }

    static OneClaim hostile(PublishedFixture fixture) {
        return rated(
                fixture.statement(HOSTILE)
                        .headline("]]>" + HOSTILE)
                        .by(HOSTILE)
                        .as(HOSTILE)
                        .topics("x<!--")
                        .evidence(new String[] {
                            HOSTILE, HOSTILE, "CONTEXT", "primary", "https://a.example/?a=1&b=</script>"
                        })
                        .saidElsewhere(HOSTILE, SAID, "DAY", HOSTILE, HOSTILE),
                "true");
    }

    static OneClaim arabic(PublishedFixture fixture) {
        return rated(
                fixture.promise("The new bridge will open before the end of summer.")
                        .headline(ARABIC)
                        .language("ar")
                        .by("سارة مثال")
                        .saidElsewhere(ARABIC, "2026-01-01", "MONTH", null, "مقابلة"),
                "kept");
    }

    static OneClaim emoji(PublishedFixture fixture) {
        return rated(fixture.statement("The 🚀 flew 👩‍👩‍👧 twice as far. 𝒜").by("Robin 🙂 Muster"), "mostly-true");
    }

    static OneClaim longQuote(PublishedFixture fixture) {
        return rated(
                plain(fixture).saidElsewhere("word ".repeat(1000).strip(), SAID, "YEAR", null, "A long speech"),
                "half-true");
    }

    static OneClaim byNobody(PublishedFixture fixture) {
        return rated(fixture.statement("Cats can be taxed, a chain letter says."), "false");
    }

    /** By their state. */
    static Map<String, OneClaim> all(PublishedFixture fixture) {
        return Map.ofEntries(
                Map.entry("promise", Known.promise(fixture)),
                Map.entry("corrected", Known.correctedStatement(fixture)),
                Map.entry("withdrawn", Known.withdrawnStatement(fixture)),
                Map.entry("open promise", Known.openPromise(fixture)),
                Map.entry("not yet rated", rated(plain(fixture), "not-yet-rated")),
                Map.entry("being checked", rated(plain(fixture), "being-checked")),
                Map.entry("unproven", rated(plain(fixture), "unproven")),
                Map.entry("hostile", hostile(fixture)),
                Map.entry("arabic", arabic(fixture)),
                Map.entry("emoji", emoji(fixture)),
                Map.entry("long", longQuote(fixture)),
                Map.entry("by nobody", byNobody(fixture)));
    }

    /** Pages that show claims and are the page of none. */
    static List<String> lists(OneClaim promise) {
        var paths = new ArrayList<>(
                List.of("/", "/claims", "/claims?kind=promise", "/people", "/articles", "/how-we-rate", "/data"));
        paths.add("/people/" + promise.speaker());
        paths.add("/articles/" + promise.article());
        paths.add("/no-such-page");
        return paths;
    }
}
