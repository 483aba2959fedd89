package org.ontherecord.extraction;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.DeskBrowser;
import org.ontherecord.InventedWord;
import org.ontherecord.account.People;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Suggestion;
import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.platform.TestClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

/** The best match of each open candidate is looked for ahead, by whichever node comes first, and kept until it may be another. */
@QuarkusTest
class LikelyRepeatsTest {
    @Inject
    People people;

    @Inject
    CandidateMatchJob job;

    @Inject
    Suggestions suggestions;

    @Inject
    TestClock clock;

    private DeskBrowser ana;
    private String mark;
    private String quote;
    private long articleId;
    private long candidate;

    @BeforeEach
    void aCandidateIsMarked() {
        job.finder = suggestions::ofQuote;
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        mark = InventedWord.beginningWith('W');
        quote = "The " + mark + " ferry will carry 900 cars a day by 2028";
    }

    @AfterEach
    void goOn() {
        job.finder = suggestions::ofQuote;
    }

    @Test
    void whatRepeatsAClaimStandsInAQueueOfItsOwnWithHowSureTheSoftwareIs() {
        long claim = claim();
        propose();
        ana.get(list()).body(containsString("No candidate matches"));
        lookForAll();
        ana.get(list()).body(containsString("% like C-" + claim), containsString(quote), containsString("1 candidate"));
        ana.get("/desk/inbox?q=" + mark).body(containsString("% like C-" + claim));
    }

    @Test
    void whatRepeatsNothingStandsThereNot() {
        quote = "Nine violins of " + mark + " fell into the sea by night";
        propose();
        lookForAll();
        ana.get(list()).body(containsString("No candidate matches"), not(containsString(quote)));
        assertThat(match().state).isEqualTo(CandidateMatch.State.DONE);
    }

    @Test
    void aClaimMadeLaterIsNoticedByItsWords() {
        propose();
        lookForAll();
        clock.forward(Duration.ofSeconds(1));
        long claim = claim();
        clock.forward(CandidateMatchJob.SETTLED.plusSeconds(1));
        job.again();
        assertThat(match().state).isEqualTo(CandidateMatch.State.QUEUED);
        lookForAll();
        assertThat(match().claimId).isEqualTo(claim);
        job.again();
        assertThat(match().state).as("looked at since").isEqualTo(CandidateMatch.State.DONE);
    }

    @Test
    void eachIsLookedAtAgainAfterADayWhileItIsOpen() {
        propose();
        lookForAll();
        clock.forward(Duration.ofHours(25));
        job.again();
        assertThat(match().state).isEqualTo(CandidateMatch.State.QUEUED);
        ana = DeskBrowser.with(people.cookieOf(people.checker()));
        ana.post(path("dismissal"), "version", "0", "reason", "VAGUE").statusCode(303);
        lookForAll();
        clock.forward(Duration.ofHours(25));
        job.again();
        assertThat(match().state).as("decided").isEqualTo(CandidateMatch.State.DONE);
    }

    @Test
    void whatAPersonTurnsDownIsNoMatchAnyMore() {
        long claim = claim();
        propose();
        lookForAll();
        assertThat(match().claimId).isEqualTo(claim);
        ana.post(path("unlike"), "version", "0", "claim", String.valueOf(claim)).statusCode(200);
        lookForAll();
        assertThat(match().claimId).isNotEqualTo(Long.valueOf(claim));
    }

    @Test
    void aClaimThatIsTakenBackIsNobodysMatch() {
        propose();
        long other = candidate;
        propose();
        ana.post(path("claim"), "version", "0", "wording", quote, "kind", "PROMISE", "mode", "REPORTED")
                .statusCode(303);
        long made = candidate;
        candidate = other;
        QuarkusTransaction.requiringNew().run(() -> CandidateMatch.queueAgain(other));
        lookForAll();
        assertThat(match().claimId).isNotNull();
        candidate = made;
        ana.post(path("reversal")).statusCode(303);
        candidate = other;
        assertThat(match().claimId).isNull();
        assertThat(match().state).isEqualTo(CandidateMatch.State.QUEUED);
    }

    @Test
    void whatFailsThreeTimesIsParkedWithItsReasonAndANodeThatIsLateWritesNothing() {
        propose();
        job.finder = (said, exact, article) -> {
            throw new IllegalStateException("broken");
        };
        for (int i = 0; i < 3; i++) {
            lookForAll();
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(match().state).isEqualTo(CandidateMatch.State.PARKED);
        assertThat(match().turn.trouble).contains("IllegalStateException");

        propose();
        job.finder = (said, exact, article) -> List.of();
        var first = taken();
        clock.forward(Duration.ofMinutes(2));
        lookForAll();
        var before = match().lookedAt;
        clock.forward(Duration.ofMinutes(1));
        job.finder = (said, exact, article) -> List.of(new Suggestion(1, 1, "", "", null, 99, List.of(), List.of()));
        job.look(first);
        assertThat(match().lookedAt).isEqualTo(before);
        assertThat(match().claimId).isNull();
    }

    /** Other tests' candidates wait in the queue too. */
    private void lookForAll() {
        for (var taken = job.take(); taken.isPresent(); taken = job.take()) {
            job.look(taken.get());
        }
    }

    private CandidateMatchJob.Taken taken() {
        CandidateMatchJob.Taken mine = null;
        for (var taken = job.take(); taken.isPresent(); taken = job.take()) {
            if (taken.get().lease().row() == candidate) {
                mine = taken.get();
            } else {
                job.look(taken.get());
            }
        }
        return mine;
    }

    private CandidateMatch match() {
        return QuarkusTransaction.requiringNew().call(() -> CandidateMatch.findById(candidate));
    }

    private String list() {
        return "/desk/inbox?queue=repeats&q=" + mark;
    }

    private long claim() {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        Claim.of(quote + ".", Claim.Kind.PROMISE, null, "en", people.checker(), clock.instant()).id);
    }

    private void propose() {
        String text = "Sample news " + new Random().nextLong() + "\n\nOne stands first. " + quote + ". Two ends it.";
        String location = ana.post("/desk/articles/new?by=text", "text", text, "publishedOn", "2024-11-08")
                .statusCode(303)
                .extract()
                .header("Location");
        articleId = Long.parseLong(location.replaceAll(".*/articles/(\\d+).*", "$1"));
        candidate = Long.parseLong(ana.post("/desk/articles/" + articleId + "/candidates", "words", quote)
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceAll(".*candidate=(\\d+).*", "$1"));
    }

    private String path(String action) {
        return "/desk/articles/" + articleId + "/candidates/" + candidate + "/" + action;
    }
}
