package org.ontherecord.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Refusal;
import org.ontherecord.review.PublishCheck.Publication;
import org.ontherecord.review.Review.Stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ontherecord.review.Checked.NOW;

@QuarkusTest
class ReviewTest {
    @Inject
    EntityManager em;

    Account ana;
    Account jonas;
    Account chris;
    Claim claim;

    @BeforeEach
    void aClaimToCheck() {
        ana = Checked.person(em, "Ana Ferrand", Role.EDITOR);
        jonas = Checked.person(em, "Jonas Lindqvist", Role.EDITOR);
        chris = Checked.person(em, "Chris Checker", Role.CHECKER);
        claim = Checked.promise(chris);
    }

    @Test
    void goesFromDraftToVerdictWithASecondPerson() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        step((review, revision) -> Handover.approve(review, revision, jonas, "Checked the sources.", NOW));
        var number = inReview(review -> Verdict.publish(
                        review, newest(review), jonas, new Publication(Verdict.Kind.ORIGINAL, "First verdict."), NOW)
                .number);

        assertThat(number).isEqualTo(1);
        assertThat(stage()).isEqualTo(Stage.PUBLISHED);
        assertThat(this.<List<Handover.Step>>inReview(
                        review -> Handover.of(review).stream().map(h -> h.step).toList()))
                .containsExactly(Handover.Step.APPROVED, Handover.Step.SUBMITTED);
        assertThat(deeds()).containsExactly("draft saved", "revision submitted", "revision approved");
    }

    @Test
    void aClaimFromAnArticleGetsItsReviewOnceEvenWhenTwoOpenIt() throws Exception {
        var ids = together(
                () -> QuarkusTransaction.requiringNew().call(() -> Review.open(Claim.findById(claim.id), ana, NOW).id),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> Review.open(Claim.findById(claim.id), jonas, NOW).id));
        assertThat(ids).hasSize(2).allMatch(id -> id.equals(ids.get(0)));
    }

    @Test
    void theAuthorCannotSignOffTheirOwnRevision() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        refused(
                (review, revision) -> Handover.approve(review, revision, ana, null, NOW),
                Refusal.Because.NOT_ALLOWED,
                "You can't approve your own change. Another editor must.");
    }

    @Test
    void theDatabaseRefusesAVerdictSignedByItsAuthor() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        assertThatThrownBy(() -> step((review, revision) -> {
                    em.createNativeQuery("insert into handover (review_id, revision_id, step, by_id, at) values ("
                                    + review.id + "," + revision.id + ",'APPROVED'," + ana.id + ", now())")
                            .executeUpdate();
                    em.createNativeQuery("insert into verdict (claim_id, number, revision_id, kind, public_reason,"
                                    + " in_force_from, published_at, published_by, author_id, signed_off_by) values ("
                                    + claim.id + ",1," + revision.id + ",'ORIGINAL','x',current_date,now()," + ana.id
                                    + ","
                                    + ana.id + "," + ana.id + ")")
                            .executeUpdate();
                }))
                .hasStackTraceContaining("verdict_four_eyes");
    }

    @Test
    void aCheckerNeitherApprovesNorReturnsNorPublishes() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        var no = Refusal.Because.NOT_ALLOWED;
        refused(
                (review, revision) -> Handover.approve(review, revision, chris, null, NOW),
                no,
                "Only editors can approve a version.");
        refused(
                (review, revision) -> Handover.returnToAuthor(review, revision, chris, "x", NOW),
                no,
                "Only editors can return a version.");
        refused(
                (review, revision) ->
                        Verdict.publish(review, revision, chris, new Publication(Verdict.Kind.ORIGINAL, "x"), NOW),
                no,
                "Only editors can publish.");
    }

    @Test
    void whatIsInReviewIsNotEditedUntilTakenBackByItsAuthor() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        assertThatThrownBy(() -> save(chris, "kept", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("in review");
        refused(
                (review, revision) -> Handover.takeBack(review, revision, chris, NOW),
                Refusal.Because.NOT_ALLOWED,
                "Only Ana Ferrand, who wrote this version, can take it back. An editor can return it.");

        step((review, revision) -> Handover.takeBack(review, revision, ana, NOW));
        assertThat(stage()).isEqualTo(Stage.DRAFT);
        save(chris, "kept", null);
    }

    @Test
    void aReturnSaysWhatShouldChange() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        refused(
                (review, revision) -> Handover.returnToAuthor(review, revision, jonas, " ", NOW),
                Refusal.Because.INCOMPLETE,
                "Say in the note what should change.");
        step((review, revision) -> Handover.returnToAuthor(review, revision, jonas, "Save a copy of source 2.", NOW));
        assertThat(stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void anApprovalBelongsToItsRevision() {
        approved();
        save(chris, "stalled", null);

        assertThat(stage()).isEqualTo(Stage.DRAFT);
        assertThatThrownBy(() -> publish(Verdict.Kind.ORIGINAL, "x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Nobody has signed off this version yet");
    }

    @Test
    void theApprovalOfAnOlderRevisionPublishesNothing() {
        approved();
        var approvedId = this.<Long>inReview(review -> newest(review).id);
        save(chris, "stalled", null);
        assertThatThrownBy(() -> inReview(review -> Verdict.publish(
                        review,
                        Revision.findById(approvedId),
                        jonas,
                        new Publication(Verdict.Kind.ORIGINAL, "x"),
                        NOW)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void refusesWithEveryReasonAtOnce() {
        approved();
        assertThatThrownBy(() -> publish(Verdict.Kind.UPDATE, " "))
                .isInstanceOfSatisfying(
                        Blocked.class,
                        refusal -> assertThat(refusal.blocks)
                                .extracting(PublishCheck.Item::link)
                                .containsExactly("#publication-kind", "#public_reason"));
    }

    @Test
    void theSamePublicationTwiceIsDoneOnce() throws Exception {
        approved();
        Callable<Long> click = () -> publish(Verdict.Kind.ORIGINAL, "First verdict.");
        var verdicts = together(click, click, click, click);

        assertThat(verdicts).hasSize(4).allMatch(id -> id.equals(verdicts.get(0)));
        assertThat(Verdict.count("claim", claim)).isEqualTo(1);
    }

    @Test
    void anotherPublicationOfTheSameRevisionIsRefused() {
        approved();
        publish(Verdict.Kind.ORIGINAL, "First verdict.");
        assertThatThrownBy(() -> publish(Verdict.Kind.UPDATE, "Again."))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("public already, published by Jonas Lindqvist as: Original");
    }

    @Test
    void editingAfterPublicationLeavesTheVerdictAndACorrectionAddsOne() {
        approved();
        publish(Verdict.Kind.ORIGINAL, "First verdict.");
        save(ana, "compromise", "We counted the truce after all.");

        assertThat(stage()).isEqualTo(Stage.DRAFT);
        assertThat(labels()).containsExactly("Broken");

        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        step((review, revision) -> Handover.approve(review, revision, jonas, null, NOW));
        publish(Verdict.Kind.CORRECTION, "We had overlooked the truce.");
        assertThat(labels()).containsExactly("Compromise", "Broken");
    }

    @Test
    void twoPublicationsInARowHaveNumbersWithoutGapsEvenAfterRefusals() {
        approved();
        assertThatThrownBy(() -> publish(Verdict.Kind.UPDATE, "x")).isInstanceOf(Refusal.class);
        publish(Verdict.Kind.ORIGINAL, "First verdict.");
        save(ana, "broken", "Checked again in March.");
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        step((review, revision) -> Handover.approve(review, revision, jonas, null, NOW));
        assertThatThrownBy(() -> publish(Verdict.Kind.UPDATE, "x")).hasMessageContaining("Nothing has changed");
        publish(Verdict.Kind.CONFIRMATION, "Checked again.");
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() ->
                                Verdict.of(claim).stream().map(v -> v.number).toList()))
                .containsExactly(2, 1);
    }

    @Test
    void aSaveOverSomebodyElsesIsRefusedAndOneOfTwoAtOnceWins() throws Exception {
        save(ana, "broken", null);
        int seen = inReview(review -> review.version);
        var outcomes = together(
                () -> trySave("kept", seen, ana),
                () -> trySave("stalled", seen, jonas),
                () -> trySave("compromise", seen, chris));
        assertThat(outcomes).containsExactlyInAnyOrder("saved", "refused", "refused");
        assertThat(this.<Long>inReview(review -> Revision.count("review", review)))
                .isEqualTo(2);
    }

    @Test
    void savingTheSameAgainWritesNothing() {
        save(ana, "broken", null);
        assertThat(save(ana, "broken", null)).isFalse();
        assertThat(this.<Long>inReview(review -> Revision.count("review", review)))
                .isEqualTo(1);
    }

    @Test
    void aStepTakenTwiceByADoubleClickIsTakenOnce() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        step((review, revision) -> Handover.approve(review, revision, jonas, null, NOW));
        step((review, revision) -> Handover.approve(review, revision, jonas, null, NOW));
        assertThat(this.<Long>inReview(review -> Handover.count("review", review)))
                .isEqualTo(2);
    }

    private void approved() {
        save(ana, "broken", null);
        step((review, revision) -> Handover.submit(review, revision, ana, NOW));
        step((review, revision) -> Handover.approve(review, revision, jonas, null, NOW));
    }

    private boolean save(Account who, String rating, String note) {
        return inReview(review -> review.save(
                        Checked.draft(review.claim, rating, "The war had not ended by the deadline.", note),
                        null,
                        review.version,
                        who,
                        NOW)
                .isPresent());
    }

    private String trySave(String rating, int seen, Account who) {
        try {
            inReview(review -> review.save(Checked.draft(review.claim, rating, "x", null), null, seen, who, NOW));
            return "saved";
        } catch (Refusal refused) {
            return "refused";
        }
    }

    private Long publish(Verdict.Kind kind, String reason) {
        return inReview(
                review -> Verdict.publish(review, newest(review), jonas, new Publication(kind, reason), NOW).id);
    }

    private <T> T inReview(Function<Review, T> work) {
        return QuarkusTransaction.requiringNew()
                .call(() -> work.apply(Review.open(Claim.findById(claim.id), chris, Instant.EPOCH)));
    }

    private interface Step {
        void take(Review review, Revision revision);
    }

    private void step(Step step) {
        inReview(review -> {
            step.take(review, newest(review));
            return null;
        });
    }

    private void refused(Step step, Refusal.Because because, String sentence) {
        assertThatThrownBy(() -> step(step)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.because).isEqualTo(because);
            assertThat(refusal).hasMessage(sentence);
        });
    }

    private Stage stage() {
        return inReview(review -> review.stage);
    }

    private List<String> labels() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Verdict.of(claim).stream()
                        .map(v -> v.revision.rating.label)
                        .toList());
    }

    private List<String> deeds() {
        return inReview(review ->
                AuditEvent.<AuditEvent>list("subjectType = 'review' and subjectId = ?1 order by id", review.id).stream()
                        .map(event -> event.action)
                        .toList());
    }

    private static Revision newest(Review review) {
        return review.newest().orElseThrow();
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<T>... deeds) throws Exception {
        var start = new CountDownLatch(1);
        var pool = Executors.newFixedThreadPool(deeds.length);
        try {
            var futures = new ArrayList<java.util.concurrent.Future<T>>();
            for (var deed : deeds) {
                futures.add(pool.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
