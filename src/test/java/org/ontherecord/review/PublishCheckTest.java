package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.ontherecord.claim.Claim;
import org.ontherecord.claim.Claim.Kind;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.speaker.Speaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontherecord.review.Verdict.Kind.CLARIFICATION;
import static org.ontherecord.review.Verdict.Kind.CONFIRMATION;
import static org.ontherecord.review.Verdict.Kind.CORRECTION;
import static org.ontherecord.review.Verdict.Kind.ORIGINAL;
import static org.ontherecord.review.Verdict.Kind.UPDATE;
import static org.ontherecord.review.Verdict.Kind.WITHDRAWAL;

class PublishCheckTest {
    static final Instant DEADLINE = Instant.parse("2025-01-21T17:00:00Z");
    static final Rating BROKEN = rating(Kind.PROMISE, "broken", "Broken", "neg2", true);
    static final Rating STALLED = rating(Kind.PROMISE, "stalled", "Stalled", "mid", false);
    static final Rating UNRATEABLE = rating(Kind.PROMISE, "cant-be-rated", "Can't be rated", "unk", true);
    static final Rating NOT_YET = rating(Kind.PROMISE, "not-yet-rated", "Not yet rated", "none", false);
    static final Rating FALSE = rating(Kind.STATEMENT, "false", "False", "neg2", true);

    /** A broken promise with everything in order, to be spoilt one thing at a time. */
    static class Newsroom {
        Kind kind = Kind.PROMISE;
        String wording = "End the war within 24 hours of taking office.";
        String headline = "I’ll have that done in 24 hours";
        Speaker speaker = new Speaker() {
            {
                id = 4L;
                name = "R. Sample";
            }
        };
        Instant deadlineAt = DEADLINE;
        String rule = "24 hours after the inauguration at noon.";
        String criteria = "A ceasefire in force.";
        Rating rating = BROKEN;
        String reason = "The war had not ended by the deadline.";
        String body = "We read the situation reports.";
        LocalDate inForceFrom = LocalDate.of(2025, 1, 22);
        String note = null;
        List<Draft.Piece> evidence = new ArrayList<>(List.of(
                piece("A ministry", LocalDate.of(2025, 1, 22), true, "https://copy.example/1"),
                piece("A wire service", LocalDate.of(2025, 1, 21), false, "https://copy.example/2")));
        List<PublishCheck.Said> said = new ArrayList<>(List.of(
                new PublishCheck.Said("“I’ll have that done in 24 hours,” he said.", 7L, "An article", true, true)));
        PublishCheck.Before before = null;
        Long author = 1L;
        Long signer = 2L;
        Verdict.Kind as = ORIGINAL;
        String publicReason = "First verdict.";
        boolean asked;
        Instant now = Instant.parse("2025-01-23T09:00:00Z");

        Draft draft() {
            boolean promise = kind == Kind.PROMISE;
            var facts = new Claim.Facts(
                    wording,
                    headline,
                    kind,
                    speaker,
                    null,
                    List.of("ukraine"),
                    "en",
                    promise ? deadlineAt : null,
                    promise && deadlineAt != null ? "America/New_York" : null,
                    promise ? rule : null,
                    promise ? criteria : null);
            return new Draft(facts, rating, reason, body, inForceFrom, note, List.copyOf(evidence));
        }

        PublishCheck check() {
            var publication = as == null ? null : new PublishCheck.Publication(as, publicReason);
            return PublishCheck.of(
                    new PublishCheck.Case(draft(), author, said, before, signer, publication, asked, now));
        }

        List<String> blocks() {
            return check().blocks().stream().map(PublishCheck.Item::sentence).toList();
        }

        List<String> links() {
            return check().blocks().stream().map(PublishCheck.Item::link).toList();
        }

        Newsroom published(Verdict.Kind lastKind) {
            before = new PublishCheck.Before(draft(), lastKind);
            note = "What changed and why.";
            return this;
        }
    }

    private final Newsroom desk = new Newsroom();

    @Test
    void whatIsInOrderPassesWithEveryItemNamed() {
        assertThat(desk.blocks()).isEmpty();
        assertThat(desk.check().isPassed()).isTrue();
        assertThat(desk.check().items())
                .extracting(PublishCheck.Item::sentence)
                .contains(
                        "The exact words at the top stand in a quote",
                        "The person is named",
                        "The deadline has passed: 21 Jan 2025, 12:00 in America/New_York (UTC-05:00), that is 17:00 UTC",
                        "2 sources, at least one of them primary",
                        "A source is dated on or after the day that settles the promise",
                        "A second person signed off this version")
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank());
    }

    @Test
    void saysEverythingThatBlocksAtOnce() {
        desk.said.clear();
        desk.speaker = null;
        desk.evidence.clear();
        desk.rating = null;
        desk.reason = " ";
        desk.body = "";
        desk.inForceFrom = null;
        desk.signer = null;
        desk.publicReason = "";

        assertThat(desk.links())
                .containsExactly(
                        "#said",
                        "#speaker",
                        "#evidence",
                        "#rating",
                        "#reason",
                        "#body",
                        "#in_force_from",
                        "#sign-off",
                        "#public_reason");
    }

    @Test
    void theExactWordsMustStandInAQuote() {
        desk.headline = "I'll have that done in 24 hours";
        assertThat(desk.links()).containsExactly("#headline");
        desk.headline = null;
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void anArticleWithoutOutletOrDateBlocksAndLeadsToTheArticle() {
        desk.said.add(new PublishCheck.Said("x", 8L, "Pasted text", false, false));
        desk.said.add(new PublishCheck.Said("x", 9L, "Other", true, false));
        desk.said.add(new PublishCheck.Said("x", null, "A speech", true, false));
        assertThat(desk.blocks())
                .containsExactly(
                        "The article “Pasted text” has no outlet and no date.", "The article “Other” has no date.");
        assertThat(desk.links()).containsExactly("/desk/articles/8/details", "/desk/articles/9/details");
    }

    @Test
    void twoPiecesFromOneSourceAreOneSource() {
        desk.evidence.set(1, piece("a Ministry ", LocalDate.of(2025, 1, 21), false, "https://copy.example/2"));
        assertThat(desk.blocks()).containsExactly("Only one source. A second one is needed.");
    }

    @Test
    void oneSourceMustBePrimary() {
        desk.evidence.set(0, piece("A ministry", LocalDate.of(2025, 1, 22), false, "https://copy.example/1"));
        assertThat(desk.blocks())
                .containsExactly("None of the sources is primary. One must be the origin of its information.");
    }

    @Test
    void eachSourceOnTheWebNeedsASavedCopy() {
        desk.evidence.set(1, piece("A wire service", LocalDate.of(2025, 1, 21), false, null));
        assertThat(desk.blocks()).containsExactly("Source 2 (About it) has no saved copy.");
        assertThat(desk.links()).containsExactly("#evidence-1-saved_copy_url");
    }

    @Test
    void aSourceOnPaperNeedsNoSavedCopy() {
        desk.evidence.set(
                1,
                new Draft.Piece("A library", "A book", null, null, null, null, Evidence.Stance.CONTEXT, false, null));
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void evidenceForAFinalVerdictIsNotOlderThanTheDeadline() {
        desk.evidence.set(0, piece("A ministry", LocalDate.of(2025, 1, 20), true, "https://copy.example/1"));
        desk.evidence.set(1, piece("A wire service", null, false, "https://copy.example/2"));
        assertThat(desk.blocks())
                .containsExactly(
                        "All sources are older than the deadline. At least one must be dated on or after the day that settles the promise.");
    }

    @Test
    void whatWasSettledBeforeTheDeadlineNeedsNoEvidenceFromAfterIt() {
        desk.inForceFrom = LocalDate.of(2025, 1, 10);
        desk.note = "It was done on 10 Jan and nothing later can undo it.";
        desk.evidence.set(0, piece("A ministry", LocalDate.of(2025, 1, 10), true, "https://copy.example/1"));
        desk.evidence.set(1, piece("A wire service", LocalDate.of(2025, 1, 9), false, "https://copy.example/2"));
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void theDeadlineDayIsThatOfItsOwnPlace() {
        desk.deadlineAt = Instant.parse("2025-01-22T03:00:00Z");
        desk.evidence.set(0, piece("A ministry", LocalDate.of(2025, 1, 21), true, "https://copy.example/1"));
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void anInterimVerdictMayRestOnOlderEvidence() {
        desk.rating = STALLED;
        desk.evidence.set(0, piece("A ministry", LocalDate.of(2025, 1, 2), true, "https://copy.example/1"));
        desk.evidence.set(1, piece("A wire service", null, false, "https://copy.example/2"));
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void notYetRatedNeedsNoEvidence() {
        desk.rating = NOT_YET;
        desk.evidence.clear();
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void theVerdictIsFromTheScaleOfItsKind() {
        desk.rating = FALSE;
        assertThat(desk.blocks()).contains("“False” is not on the scale for a promise.");
        desk.kind = Kind.STATEMENT;
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void theReasonHasTwoHundredCharactersAtMostCountedAsReadersSeeThem() {
        desk.reason = "😀".repeat(200);
        assertThat(desk.blocks()).isEmpty();
        desk.reason = "a".repeat(201);
        assertThat(desk.blocks()).containsExactly("The reason has 201 characters; 200 are allowed.");
    }

    @Test
    void inForceFromIsNotInTheFuture() {
        desk.inForceFrom = LocalDate.of(2025, 1, 23);
        assertThat(desk.blocks()).isEmpty();
        desk.inForceFrom = LocalDate.of(2025, 1, 24);
        assertThat(desk.links()).containsExactly("#in_force_from");
    }

    @Test
    void aDeadlineNeedsItsRuleInWords() {
        desk.rule = "";
        assertThat(desk.links()).containsExactly("#deadline_rule");
    }

    @Test
    void aPromiseMayHaveARuleBeforeItsDateIsKnownOrNoDeadlineAtAll() {
        desk.deadlineAt = null;
        assertThat(desk.blocks()).isEmpty();
        desk.rule = null;
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void aFinalVerdictBeforeTheDeadlineNeedsItsReasonInTheNote() {
        desk.now = DEADLINE.minusSeconds(1);
        desk.inForceFrom = LocalDate.of(2025, 1, 21);
        assertThat(desk.links()).containsExactly("#note");
        desk.note = "It was given up in public on 20 Jan.";
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void aVerdictInForceFromBeforeTheDeadlineIsEarlyEvenIfPublishedLater() {
        desk.inForceFrom = LocalDate.of(2025, 1, 20);
        assertThat(desk.links()).containsExactly("#note");
    }

    @Test
    void anInterimVerdictAndOneThatCannotBeGivenNeedNoDeadlineToPass() {
        desk.now = DEADLINE.minusSeconds(86_400 * 3);
        desk.inForceFrom = LocalDate.of(2025, 1, 10);
        desk.rating = STALLED;
        assertThat(desk.blocks()).isEmpty();
        desk.rating = UNRATEABLE;
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void theAuthorIsNoSecondPerson() {
        desk.signer = desk.author;
        assertThat(desk.blocks())
                .containsExactly("The person who wrote this version signed it off. Somebody else must.");
    }

    @Test
    void onceTheClaimIsPublicTheNoteMustSayWhatChanged() {
        desk.published(ORIGINAL).note = " ";
        desk.body = "More.";
        desk.as = UPDATE;
        assertThat(desk.links()).containsExactly("#note");
    }

    @Test
    void whatCountsAsKeptIsFrozenUnlessCorrected() {
        desk.published(ORIGINAL).criteria = "A signed treaty.";
        desk.as = UPDATE;
        assertThat(desk.links()).containsExactly("#criteria");
        desk.as = null;
        assertThat(desk.links()).containsExactly("#criteria");
        desk.as = CORRECTION;
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void criteriaMayBeGivenLaterWhenThereWereNone() {
        desk.criteria = null;
        desk.published(ORIGINAL).criteria = "A ceasefire.";
        desk.as = UPDATE;
        assertThat(desk.blocks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.Kind.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ORIGINAL"})
    void theFirstVerdictIsTheOriginal(Verdict.Kind kind) {
        desk.as = kind;
        assertThat(desk.blocks()).containsExactly("This is the first verdict: publish it as the original.");
    }

    @Test
    void thereIsOneOriginal() {
        desk.published(ORIGINAL).body = "More.";
        assertThat(desk.links()).containsExactly("#publication-kind");
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.Kind.class,
            names = {"UPDATE", "CORRECTION"})
    void updatesAndCorrectionsChangeSomething(Verdict.Kind kind) {
        desk.published(ORIGINAL).as = kind;
        assertThat(desk.blocks())
                .containsExactly(
                        "Nothing has changed since the public verdict. Choose confirmation, or change what is new or wrong.");
        desk.evidence.add(piece("A third", LocalDate.of(2025, 1, 23), false, "https://copy.example/3"));
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void aConfirmationChangesNeitherVerdictNorClaim() {
        desk.published(ORIGINAL).as = CONFIRMATION;
        desk.body = "Checked again.";
        desk.inForceFrom = LocalDate.of(2025, 1, 23);
        assertThat(desk.blocks()).isEmpty();
        desk.rating = STALLED;
        assertThat(desk.blocks())
                .containsExactly(
                        "A confirmation says that nothing changed, but “Verdict” did. Publish an update, a correction or a clarification.");
        desk.rating = BROKEN;
        desk.wording = "Other words.";
        assertThat(desk.links()).containsExactly("#publication-kind");
    }

    @Test
    void aClarificationChangesWordsOnly() {
        desk.published(ORIGINAL).as = CLARIFICATION;
        desk.wording = "Clearer words.";
        assertThat(desk.blocks()).isEmpty();
        desk.deadlineAt = DEADLINE.plusSeconds(3600);
        assertThat(desk.blocks())
                .containsExactly(
                        "A clarification changes words only, but “Deadline” changed. Publish an update or a correction.");
    }

    @Test
    void aWithdrawalNeedsAReasonAndASecondPersonButNoEvidence() {
        desk.published(ORIGINAL).as = WITHDRAWAL;
        desk.evidence.clear();
        desk.rating = null;
        desk.body = "";
        desk.publicReason = " ";
        desk.signer = null;
        assertThat(desk.links()).containsExactly("#sign-off", "#public_reason");
    }

    @Test
    void aWithdrawnVerdictIsNotConfirmedButMayBePutBack() {
        desk.published(WITHDRAWAL).as = CONFIRMATION;
        assertThat(desk.links()).containsExactly("#publication-kind");
        desk.as = WITHDRAWAL;
        assertThat(desk.blocks()).containsExactly("The verdict is withdrawn already.");
        desk.as = UPDATE;
        assertThat(desk.blocks()).isEmpty();
    }

    @Test
    void aPublicationNeedsAKindAndAReasonOfAtMostFiveHundredCharacters() {
        desk.as = null;
        assertThat(desk.blocks()).isEmpty();
        desk.as = ORIGINAL;
        desk.publicReason = "x".repeat(501);
        assertThat(desk.links()).containsExactly("#public_reason");
    }

    private static Draft.Piece piece(String source, LocalDate dated, boolean primary, String savedCopy) {
        return new Draft.Piece(
                source,
                "About it",
                "https://source.example/a",
                dated == null ? null : new RoughDate(dated, RoughDate.Precision.DAY),
                null,
                null,
                Evidence.Stance.CONTRADICTS,
                primary,
                savedCopy);
    }

    private static Rating rating(Kind kind, String code, String label, String role, boolean settles) {
        var rating = new Rating();
        rating.scale = new RatingScale();
        rating.scale.kind = kind;
        rating.scale.label = kind == Kind.PROMISE ? "Promise scale" : "Accuracy scale";
        rating.code = code;
        rating.label = label;
        rating.role = role;
        rating.settles = settles;
        return rating;
    }
}
