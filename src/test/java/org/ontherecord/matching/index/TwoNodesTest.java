package org.ontherecord.matching.index;

import java.time.Duration;
import java.util.List;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.WorkingClaims;
import org.ontherecord.platform.TestClock;
import org.ontherecord.published.PublishedFixture;

import static org.assertj.core.api.Assertions.assertThat;

/** Two indexes on one database, one of which was there before the changes, one made after. */
@QuarkusTest
class TwoNodesTest {
    @Inject
    AgroalDataSource source;

    @Inject
    TestClock clock;

    @Inject
    WorkingClaims claims;

    @Inject
    PublishedFixture published;

    private ClaimFollower follows;
    private ClaimFollower starts;

    @BeforeEach
    void startTheFirst() {
        follows = new ClaimFollower(source, clock, Meanings.MODELS);
        starts = new ClaimFollower(source, clock, Meanings.MODELS);
        follows.load(2);
    }

    @AfterEach
    void stopBoth() {
        follows.close();
        starts.close();
    }

    @Test
    void agreeAfterAdditionsEditsMergesAndRenames() {
        long speaker = claims.speaker("Ola Nordvik of Zembla");
        long edited = claims.claim("Quorn exports from Zembla doubled.", speaker);
        long merged = claims.claim("Quorn sold abroad by Zembla doubled.");
        long quoted = claims.claim("Zembla sells no quorn at all.");
        follows.follow();
        claims.reword(edited, "Quorn exports from Zembla tripled in 2019.");
        claims.merge(merged, edited);
        claims.rename(speaker, "Ola Nordvik-Sund of Zembla");
        claims.quote(quoted, "Nobody here has ever sold a gram of quorn.");
        var verdict = published
                .statement("Zembla invented quorn.")
                .verdict("ORIGINAL", "false", "2026-01-01", "2026-01-01T00:00:00Z", "It did not.", "First check.");

        follows.follow();
        starts.load(1);

        assertThat(all(follows, "quorn Zembla exports", Sight.DESK))
                .isEqualTo(all(starts, "quorn Zembla exports", Sight.DESK));
        assertThat(numbers(follows, "quorn", Sight.DESK))
                .contains(edited, quoted, verdict.number)
                .doesNotContain(merged);
        assertThat(numbers(follows, "quorn", Sight.PUBLIC)).containsExactly(verdict.number);
        assertThat(find(follows, "quorn tripled", Sight.DESK))
                .filteredOn(found -> found.claim().number() == edited)
                .allSatisfy(found -> {
                    assertThat(found.claim().wording()).contains("tripled");
                    assertThat(found.claim().speaker()).isEqualTo("Ola Nordvik-Sund of Zembla");
                });
    }

    @Test
    void agreeAfterACorrectionAndAWithdrawal() {
        var check = published
                .statement("Zembla drained lake Oquist.")
                .verdict("ORIGINAL", "false", "2026-01-01", "2026-01-01T00:00:00Z", "It is there.", "First check.");
        follows.follow();
        check.verdict("CORRECTION", "true", "2026-01-01", "2026-01-02T00:00:00Z", "It is not.", "We looked elsewhere.");
        check.verdict(
                "WITHDRAWAL", "true", "2026-01-03", "2026-01-03T00:00:00Z", "Two lakes.", "We mixed up two lakes.");
        follows.follow();
        starts.load(1);

        assertThat(all(follows, "lake Oquist", Sight.PUBLIC)).isEqualTo(all(starts, "lake Oquist", Sight.PUBLIC));
        assertThat(numbers(follows, "lake Oquist", Sight.PUBLIC))
                .as("a withdrawn check keeps its page, so it is found")
                .containsExactly(check.number);
    }

    @Test
    void aClaimIsThereBeforeTheSearchThatFollowsIt() {
        long claim = claims.claim("Zembla’s only xylorimba was sold in 1987.");
        follows.catchUp();

        assertThat(numbers(follows, "the xylorimba", Sight.DESK)).containsExactly(claim);
    }

    @Test
    void whoWasAwayForTooLongLoadsEverythingAgain() {
        assertThat(follows.follow()).isFalse();
        clock.forward(Duration.ofHours(13));
        assertThat(follows.follow()).isTrue();
        follows.load(1);
        assertThat(follows.follow()).isFalse();
    }

    private static List<FoundClaim> find(ClaimFollower node, String text, Sight sight) {
        return node.index().orElseThrow().find(new ClaimIndex.Asked(text, null, "", null), List.of(), sight, 100);
    }

    private static List<Long> numbers(ClaimFollower node, String text, Sight sight) {
        return find(node, text, sight).stream()
                .map(found -> found.claim().number())
                .sorted()
                .toList();
    }

    /** What is found and how it reads; scores differ a little while replaced texts still count. */
    private static List<String> all(ClaimFollower node, String text, Sight sight) {
        return find(node, text, sight).stream()
                .map(found -> found.claim().toString())
                .sorted()
                .toList();
    }
}
