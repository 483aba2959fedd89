package org.ontherecord.matching.index;

import java.util.Collection;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Nearness;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.matching.WorkingClaims;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** What every engine has to do, in this node's memory or elsewhere. Claims are about an invented country. */
abstract class ClaimCandidatesContract {
    @Inject
    WorkingClaims claims;

    @Inject
    PublishedFixture published;

    @Inject
    Meanings meanings;

    @Inject
    ClaimRows rows;

    @Inject
    EmbeddingJob embedding;

    abstract void follow();

    abstract List<FoundClaim> find(ClaimIndex.Asked asked, Collection<MatchableClaim> exact, Sight sight, int k);

    @Test
    void otherFormsOfAWordAreFoundBeforeThereIsAVector() {
        long claim = claims.claim("Borduria promised marimbas for every school.");
        follow();

        var found = found(claim, "a promise of one marimba", Sight.DESK);
        assertThat(found.lexical()).isPositive();
        assertThat(found.meaning()).isEqualTo(Nearness.NONE);
        assertThat(found.exact()).isFalse();
    }

    @Test
    void theSameInOtherWordsIsFoundByMeaning() throws Exception {
        long claim = claims.claim("Borduria’s jobless rate has never been lower.");
        long other = claims.claim("Borduria’s bridges are painted green.");
        embedding.run();
        follow();
        String said = "Unemployment in Borduria stands at a record minimum";

        var right = found(claim, said, Sight.DESK);
        var wrong = found(other, said, Sight.DESK);
        assertThat(right.meaning().best()).isGreaterThan(wrong.meaning().best());
        assertThat(right.judgement().best()).isGreaterThan(wrong.judgement().best());
        assertThat(right.meaning().wording()).isEqualTo(right.meaning().best());
        assertThat(right.meaning().title()).isZero();
    }

    @Test
    void theSameTextIsNearestInMeaningAndMarkedAsExact() throws Exception {
        long claim = claims.claim("Borduria exported 300 trombones in 2021.");
        embedding.run();
        follow();

        var found = found(claim, "Borduria exported 300 trombones in 2021", Sight.DESK);
        assertThat(found.exact()).isTrue();
        assertThat(found.meaning().best()).isGreaterThan(0.9);
    }

    @Test
    void exactTextIsFoundBeforeTheEngineKnowsOfIt() {
        long claim = claims.claim("Borduria exported 301 trombones in 2021.");

        assertThat(numbers("Borduria exported 301 trombones in 2021!", Sight.DESK))
                .contains(claim);
    }

    @Test
    void anEditAMergeAndANewNameAreFollowed() throws Exception {
        long speaker = claims.speaker("Kurvi Tasch of Borduria");
        long edited = claims.claim("Bordurian sackbuts are cheap.", speaker);
        long merged = claims.claim("Bordurian sackbuts cost little.");
        embedding.run();
        follow();
        claims.reword(edited, "Bordurian theorbos are cheap.");
        claims.merge(merged, edited);
        claims.rename(speaker, "Kurvi-Tasch of Borduria");
        follow();

        assertThat(numbers("sackbut", Sight.DESK)).doesNotContain(merged);
        assertThat(found(edited, "theorbo", Sight.DESK).lexical()).isPositive();
        assertThat(found(edited, "theorbo", Sight.DESK).meaning()).isEqualTo(Nearness.NONE);
        assertThat(found(edited, "theorbo", Sight.DESK).claim().speaker()).isEqualTo("Kurvi-Tasch of Borduria");
    }

    @Test
    void thePublicFindsWhatWasPublished() throws Exception {
        long draft = claims.claim("Bordurian ocarinas are loud.");
        var verdict = published
                .statement("Bordurian ocarinas are quiet.")
                .verdict("ORIGINAL", "false", "2026-01-01", "2026-01-01T00:00:00Z", "They are not.", "First check.");
        embedding.run();
        follow();

        assertThat(numbers("ocarina", Sight.DESK)).contains(draft, verdict.number);
        assertThat(numbers("ocarina", Sight.PUBLIC)).contains(verdict.number).doesNotContain(draft);
        assertThat(numbers("Bordurian ocarinas are loud.", Sight.PUBLIC)).doesNotContain(draft);
    }

    @Test
    void theSentencesAroundFindTheMatter() throws Exception {
        long claim = claims.claim("Bordurian zithers are made of walnut.");
        embedding.run();
        follow();
        var utterance = Utterance.of("They have always been built that way.")
                .between(List.of("Let us talk about zithers."), List.of("Walnut is what we have."));

        var found = find(meanings.asked(utterance), List.of(), Sight.DESK, 100).stream()
                .filter(one -> one.claim().number() == claim)
                .findFirst()
                .orElseThrow();
        assertThat(found.lexical()).isZero();
        assertThat(found.lexicalAround()).isPositive();
        assertThat(found.meaningAround()).isGreaterThan(found.meaning().best());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?!", "🦄🦄", "ارتفع عدد السكان", "' | & ! <-> :*", "the of and", "\\", "x"})
    void oddTextsDoNoHarm(String text) {
        follow();
        assertThatCode(() -> numbers(text, Sight.PUBLIC)).doesNotThrowAnyException();
    }

    @Test
    void veryLongTextsDoNoHarm() {
        follow();
        assertThatCode(() -> numbers("Borduria grows walnut trees. ".repeat(20_000), Sight.DESK))
                .doesNotThrowAnyException();
    }

    private FoundClaim found(long claim, String text, Sight sight) {
        return all(text, sight).stream()
                .filter(found -> found.claim().number() == claim)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not found: C-" + claim));
    }

    private List<Long> numbers(String text, Sight sight) {
        return all(text, sight).stream().map(found -> found.claim().number()).toList();
    }

    private List<FoundClaim> all(String text, Sight sight) {
        return find(meanings.asked(Utterance.of(text)), rows.saidAlike(text, sight, 100), sight, 100);
    }
}
