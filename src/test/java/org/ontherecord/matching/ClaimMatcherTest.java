package org.ontherecord.matching;

import java.util.List;
import java.util.Set;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What is found the second it was stored, to whom, and what odd texts do. The claims are about invented places and people. */
@QuarkusTest
class ClaimMatcherTest {
    @Inject
    ClaimMatcher matcher;

    @Inject
    WorkingClaims claims;

    @Inject
    PublishedFixture published;

    @Test
    void theSameWordsAreFirstAsSoonAsTheyAreStored() {
        claims.claim("Zembla’s lighthouses burned 4 million litres of oil in 2019 and in 2020.");
        long claim = claims.claim("Zembla’s lighthouses burned 4 million litres of oil in 2019.");

        assertThat(desk("“zembla's lighthouses burned 4 million litres of oil — in 2019”"))
                .startsWith(claim);
    }

    @Test
    void anotherNumberOrSignIsNotTheSameText() {
        long claim = claims.claim("Zemblan exports changed by -3.5 % in May.");

        assertThat(first("Zemblan exports changed by 3.5 % in May.").score()).isLessThan(1);
        assertThat(first("Zemblan exports changed by -35 % in May.").score()).isLessThan(1);
        assertThat(first("Zemblan exports changed by −3.5 % in May").number()).isEqualTo(claim);
        assertThat(first("Zemblan exports changed by −3.5 % in May").score()).isEqualTo(1);
    }

    @Test
    void aClaimThatLooksForOthersDoesNotStandInTheirWay() {
        String wording = "Zembla built 12 bridges of stone in ten years.";
        long itself = claims.claim(wording);
        long other = claims.claim("In ten years Zembla built 12 stone bridges.");

        List<Match> all = matcher.match(Utterance.of(wording), Sight.DESK, 50);
        List<Match> others = matcher.match(Utterance.of(wording), Sight.DESK, 50, Set.of(itself));

        assertThat(others).extracting(Match::number).contains(other).doesNotContain(itself);
        assertThat(score(others, other)).isGreaterThan(score(all, other));
    }

    @Test
    void theExactWordsOfAnAppearanceAreTheClaimsToo() {
        long claim = claims.claim("Zembla has the oldest ferry in the north.");
        claims.quote(claim, "No ferry north of here is older than our Gudrun!");

        assertThat(desk("no ferry north of here is older than our Gudrun")).startsWith(claim);
    }

    @Test
    void thePublicFindsWhatWasPublishedAndNothingOfTheDesk() {
        long draft = claims.claim("Zemblan moose outnumber voters.");
        var claim = published
                .statement("Zemblan elk outnumber voters.")
                .verdict("ORIGINAL", "false", "2026-01-01", "2026-01-01T00:00:00Z", "They do not.", "First check.");

        assertThat(seen("Zemblan moose outnumber voters.", Sight.PUBLIC)).doesNotContain(draft);
        assertThat(seen("Zemblan elk outnumber voters", Sight.PUBLIC)).startsWith(claim.number);
        assertThat(matcher.match(Utterance.of("Never shown: the working copy"), Sight.PUBLIC, 100))
                .noneMatch(match -> match.score() == 1);
    }

    @Test
    void aMergedClaimIsNotFound() {
        long kept = claims.claim("Zemblan trains were late on 80 days.");
        long merged = claims.claim("Zemblan trains were delayed on 80 days.");
        claims.merge(merged, kept);

        assertThat(desk("Zemblan trains were delayed on 80 days.")).doesNotContain(merged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?!",
                "…",
                "a\u0000b",
                "\uD83D",
                "🦄🦄🦄 unicorns",
                "عدد السكان ارتفع ٣ في المئة",
                "' | & ! <-> :*",
                "\\",
                "%_",
                "C'est l’été"
            })
    void oddTextsDoNoHarm(String text) {
        assertThatCode(() -> desk(text)).doesNotThrowAnyException();
    }

    @Test
    void veryLongTextsDoNoHarm() {
        assertThatCode(() -> desk("Zembla grows cabbage. ".repeat(50_000))).doesNotThrowAnyException();
        assertThatCode(() -> desk("x".repeat(1_000_000))).doesNotThrowAnyException();
    }

    private Match first(String text) {
        return matcher.match(Utterance.of(text), Sight.DESK, 1).get(0);
    }

    private List<Long> desk(String text) {
        return seen(text, Sight.DESK);
    }

    private List<Long> seen(String text, Sight sight) {
        return matcher.match(Utterance.of(text), sight, 5).stream()
                .map(Match::number)
                .toList();
    }

    private static double score(List<Match> matches, long claim) {
        return matches.stream()
                .filter(match -> match.number() == claim)
                .findFirst()
                .orElseThrow()
                .score();
    }
}
