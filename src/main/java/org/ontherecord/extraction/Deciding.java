package org.ontherecord.extraction;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.LikenessDecision;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;
import org.ontherecord.speaker.Namesake;
import org.ontherecord.speaker.Speaker;

/**
 * What a person decides about a candidate, each in one transaction that holds the candidate's row: sent twice it happens once,
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

    /** Of several who go by one name a person says which is meant. */
    @Transactional
    void requireOneSpeaker(long candidateId, CandidateForm form, FormErrors errors) {
        Candidate candidate = form.speakerName() == null ? null : Candidate.findById(candidateId);
        if (candidate != null) {
            List<Speaker> found = Speaker.all(form.speakerName());
            errors.require(
                    found.isEmpty() || form.which(found, candidate.speaker).isPresent(),
                    "speaker",
                    Namesake.ask(found, form.speakerName()));
        }
    }

    /** A new claim with its first appearance. */
    @Transactional
    void accept(long candidateId, CandidateForm form) {
        Candidate candidate = locked(candidateId);
        if (isSentAgain(candidate, form, Candidate.State.ACCEPTED)
                && candidate.claim.wording.equals(form.wordingLine())) {
            return;
        }
        requireUnchanged(candidate, form);
        Account who = signedIn.account();
        Instant now = clock.instant();
        Claim claim = Claim.of(
                form.wordingLine(),
                form.kind(),
                speaker(form, candidate, now),
                candidate.snapshot.article.language,
                who,
                now);
        describe(claim, candidate, form);
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
        LikenessDecision.record(candidate.likenessTo(claim.id), LikenessDecision.Answer.SAME, who, now);
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
                candidate.likenessTo(form.claim),
                LikenessDecision.Answer.NOT_THE_SAME,
                signedIn.account(),
                clock.instant());
        CandidateMatch.queueAgain(candidateId);
    }

    /** Takes that back: the claim may be suggested again. */
    @Transactional
    void likeAfterAll(long candidateId, long claimId) {
        Candidate candidate = locked(candidateId);
        if (candidate.isOpen()) {
            LikenessDecision.record(
                    candidate.likenessTo(claimId),
                    LikenessDecision.Answer.TAKEN_BACK,
                    signedIn.account(),
                    clock.instant());
            CandidateMatch.queueAgain(candidateId);
        }
    }

    @Transactional
    void dismiss(long candidateId, CandidateForm form) {
        Candidate candidate = locked(candidateId);
        if (isSentAgain(candidate, form, Candidate.State.DISMISSED) && candidate.dismissReason == form.reason()) {
            return;
        }
        requireUnchanged(candidate, form);
        candidate.dismiss(form.reason(), signedIn.account(), clock.instant());
        record("candidate dismissed", candidate, Map.of("reason", form.reason().name()));
    }

    private Candidate locked(long id) {
        return LockedRow.of(database, Candidate.class, id).orElseThrow();
    }

    /** Null when there is none. */
    private Claim lockedClaim(Long id) {
        return id == null ? null : LockedRow.of(database, Claim.class, id).orElse(null);
    }

    /** The same button pressed twice: the first answer stands for both. */
    private boolean isSentAgain(Candidate candidate, CandidateForm form, Candidate.State wanted) {
        return candidate.state == wanted
                && form.version != null
                && candidate.version == form.version + 1
                && Objects.equals(candidate.decidedBy.id, signedIn.account().id);
    }

    static void requireUnchanged(Candidate candidate, CandidateForm form) {
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
    private Speaker speaker(CandidateForm form, Candidate candidate, Instant now) {
        String name = form.speakerName();
        if (name == null) {
            return null;
        }
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(lower(:name), 2)) as text)")
                .setParameter("name", name)
                .getSingleResult();
        List<Speaker> found = Speaker.all(name);
        return found.isEmpty()
                ? Speaker.named(name, now)
                : form.which(found, candidate.speaker).orElseThrow(() -> new Refused(Namesake.ask(found, name)));
    }

    /** Its rule, if the candidate has one; and the speaker's own words stand above the claim when they are short. */
    private static void describe(Claim claim, Candidate candidate, CandidateForm form) {
        boolean fits = candidate.quoteExact.length() <= LONGEST_HEADLINE;
        Claim.Facts facts = claim.facts();
        claim.reword(new Claim.Facts(
                facts.wording(),
                form.mode() == Appearance.Mode.SAID && fits ? candidate.quoteExact.replaceAll("\\s+", " ") : null,
                facts.kind(),
                facts.speaker(),
                facts.capacity(),
                facts.topics(),
                facts.language(),
                facts.deadlineAt(),
                facts.deadlineZone(),
                form.deadlineRule(),
                facts.criteria()));
    }

    private void record(String action, Candidate candidate, Map<String, Object> after) {
        AuditEvent.record(signedIn.account(), action, "candidate", candidate.id, null, after, clock.instant());
    }
}
