package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import org.hibernate.annotations.Immutable;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Claim;
import org.ontherecord.speaker.Speaker;

/** One saved state of a review with everything the claim said then. Immutable, so a published page can be shown again exactly. */
@Entity
@Immutable
public class Revision extends PanacheEntityBase {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Review review;

    public int number;

    @ManyToOne
    public Account author;

    public Instant savedAt;

    public String wording;
    public String headline;

    @Enumerated(EnumType.STRING)
    public Claim.Kind kind;

    @ManyToOne
    public Speaker speaker;

    public String capacity;
    public List<String> topics = List.of();
    public String language;
    public Instant deadlineAt;
    public String deadlineZone;
    public String deadlineRule;
    public String criteria;

    @ManyToOne
    public Rating rating;

    /** One sentence, at most 200 characters. */
    public String reason;

    /** Markdown. */
    public String body = "";

    public LocalDate inForceFrom;

    /** What changed and why, for the second person and the log. */
    public String note;

    @OneToMany(mappedBy = "revision", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    public List<Evidence> evidence = new ArrayList<>();

    protected Revision() {}

    Revision(Review review, int number, Draft draft, Account author, Instant now) {
        this.review = review;
        this.number = number;
        this.author = author;
        savedAt = now;
        var facts = draft.facts();
        wording = facts.wording();
        headline = facts.headline();
        kind = facts.kind();
        speaker = facts.speaker();
        capacity = facts.capacity();
        topics = facts.topics();
        language = facts.language();
        deadlineAt = facts.deadlineAt();
        deadlineZone = facts.deadlineZone();
        deadlineRule = facts.deadlineRule();
        criteria = facts.criteria();
        rating = draft.rating();
        reason = draft.reason();
        body = draft.body();
        inForceFrom = draft.inForceFrom();
        note = draft.note();
        for (var piece : draft.evidence()) {
            evidence.add(Evidence.of(this, evidence.size() + 1, piece));
        }
    }

    public Draft draft() {
        var facts = new Claim.Facts(
                wording,
                headline,
                kind,
                speaker,
                capacity,
                List.copyOf(topics),
                language,
                deadlineAt,
                deadlineZone,
                deadlineRule,
                criteria);
        return new Draft(
                facts,
                rating,
                reason,
                body,
                inForceFrom,
                note,
                evidence.stream().map(Evidence::piece).toList());
    }
}
