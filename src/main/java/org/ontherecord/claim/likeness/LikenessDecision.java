package org.ontherecord.claim.likeness;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

/** What a person answered about a likeness. The newest answer holds; taking one back is a further row. */
@Entity
@Immutable
public class LikenessDecision extends PanacheEntityBase {
    /** "Same" is what a link says too; it merges nothing. */
    public enum Answer {
        SAME("the same claim"),
        NOT_THE_SAME("not the same claim"),
        TAKEN_BACK("taken back");

        public final String inWords;

        Answer(String inWords) {
            this.inWords = inWords;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public Long claimId;
    public Long otherClaimId;
    public String words;
    public Long articleId;
    public Long candidateId;

    @Enumerated(EnumType.STRING)
    public Answer answer;

    @ManyToOne
    @JoinColumn(name = "decided_by")
    public Account decidedBy;

    public Instant decidedAt;

    protected LikenessDecision() {}

    /**
     * Keeps an answer, unless it is the one that holds already or there is none to take back: a button pressed twice has one
     * effect.
     *
     * @return whether a row was written; never for a claim that is gone
     */
    public static boolean record(Likeness likeness, Answer answer, Account who, Instant now) {
        if (!lock(likeness)) {
            return false;
        }
        Answer before = newest(likeness).map(last -> last.answer).orElse(Answer.TAKEN_BACK);
        if (before == answer) {
            return false;
        }
        var decision = new LikenessDecision();
        decision.claimId = likeness.claim();
        decision.otherClaimId = likeness.other();
        decision.words = likeness.words();
        decision.articleId = likeness.article();
        decision.candidateId = likeness.candidate();
        decision.answer = answer;
        decision.decidedBy = who;
        decision.decidedAt = now;
        decision.persist();
        AuditEvent.record(
                who,
                answer == Answer.TAKEN_BACK ? "likeness taken back" : "likeness decided",
                "likeness_decision",
                decision.id,
                Map.of("answer", before.name()),
                values(likeness, answer),
                now);
        return true;
    }

    /** The last word on a likeness, which may be that an answer was taken back. */
    public static Optional<LikenessDecision> newest(Likeness likeness) {
        return rows(
                        """
                        select * from likeness_decision where claim_id = :claim
                           and other_claim_id is not distinct from cast(:other as bigint)
                           and words is not distinct from cast(:words as text)
                           and article_id is not distinct from cast(:article as bigint)
                        order by id desc limit 1""",
                        "claim",
                        likeness.claim(),
                        "other",
                        likeness.other(),
                        "words",
                        likeness.words(),
                        "article",
                        likeness.article())
                .stream()
                .findFirst();
    }

    /** What holds between these words and any claim, the newest first. The article is null for words that were typed. */
    static List<LikenessDecision> holding(String words, Long article) {
        return rows("""
                select * from (
                  select distinct on (claim_id) * from likeness_decision
                   where md5(words) = md5(:words) and words = :words and article_id is not distinct from cast(:article as bigint)
                   order by claim_id, id desc) newest
                 where answer <> 'TAKEN_BACK' order by id desc limit 100""", "words", words, "article", article);
    }

    /** What holds between this claim and any other, the newest first. */
    static List<LikenessDecision> holding(long claim) {
        return rows("""
                select * from (
                  select distinct on (claim_id, other_claim_id) * from likeness_decision
                   where other_claim_id is not null and (claim_id = :claim or other_claim_id = :claim)
                   order by claim_id, other_claim_id, id desc) newest
                 where answer <> 'TAKEN_BACK' order by id desc limit 100""", "claim", claim);
    }

    /** The other of the two claims; the one claim where words are what it looks like. */
    long otherThan(long claim) {
        return otherClaimId == null || claimId != claim ? claimId : otherClaimId;
    }

    @SuppressWarnings("unchecked")
    private static List<LikenessDecision> rows(String sql, Object... namesAndValues) {
        var query = getEntityManager().createNativeQuery(sql, LikenessDecision.class);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            query.setParameter((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return query.getResultList();
    }

    /** One after the other for each claim, in the order of their numbers. */
    private static boolean lock(Likeness likeness) {
        List<?> there = getEntityManager()
                .createNativeQuery("select id from claim where id in (:claim, :other) order by id for update")
                .setParameter("claim", likeness.claim())
                .setParameter("other", likeness.other() == null ? likeness.claim() : likeness.other())
                .getResultList();
        return there.size() == (likeness.other() == null ? 1 : 2);
    }

    private static Map<String, Object> values(Likeness likeness, Answer answer) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("answer", answer.name());
        values.put("claim", likeness.claim());
        if (likeness.other() != null) {
            values.put("other", likeness.other());
        }
        if (likeness.candidate() != null) {
            values.put("candidate", likeness.candidate());
        }
        return values;
    }
}
