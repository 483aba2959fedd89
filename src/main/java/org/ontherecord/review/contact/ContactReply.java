package org.ontherecord.review.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
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
import org.ontherecord.platform.Refusal;

/** What came of asking somebody. The newest of one attempt holds; none is rewritten. */
@Entity
@Immutable
public class ContactReply extends PanacheEntityBase {
    /** ANSWERED on a day; NO_ANSWER by a day; MISTAKE: nobody was asked that. */
    public enum Outcome {
        ANSWERED("They answered"),
        NO_ANSWER("No answer by that day"),
        MISTAKE("Written down by mistake");

        public final String label;

        Outcome(String label) {
            this.label = label;
        }

        static Optional<Outcome> named(String name) {
            return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long attemptId;

    @Enumerated(EnumType.STRING)
    public Outcome outcome;

    public LocalDate onDay;

    /** What they answered, as readers may see it. */
    public String words;

    public boolean shown;

    @ManyToOne
    @JoinColumn(name = "recorded_by")
    public Account recordedBy;

    public Instant recordedAt;

    protected ContactReply() {}

    private static Optional<ContactReply> newest(long attempt) {
        return find("attemptId = ?1 order by id desc", attempt).firstResultOptional();
    }

    /** For an attempt whose row is locked. {@code seen} is the reply the person had before them, 0 for none. */
    static void record(ContactAttempt attempt, ContactForm.Replied replied, long seen, Account who, Instant now) {
        Optional<ContactReply> newest = newest(attempt.id);
        if (newest.map(reply -> reply.id).orElse(0L) != seen) {
            ContactReply there = newest.orElseThrow();
            if (there.recordedBy.id.equals(who.id) && there.says(replied)) {
                return;
            }
            throw Refusal.outOfStep("%s wrote down meanwhile what came of asking %s: %s. Read it first."
                    .formatted(there.recordedBy.name, attempt.asked, there.outcome.label.toLowerCase()));
        }
        var reply = new ContactReply();
        reply.attemptId = attempt.id;
        reply.outcome = replied.outcome();
        reply.onDay = replied.on();
        reply.words = replied.words();
        reply.shown = replied.shown();
        reply.recordedBy = who;
        reply.recordedAt = now;
        reply.persist();
        var values = new LinkedHashMap<String, Object>();
        values.put("asked", attempt.asked);
        values.put("outcome", reply.outcome.name());
        values.put("shown", reply.shown);
        AuditEvent.record(who, "reply written down", "claim", attempt.claim.id, null, values, now);
    }

    private boolean says(ContactForm.Replied replied) {
        return outcome == replied.outcome()
                && shown == replied.shown()
                && Objects.equals(onDay, replied.on())
                && Objects.equals(words, replied.words());
    }
}
