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
}
