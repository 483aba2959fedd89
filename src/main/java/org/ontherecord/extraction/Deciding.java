package org.ontherecord.extraction;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.Article;
import org.ontherecord.article.Quote;
import org.ontherecord.article.Snapshot;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Likeness;
import org.ontherecord.claim.likeness.LikenessDecision;
import org.ontherecord.speaker.Speaker;

/**
 * What a person does with a candidate, each in one transaction that holds the candidate's row: sent twice it happens once,
 * and of two people the second is told what the first did.
 */
@ApplicationScoped
class Deciding {
    /** Longer words do not fit the top of a page. */
    private static final int LONGEST_HEADLINE = 160;

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    Deciding(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** A new claim with its first appearance. */
    @Transactional
    void accept(long candidateId, CandidateForm form) {
        Candidate candidate = locked(candidateId);
        if (isSentAgain(candidate, form, Candidate.State.ACCEPTED)) {
            return;
        }
        requireUnchanged(candidate, form);
        Account who = signedIn.account();
        Instant now = clock.instant();
        Claim claim = Claim.of(
                form.wordingLine(),
                form.kind(),
                speaker(form.speakerName(), now),
                candidate.snapshot.article.language,
                who,
                now);
        giveDeadline(claim, form.deadlineRule());
        giveHeadline(claim, candidate, form.mode());
        candidate.settle(
                form.kind(), form.mode(), form.speakerName(), form.said().orElse(null), form.deadlineRule());
        candidate.accept(claim, appearance(candidate, claim, form, who, now), who, now);
        record("candidate accepted", candidate, Map.of("claim", claim.id));
    }

    /** A further appearance of a claim we know. */
    @Transactional
    void link(long candidateId, CandidateForm form) {
        Candidate candidate = locked(candidateId);
        if (isSentAgain(candidate, form, Candidate.State.LINKED) && candidate.claim.id.equals(form.claim)) {
            return;
        }
        requireUnchanged(candidate, form);
        Claim claim = lockedClaim(form.claim);
        if (claim == null) {
            throw new Refused("There is no such claim. Search for it by its words or its number.");
        }
        if (claim.mergedInto != null) {
            throw new Refused("C-%d was merged into C-%d. Link to that one.".formatted(claim.id, claim.mergedInto.id));
        }
        Account who = signedIn.account();
        Instant now = clock.instant();
        candidate.settle(
                form.kind(), form.mode(), form.speakerName(), form.said().orElse(null), candidate.deadlineInWords());
        candidate.link(claim, appearance(candidate, claim, form, who, now), who, now);
        LikenessDecision.record(likeness(candidate, claim.id), LikenessDecision.Answer.SAME, who, now);
        record("candidate linked", candidate, Map.of("claim", claim.id));
    }

    /** A person says that a suggested claim is another one; the candidate stays to decide. */
    @Transactional
    void unlike(long candidateId, CandidateForm form) {
        Candidate candidate = locked(candidateId);
        if (!candidate.isOpen()) {
            requireUnchanged(candidate, form);
        }
        if (form.claim == null || Claim.findById(form.claim) == null) {
            throw new Refused("There is no such claim.");
        }
        LikenessDecision.record(
                likeness(candidate, form.claim),
                LikenessDecision.Answer.NOT_THE_SAME,
                signedIn.account(),
                clock.instant());
    }

    /** Takes that back: the claim may be suggested again. */
    @Transactional
    void likeAfterAll(long candidateId, long claimId) {
        Candidate candidate = locked(candidateId);
        if (candidate.isOpen()) {
            LikenessDecision.record(
                    likeness(candidate, claimId),
                    LikenessDecision.Answer.TAKEN_BACK,
                    signedIn.account(),
                    clock.instant());
        }
    }

    @Transactional
    void dismiss(long candidateId, CandidateForm form) {
        Candidate candidate = locked(candidateId);
        if (isSentAgain(candidate, form, Candidate.State.DISMISSED)) {
            return;
        }
        requireUnchanged(candidate, form);
        candidate.dismiss(form.reason(), signedIn.account(), clock.instant());
        record("candidate dismissed", candidate, Map.of("reason", form.reason().name()));
    }

    /** Takes a decision back as if it had not been taken, as long as the public has not seen its result. */
    @Transactional
    void undo(long candidateId) {
        Candidate candidate = locked(candidateId);
        if (candidate.isOpen()) {
            return;
        }
        Claim claim = candidate.claim;
        Appearance appearance = candidate.appearance;
        boolean made = candidate.state == Candidate.State.ACCEPTED;
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("state", candidate.state.name());
        before.put("claim", claim == null ? null : claim.id);
        before.put("reason", candidate.dismissReason == null ? null : candidate.dismissReason.name());
        if (claim != null) {
            requireUnpublished(claim, appearance);
        }
        if (candidate.state == Candidate.State.LINKED) {
            LikenessDecision.record(
                    likeness(candidate, claim.id),
                    LikenessDecision.Answer.TAKEN_BACK,
                    signedIn.account(),
                    clock.instant());
        }
        candidate.reopen();
        database.flush();
        boolean gone = false;
        if (claim != null) {
            appearance.delete();
            database.flush();
            gone = made && removeIfUnused(claim);
        }
        AuditEvent.record(
                signedIn.account(),
                "decision undone",
                "candidate",
                candidate.id,
                before,
                Map.of("state", "OPEN", "claim_removed", gone),
                clock.instant());
    }

    /** Other words for a candidate; they must stand in the text at that place. */
    @Transactional
    void requote(long candidateId, CandidateForm form, Quote quote) {
        Candidate candidate = locked(candidateId);
        if (candidate.quote().equals(quote)) {
            return;
        }
        requireUnchanged(candidate, form);
        if (at(candidate.snapshot, quote) != null) {
            throw new Refused("Another candidate has exactly these words.");
        }
        Map<String, Object> before = Map.of("start", candidate.quoteStart, "end", candidate.quoteEnd);
        candidate.quote(quote);
        AuditEvent.record(
                signedIn.account(),
                "quote changed",
                "candidate",
                candidate.id,
                before,
                Map.of("start", quote.start(), "end", quote.end()),
                clock.instant());
    }

    /** A candidate for words a person found in the text; the one that is there already if they marked it before. */
    @Transactional
    long mark(long articleId, Quote quote) {
        Article article = Article.findById(articleId);
        Snapshot snapshot = Snapshot.<Snapshot>find("article = ?1 order by id desc", article)
                .firstResult();
        Extraction.locked(snapshot.id);
        Candidate there = at(snapshot, quote);
        if (there != null) {
            return there.id;
        }
        Candidate candidate = Candidate.marked(snapshot, quote, signedIn.account(), clock.instant());
        candidate.persist();
        record("candidate marked", candidate, Map.of("start", quote.start(), "end", quote.end()));
        return candidate.id;
    }

    /** Puts a text that could not be read back into the queue. */
    @Transactional
    void readAgain(long articleId) {
        Snapshot snapshot = Snapshot.<Snapshot>find("article.id = ?1 order by id desc", articleId)
                .firstResult();
        Extraction.locked(snapshot.id)
                .filter(extraction -> extraction.state == Extraction.State.PARKED)
                .ifPresent(extraction -> {
                    extraction.requeue(clock.instant());
                    AuditEvent.record(
                            signedIn.account(),
                            "reading asked for again",
                            "snapshot",
                            snapshot.id,
                            null,
                            null,
                            clock.instant());
                });
    }

    private static Likeness likeness(Candidate candidate, long claim) {
        return Likeness.ofQuote(claim, candidate.quoteExact, candidate.snapshot.article.id, candidate.id);
    }

    /** In one statement: finding with a lock fails inside Hibernate when another transaction changes the row meanwhile. */
    private Candidate locked(long id) {
        return (Candidate)
                database.createNativeQuery("select * from candidate where id = :id for update", Candidate.class)
                        .setParameter("id", id)
                        .getSingleResult();
    }

    /** Null when there is none. */
    private Claim lockedClaim(Long id) {
        return id == null
                ? null
                : (Claim) database.createNativeQuery("select * from claim where id = :id for update", Claim.class)
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst()
                        .orElse(null);
    }

    /** The same button pressed twice: the first answer stands for both. */
    private boolean isSentAgain(Candidate candidate, CandidateForm form, Candidate.State wanted) {
        return candidate.state == wanted
                && form.version != null
                && candidate.version == form.version + 1
                && Objects.equals(candidate.decidedBy.id, signedIn.account().id);
    }

    private static void requireUnchanged(Candidate candidate, CandidateForm form) {
        if (!candidate.isOpen()) {
            throw new Refused("%s has decided on this candidate already: %s. Undo that first if it is wrong."
                    .formatted(
                            candidate.decidedBy.name,
                            Card.of(candidate, 0).stateInWords().toLowerCase()));
        }
        if (form.version == null || candidate.version != form.version) {
            throw new Refused("Somebody changed this candidate while you were deciding. Look at it again.");
        }
    }

    private Appearance appearance(Candidate candidate, Claim claim, CandidateForm form, Account who, Instant now) {
        boolean already = Appearance.count(
                        "claim = ?1 and snapshot = ?2 and quoteStart = ?3 and quoteEnd = ?4",
                        claim,
                        candidate.snapshot,
                        candidate.quoteStart,
                        candidate.quoteEnd)
                > 0;
        if (already) {
            throw new Refused("C-%d already has these words of this article.".formatted(claim.id));
        }
        return Appearance.quoted(
                claim,
                form.mode(),
                candidate.snapshot,
                candidate.quote(),
                form.said().orElse(null),
                null,
                who,
                now);
    }

    /** Two people naming the same new speaker at once make one. */
    private Speaker speaker(String name, Instant now) {
        if (name == null) {
            return null;
        }
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(lower(:name), 2)) as text)")
                .setParameter("name", name)
                .getSingleResult();
        return Speaker.named(name, now);
    }

    private static void giveDeadline(Claim claim, String rule) {
        if (rule != null) {
            Claim.Facts facts = claim.facts();
            claim.reword(new Claim.Facts(
                    facts.wording(),
                    facts.headline(),
                    facts.kind(),
                    facts.speaker(),
                    facts.capacity(),
                    facts.topics(),
                    facts.language(),
                    facts.deadlineAt(),
                    facts.deadlineZone(),
                    rule,
                    facts.criteria()));
        }
    }

    /** The speaker's own words stand above the claim when they are short. */
    private static void giveHeadline(Claim claim, Candidate candidate, Appearance.Mode mode) {
        if (mode == Appearance.Mode.SAID && candidate.quoteExact.length() <= LONGEST_HEADLINE) {
            Claim.Facts facts = claim.facts();
            claim.reword(new Claim.Facts(
                    facts.wording(),
                    candidate.quoteExact.replaceAll("\\s+", " "),
                    facts.kind(),
                    facts.speaker(),
                    facts.capacity(),
                    facts.topics(),
                    facts.language(),
                    facts.deadlineAt(),
                    facts.deadlineZone(),
                    facts.deadlineRule(),
                    facts.criteria()));
        }
    }

    /** Holds the claim and its check, so that nobody publishes with this appearance while it goes. */
    private void requireUnpublished(Claim claim, Appearance appearance) {
        database.createNativeQuery("select cast(c.id as text) from claim c where c.id = :claim for update")
                .setParameter("claim", claim.id)
                .getResultList();
        database.createNativeQuery("select cast(r.id as text) from review r where r.claim_id = :claim for update")
                .setParameter("claim", claim.id)
                .getResultList();
        Number published = (Number) database.createNativeQuery(
                        "select count(*) from verdict v where v.claim_id = :claim and v.published_at >= :since")
                .setParameter("claim", claim.id)
                .setParameter("since", appearance.recordedAt)
                .getSingleResult();
        if (published.longValue() > 0) {
            throw new Refused(
                    "C-%d has been published with this quote, so the decision stands. Correct the claim in public instead."
                            .formatted(claim.id));
        }
    }

    /** A claim whose check has begun stays, without the appearance; one that nothing refers to goes. */
    private boolean removeIfUnused(Claim claim) {
        boolean used = !database.createNativeQuery("""
                        select 1 from appearance where claim_id = :claim
                        union all select 1 from counted_appearance where claim_id = :claim
                        union all select 1 from claim where merged_into = :claim
                        union all select 1 from likeness_decision where :claim in (claim_id, other_claim_id)
                        union all select 1 from claim_relation where :claim in (claim_id, other_claim_id)
                        union all select 1 from revision r join review w on w.id = r.review_id where w.claim_id = :claim""")
                .setParameter("claim", claim.id)
                .getResultList()
                .isEmpty();
        if (used) {
            return false;
        }
        database.createNativeQuery("delete from review where claim_id = :claim")
                .setParameter("claim", claim.id)
                .executeUpdate();
        claim.delete();
        database.flush();
        return true;
    }

    private static Candidate at(Snapshot snapshot, Quote quote) {
        List<Candidate> there = Candidate.list(
                "snapshot = ?1 and quoteStart = ?2 and quoteEnd = ?3", snapshot, quote.start(), quote.end());
        return there.isEmpty() ? null : there.get(0);
    }

    private void record(String action, Candidate candidate, Map<String, Object> after) {
        AuditEvent.record(signedIn.account(), action, "candidate", candidate.id, null, after, clock.instant());
    }
}
