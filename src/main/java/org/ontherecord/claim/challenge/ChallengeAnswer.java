package org.ontherecord.claim.challenge;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.Role;
import org.ontherecord.platform.Refusal;

/** What the newsroom answered to a challenge. The newest holds; REOPENED takes the one before back. */
@Entity
@Immutable
public class ChallengeAnswer extends PanacheEntityBase {
    static final int LONGEST = 500;

    /** What became of it. Only what says why can be shown. */
    public enum Outcome {
        CHANGED("We changed the record", true),
        KEPT("We looked again and changed nothing", true),
        DECLINED("We did not take this up", true),
        SPAM("Not a challenge: advertising, abuse or a trial", true),
        REOPENED("To answer again", false);

        public final String inWords;
        final boolean closes;

        Outcome(String inWords, boolean closes) {
            this.inWords = inWords;
            this.closes = closes;
        }

        boolean isExplained() {
            return closes && this != SPAM;
        }

        /** One that a person can choose. */
        static Optional<Outcome> named(String name) {
            return Stream.of(values())
                    .filter(one -> one.closes && one.name().equals(name))
                    .findFirst();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long challengeId;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    /** For the reader; null for what has no answer. */
    public String words;

    /** Whether the answer stands on the claim's timeline. */
    public boolean onTimeline;

    @ManyToOne
    @JoinColumn(name = "answered_by")
    public Account answeredBy;

    public Instant answeredAt;

    protected ChallengeAnswer() {}

    static Optional<ChallengeAnswer> newest(long challenge) {
        return find("challengeId = ?1 order by id desc", challenge).firstResultOptional();
    }

    /** Answers a challenge whose row is locked. {@code seen} is the answer the person saw when deciding, 0 for none. */
    static void give(
            Challenge challenge,
            Outcome outcome,
            String words,
            boolean onTimeline,
            long seen,
            Account who,
            Instant now) {
        if (outcome != Outcome.SPAM) {
            who.require(
                    Role.EDITOR, "Answers are public, so only editors can give them or take them back. Ask an editor.");
        }
        Optional<ChallengeAnswer> newest = newest(challenge.id);
        String said = outcome.isExplained() ? words : null;
        if (newest.map(answer -> answer.id).orElse(0L) != seen) {
            ChallengeAnswer there = newest.orElseThrow();
            boolean sentTwice = there.outcome == outcome
                    && there.answeredBy.id.equals(who.id)
                    && Objects.equals(there.words, said)
                    && there.onTimeline == (said != null && onTimeline);
            if (sentTwice) {
                return;
            }
            throw overtaken(challenge, there);
        }
        boolean answered = newest.isPresent() && newest.get().outcome.closes;
        if (answered == outcome.closes) {
            throw Refusal.outOfStep(
                    answered
                            ? "This challenge is answered. Take the answer back first."
                            : "This challenge waits for an answer already.");
        }
        var answer = new ChallengeAnswer();
        answer.challengeId = challenge.id;
        answer.outcome = outcome;
        answer.words = said;
        answer.onTimeline = said != null && onTimeline;
        answer.answeredBy = who;
        answer.answeredAt = now;
        answer.persist();
        AuditEvent.record(
                who,
                "challenge answered",
                "challenge",
                challenge.id,
                newest.map(ChallengeAnswer::values).orElse(null),
                answer.values(),
                now);
    }

    /** Refuses what is about a challenge that somebody has answered. */
    static void requireWaiting(Challenge challenge) {
        newest(challenge.id).filter(answer -> answer.outcome.closes).ifPresent(there -> {
            throw overtaken(challenge, there);
        });
    }

    private static Refusal overtaken(Challenge challenge, ChallengeAnswer there) {
        return Refusal.outOfStep("%s has answered this challenge of C-%d meanwhile: %s."
                .formatted(there.answeredBy.name, challenge.claimId, there.outcome.inWords));
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("outcome", outcome.name());
        values.put("on_timeline", onTimeline);
        return values;
    }
}
