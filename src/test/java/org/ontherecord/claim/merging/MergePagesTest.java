package org.ontherecord.claim.merging;

import java.net.URL;
import java.util.List;

import jakarta.inject.Inject;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.ontherecord.InventedWord;
import org.ontherecord.account.People;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.Rows;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** From two that look alike to one that answers for both, and back, in a real browser. */
@QuarkusTest
class MergePagesTest {
    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    Rows rows;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    @Test
    void twoThatLookAlikeAreMergedAndParted() {
        clock.stopAt("2026-06-10T10:00:00Z");
        String word = InventedWord.of(10, 'b', 'h');
        String said =
                "It was " + word + " crowns, and that with " + "a very long explanation ".repeat(20) + "after it.";
        long snapshot = fixture.snapshot(
                "The Harbour Post", "The bridge " + word, "2026-02-01", "https://harbour.example/b" + word, said);
        long kept = claim("The bridge cost " + word + " crowns.");
        long lost = fixture.statement("The bridge came to " + word + " crowns.")
                .by("Robin Muster")
                .said(snapshot, said, "2026-02-01", "a debate")
                .verdict("ORIGINAL", "false", "2026-04-01", "2026-04-01T08:00:00Z", "It did not.", "First too.")
                .number;
        rows.change(
                "update duplicate_search set state = 'DONE', finished_at = '2026-06-10T09:00:00Z' where claim_id in ("
                        + kept + ", " + lost + ")");
        rows.change(
                "insert into likely_duplicate (claim_id, other_claim_id, score, wording_percent, meaning_percent, found_at) values ("
                        + kept + ", " + lost
                        + ", 1, 99, 99, '2026-06-10T09:00:00Z') on conflict (claim_id, other_claim_id) do update set score = 1");
        try (Browser browser = Browser.open()) {
            Page jonas = browser.visitor();
            var cookie = people.cookieOf(people.editor()).entrySet().iterator().next();
            jonas.context().addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
            jonas.navigate(site + "desk/duplicates");
            Reading.isFineForEveryone(jonas);
            String merge = "a:has-text('Merge… C-" + kept + " and C-" + lost + "')";
            while (jonas.locator(merge).count() == 0) {
                // Other tests' pairs may fill the first pages.
                jonas.click("a[rel=next]");
                jonas.waitForLoadState();
            }
            jonas.click(merge);
            assertThat(Reading.text(jonas, "h1")).isEqualTo("Merge C-" + lost + " into C-" + kept + "?");
            Reading.isFineForEveryone(jonas);
            jonas.click("text=Keep C-" + lost + " instead");
            assertThat(Reading.text(jonas, "h1")).isEqualTo("Merge C-" + kept + " into C-" + lost + "?");
            Reading.isFineForEveryone(jonas);
            jonas.click("text=Keep C-" + kept + " instead");
            jonas.click("button:has-text('Merge C-')");
            assertThat(Reading.title(jonas)).startsWith("Error: ");
            Reading.isFineForEveryone(jonas);
            jonas.fill("#reason", "Both are about what the bridge cost.");
            jonas.click("button:has-text('Merge C-')");
            assertThat(Reading.text(jonas, ".notice")).contains("C-" + lost + " is merged into C-" + kept);
            Reading.isFineForEveryone(jonas);
            jonas.navigate(site + "desk/claims/" + kept);
            assertThat(Reading.text(jonas, "main")).contains("shows also what was said to");
            Reading.isFineForEveryone(jonas);
            jonas.navigate(site + "desk/claims/" + lost);
            assertThat(Reading.text(jonas, "main")).contains("Its check rests");
            Reading.isFineForEveryone(jonas);

            Page reader = browser.visitor();
            reader.navigate(site + "claims/" + lost);
            assertThat(reader.url()).contains("/claims/" + kept + "-the-bridge-cost");
            assertThat(Reading.text(reader, "#steps"))
                    .contains("Merged with C-" + lost, "Both are about what the bridge cost.");
            assertThat(Reading.text(reader, "main")).contains("a very long explanation");
            Reading.isFineForEveryone(reader);
            reader.click("#steps a[href$='/claims/" + lost + "/versions']");
            assertThat(Reading.text(reader, "main")).contains("C-" + lost + " was merged into C-" + kept);
            Reading.isFineForEveryone(reader);
            reader.click("text=Version 1");
            assertThat(Reading.text(reader, ".as-of")).contains("was merged into C-" + kept);
            Reading.isFineForEveryone(reader);

            clock.stopAt("2026-06-10T10:20:00Z");
            jonas.navigate(site + "desk/claims/" + kept + "/merges");
            jonas.click("button:has-text('Take back')");
            assertThat(Reading.title(jonas)).startsWith("Error: ");
            Reading.isFineForEveryone(jonas);
            jonas.fill("[name=reason]", "They are two bridges.");
            jonas.click("button:has-text('Take back')");
            assertThat(Reading.text(jonas, ".notice")).contains("Taken back.");
            Reading.isFineForEveryone(jonas);
            reader = browser.visitor();
            reader.navigate(site + "claims/" + lost);
            assertThat(reader.url()).contains("/claims/" + lost + "-");
            assertThat(Reading.text(reader, "#steps"))
                    .contains("Merged into C-" + kept, "No longer merged with C-" + kept);
            Reading.isFineForEveryone(reader);
        }
    }

    private long claim(String wording) {
        return fixture.statement(wording)
                .by("Robin Muster")
                .verdict("ORIGINAL", "half-true", "2026-03-01", "2026-03-01T08:00:00Z", "In part.", "First.")
                .number;
    }
}
