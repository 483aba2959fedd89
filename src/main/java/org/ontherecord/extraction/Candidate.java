package org.ontherecord.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;
import org.ontherecord.article.Snapshot;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.speaker.Speaker;

/** A proposed claim nobody has decided on yet, or the decision that a person took on it. */
@Entity
public class Candidate extends PanacheEntityBase {
    /** What became of the proposal. */
    public enum State {
        OPEN,
        ACCEPTED,
        LINKED,
        DISMISSED,
        SNOOZED
    }

    /** Why a proposal is not worth a check. */
    public enum DismissReason {
        OPINION,
        FORECAST,
        PERSONAL,
        VAGUE,
        TRIVIAL
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Snapshot snapshot;

    public String quoteExact;
    public String quotePrefix = "";
    public String quoteSuffix = "";
    public int quoteStart;
    public int quoteEnd;

    /** "Worth checking", 0 to 100. It ranks the desk's work and never becomes a verdict. */
    public short score;

    /** What moved the score, in words for the desk. */
    public List<String> reasons = List.of();

    @Enumerated(EnumType.STRING)
    public Claim.Kind kind;

    @Enumerated(EnumType.STRING)
    public Appearance.Mode mode;

    public String wording;

    /** As the text names them; null when it does not say. */
    public String speakerName;

    @ManyToOne
    public Speaker speaker;

    public LocalDate saidOn;

    @Enumerated(EnumType.STRING)
    public Claim.Precision saidPrecision;

    /** The extractor's name and version, or {@code a person}. */
    public String proposedBy;

    @ManyToOne
    @JoinColumn(name = "marked_by")
    public Account markedBy;

    public Instant createdAt;

    @Enumerated(EnumType.STRING)
    public State state = State.OPEN;

    @Enumerated(EnumType.STRING)
    public DismissReason dismissReason;

    @ManyToOne
    public Claim claim;

    @ManyToOne
    public Appearance appearance;

    @ManyToOne
    @JoinColumn(name = "decided_by")
    public Account decidedBy;

    public Instant decidedAt;

    @Version
    public int version;
}
