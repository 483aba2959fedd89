package org.ontherecord.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

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
import org.ontherecord.article.Quote;
import org.ontherecord.article.Snapshot;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Likeness;
import org.ontherecord.extraction.reading.Deadline;
import org.ontherecord.extraction.reading.Kind;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;
import org.ontherecord.speaker.Speaker;

/** A proposed claim nobody has decided on yet, or the decision that a person took on it. */
@Entity
public class Candidate extends PanacheEntityBase {
    /** What became of the proposal. */
    public enum State {
        OPEN,
        ACCEPTED,
        LINKED,
        DISMISSED
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

    /** What the reading took it for; null when a person marked it. */
    @Enumerated(EnumType.STRING)
    public Kind takenFor;

    /** By when, in the text's words with what it counts from; null when there is none. */
    public String deadlineRule;

    public LocalDate deadlineOn;

    @Enumerated(EnumType.STRING)
    public RoughDate.Precision deadlinePrecision;

    @Enumerated(EnumType.STRING)
    public Appearance.Mode mode;

    public String wording;

    /** As the text names them; null when it does not say. */
    public String speakerName;

    @ManyToOne
    public Speaker speaker;

    public LocalDate saidOn;

    @Enumerated(EnumType.STRING)
    public RoughDate.Precision saidPrecision;

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

    /** Whose it is to decide; anybody else may as well. */
    @ManyToOne
    @JoinColumn(name = "assigned_to")
    public Account assignedTo;

    /** Until then it is out of the way; null when it is not, or is decided. */
    public Instant snoozedUntil;

    @Version
    public int version;

    protected Candidate() {}

    /** What the software proposes. */
    static Candidate proposed(Snapshot snapshot, Proposal proposal, Speaker known, String extractor, Instant now) {
        var candidate = new Candidate();
        candidate.snapshot = snapshot;
        candidate.quote(proposal.quote());
        candidate.score = (short) proposal.score();
        candidate.reasons = proposal.reasons();
        candidate.kind = proposal.claimKind();
        candidate.mode = proposal.mode();
        candidate.wording = proposal.wording();
        candidate.takenFor = proposal.kind();
        candidate.deadline(proposal.deadline());
        candidate.speakerName = proposal.speakerName();
        candidate.speaker = known;
        candidate.saidOn = proposal.saidOn();
        candidate.saidPrecision = proposal.saidPrecision();
        candidate.proposedBy = extractor;
        candidate.createdAt = now;
        return candidate;
    }

    /** Keeps what was proposed by something else than the extractor; the speaker is one we know if only one has the name. */
    public static void propose(Snapshot snapshot, Proposal proposal, String by, Instant now) {
        Speaker known = proposal.speakerName() == null
                ? null
                : Speaker.only(proposal.speakerName()).orElse(null);
        proposed(snapshot, proposal, known, by, now).persist();
    }

    /** What a person marked in the text; they find it worth checking, so nothing ranks above it. */
    static Candidate marked(Snapshot snapshot, Quote quote, Account who, Instant now) {
        var candidate = new Candidate();
        candidate.snapshot = snapshot;
        candidate.quote(quote);
        candidate.score = 100;
        candidate.reasons = List.of("Marked by hand");
        candidate.kind = Claim.Kind.STATEMENT;
        candidate.mode = Appearance.Mode.REPORTED;
        candidate.wording = Wording.of(quote.exact(), false, null);
        candidate.proposedBy = "a person";
        candidate.markedBy = who;
        candidate.createdAt = now;
        return candidate;
    }

    private void deadline(Deadline deadline) {
        if (deadline != null) {
            deadlineRule = deadline.rule();
            deadlineOn = deadline.date();
            deadlinePrecision = deadline.date() == null
                    ? null
                    : RoughDate.Precision.valueOf(deadline.precision().name());
        }
    }

    public Quote quote() {
        return new Quote(quoteExact, quotePrefix, quoteSuffix, quoteStart, quoteEnd);
    }

    /** The language model and prompt that proposed it, "model qwen3, prompt 1"; null when none did. */
    String model() {
        return proposedBy.startsWith("model ") ? proposedBy : null;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Other words of the same text; a claim made from the old ones keeps them, so only an open candidate can change. */
    void quote(Quote quote) {
        requireOpen();
        quoteExact = quote.exact();
        quotePrefix = quote.prefix();
        quoteSuffix = quote.suffix();
        quoteStart = quote.start();
        quoteEnd = quote.end();
    }

    /** "by the end of 2026 (31 Dec 2026)", or the rule alone; null when there is none. */
    String deadlineInWords() {
        return deadlineOn == null
                ? deadlineRule
                : deadlineRule + " (" + WrittenDate.inWords(deadlineOn, deadlinePrecision) + ")";
    }

    /** Keeps what the person settled on beside the decision, so that undoing gives it back. */
    void settle(Claim.Kind newKind, Appearance.Mode newMode, String newSpeaker, RoughDate said, String rule) {
        if (!Objects.equals(rule, deadlineInWords())) {
            deadlineRule = rule;
            deadlineOn = null;
            deadlinePrecision = null;
        }
        kind = newKind;
        mode = newMode;
        speakerName = newSpeaker;
        saidOn = said == null ? null : said.date();
        saidPrecision = said == null ? null : said.precision();
    }

    void accept(Claim newClaim, Appearance first, Account who, Instant now) {
        decide(State.ACCEPTED, who, now);
        wording = newClaim.wording;
        speaker = newClaim.speaker;
        claim = newClaim;
        appearance = first;
    }

    void link(Claim known, Appearance further, Account who, Instant now) {
        decide(State.LINKED, who, now);
        claim = known;
        appearance = further;
    }

    void dismiss(DismissReason reason, Account who, Instant now) {
        decide(State.DISMISSED, who, now);
        dismissReason = reason;
    }

    void reopen() {
        state = State.OPEN;
        claim = null;
        appearance = null;
        dismissReason = null;
        decidedBy = null;
        decidedAt = null;
    }

    /** To nobody with null. */
    void assign(Account to) {
        requireOpen();
        assignedTo = to;
    }

    void snooze(Instant until) {
        requireOpen();
        snoozedUntil = until;
    }

    /** Open again, and as it was before several were handled at once. */
    void restore(Account assignee, Instant snoozed) {
        reopen();
        assignedTo = assignee;
        snoozedUntil = snoozed;
    }

    private void decide(State decision, Account who, Instant now) {
        requireOpen();
        state = decision;
        snoozedUntil = null;
        decidedBy = who;
        decidedAt = now;
    }

    private void requireOpen() {
        if (state != State.OPEN) {
            throw new IllegalStateException("candidate " + id + " is decided: " + state);
        }
    }

    Likeness likenessTo(long claim) {
        return Likeness.ofQuote(claim, quoteExact, snapshot.article.id, id);
    }
}
