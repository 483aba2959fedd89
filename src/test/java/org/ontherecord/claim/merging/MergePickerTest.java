package org.ontherecord.claim.merging;

import java.net.URL;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.HtmlChecker;
import org.ontherecord.account.Account;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Likeness;
import org.ontherecord.claim.likeness.LikenessDecision;
import org.ontherecord.journeys.Browser;
import org.ontherecord.journeys.Reading;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;

/** Which claim is to answer for another is chosen from what looks the same, or found by words or number. All invented. */
@QuarkusTest
class MergePickerTest {
    private static final Locator.WaitForOptions ATTACHED =
            new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);

    @Inject
    People people;

    @Inject
    PublishedFixture fixture;

    @Inject
    TestClock clock;

    @TestHTTPResource("/")
    URL site;

    private DeskBrowser editor;
    private String word;
    private long lost;

    @BeforeEach
    void oneClaim() {
        clock.stopAt("2026-06-10T10:00:00Z");
        editor = DeskBrowser.with(people.cookieOf(people.editor()));
        word = new Random()
                .ints(10, 'b', 'h' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        lost = draft("The " + word + " aqueduct carries 400 litres a second.", Claim.Kind.STATEMENT, "Robin Muster");
    }

    @Test
    void whatTheSoftwareFindsTheSameIsOfferedAndWhatAPersonTurnedDownIsNot() throws Exception {
        // words of their own: three are offered, and other tests' claims would come first
        lost = draft("Seventeen lighthouses of " + word + " burn whale oil.", Claim.Kind.STATEMENT, "Robin Muster");
        long same =
                draft("In " + word + " seventeen lighthouses burn whale oil.", Claim.Kind.STATEMENT, "Robin Muster");
        String page = editor.get("/desk/claims/" + lost + "/merges").extract().asString();
        assertThat(offered(Jsoup.parse(page))).contains(same);
        assertThat(Jsoup.parse(page).select("label:has([value=C-" + same + "])").text())
                .contains("lighthouses burn whale oil", "Draft", "Robin Muster", " %, ");
        assertThat(HtmlChecker.problemsOf(page)).isEmpty();

        decide(same, LikenessDecision.Answer.NOT_THE_SAME);
        assertThat(offered(page(""))).doesNotContain(same);
    }

    @Test
    void whatAPersonSaidIsTheSameStandsFirst() {
        draft("The " + word + " aqueduct carries 400 litres per second.", Claim.Kind.STATEMENT, "Robin Muster");
        long said = draft("Water flows through " + word + ".", Claim.Kind.STATEMENT, "Toni Muster");
        decide(said, LikenessDecision.Answer.SAME);
        Document page = page("");
        assertThat(offered(page).get(0)).isEqualTo(said);
        assertThat(page.select("label:has([value=C-" + said + "])").text())
                .contains("the same claim, says " + people.checker().name);
    }

    @Test
    void draftsAndPublishedClaimsAreFoundByWordsBySpeakerAndByNumber() {
        long draft = draft("A bridge leads over the " + word + ".", Claim.Kind.STATEMENT, "Toni Q" + word);
        long published = fixture.statement("The dam of " + word + " is closed.")
                .by("Alex Muster")
                .verdict("ORIGINAL", "half-true", "2026-03-01", "2026-03-01T08:00:00Z", "In part.", "First.")
                .number;
        long promise = draft("We will dig a canal to " + word + ".", Claim.Kind.PROMISE, "Toni Muster");
        assertThat(found(page("?find=yes&q=" + word)))
                .as("what is published first; no promise, and not the claim itself")
                .containsExactly(published, draft);
        assertThat(found(page("?q=" + word + "+DAM+muster"))).containsExactly(published);
        assertThat(found(page("?q=q" + word))).containsExactly(draft);
        assertThat(found(page("?q=C-" + promise)))
                .as("by its number one of the other kind too, and the preview says why not")
                .containsExactly(promise);
        assertThat(found(page("?q=" + word + "%25"))).isEmpty();
        assertThat(page("?q=" + word + "_nothing").select("#found").text()).contains("Try fewer words.");
    }

    @Test
    void oneIsChosenAndPreviewedAndWhatWasTypedIsKept() {
        long other = draft("A bridge leads over the " + word + ".", Claim.Kind.STATEMENT, "Toni Muster");
        String preview = "Merge C-" + lost + " into C-" + other + "?";
        assertThat(page("?into=C-" + other + "&q=" + word + "&preview=yes")
                        .select("h1")
                        .text())
                .isEqualTo(preview);
        assertThat(page("?q=c-" + other + "&preview=yes").select("h1").text())
                .as("a number typed and not looked for")
                .isEqualTo(preview);
        Document looked = page("?into=C-" + other + "&q=" + word + "&find=yes");
        assertThat(looked.select("[value=C-" + other + "][checked]"))
                .as("stays chosen while others are looked for")
                .isNotEmpty();

        Document nothing = refused("?q=" + word + "&preview=yes");
        assertThat(nothing.select("#into-error").text()).contains("Choose the claim that is to answer");
        assertThat(nothing.selectFirst("#q").val()).isEqualTo(word);
        assertThat(found(nothing)).containsExactly(other);
        assertThat(refused("?into=C-999999999&preview=yes")
                        .select(".error-summary")
                        .text())
                .contains("There is no claim of that number.");
        assertThat(refused("?into=C-999999999&reason=One+claim.")
                        .selectFirst("[name=reason]")
                        .val())
                .isEqualTo("One claim.");
        assertThat(page("?into=C-" + other + "&reason=One+claim.")
                        .selectFirst("#reason")
                        .text())
                .isEqualTo("One claim.");
        assertThat(refused("?into=C-" + lost).select("#into-error").text()).contains("That is this claim itself.");
    }

    @Test
    void whoMayNotMergeIsOfferedNothing() {
        DeskBrowser checker = DeskBrowser.with(people.cookieOf(people.checker()));
        assertThat(checker.get("/desk/claims/" + lost + "/merges?q=" + word)
                        .extract()
                        .asString())
                .doesNotContain("name=\"into\"")
                .contains("only editors make one");
    }

    @Test
    void withScriptsTheyAppearAsOneTypesAndWithoutAtThePressOfAButton() {
        long other = draft("A bridge leads over the " + word + ".", Claim.Kind.STATEMENT, "Toni Muster");
        try (Browser browser = Browser.open()) {
            for (boolean scripts : List.of(true, false)) {
                Page page = scripts ? browser.visitor() : browser.visitorWithoutScripts();
                var cookie =
                        people.cookieOf(people.editor()).entrySet().iterator().next();
                page.context()
                        .addCookies(List.of(new Cookie(cookie.getKey(), cookie.getValue()).setUrl(site.toString())));
                page.navigate(site + "desk/claims/" + lost + "/merges");
                page.fill("#q", "bridge " + word);
                if (!scripts) {
                    page.click("button[name=find]");
                }
                page.click("#choices label:has-text('over the " + word + "')");
                page.locator("#found")
                        .filter(new Locator.FilterOptions().setHasText("1 claim found."))
                        .waitFor(ATTACHED);
                if (scripts) {
                    Reading.isFineForEveryone(page);
                }
                page.click("button[name=preview]");
                page.waitForSelector("h1:has-text('Merge C-" + lost + " into C-" + other + "?')");
            }
        }
    }

    private Document page(String query) {
        return Jsoup.parse(editor.request()
                .urlEncodingEnabled(false)
                .get("/desk/claims/" + lost + "/merges" + query)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private Document refused(String query) {
        return Jsoup.parse(editor.request()
                .urlEncodingEnabled(false)
                .get("/desk/claims/" + lost + "/merges" + query)
                .then()
                .statusCode(422)
                .extract()
                .asString());
    }

    private static List<Long> offered(Document page) {
        return numbers(page, "#into > .choices:not(#choices) [name=into]");
    }

    private static List<Long> found(Document page) {
        return numbers(page, "#choices [name=into]");
    }

    private static List<Long> numbers(Document page, String choices) {
        return page.select(choices).eachAttr("value").stream()
                .map(number -> Long.valueOf(number.replace("C-", "")))
                .toList();
    }

    private long draft(String wording, Claim.Kind kind, String speaker) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Claim.of(
                                wording,
                                kind,
                                Speaker.named(speaker, clock.instant()),
                                "en",
                                Account.findById(people.checker().id),
                                clock.instant())
                        .id);
    }

    private void decide(long other, LikenessDecision.Answer answer) {
        QuarkusTransaction.requiringNew()
                .run(() -> LikenessDecision.record(
                        Likeness.ofClaims(lost, other),
                        answer,
                        Account.findById(people.checker().id),
                        clock.instant()));
    }
}
