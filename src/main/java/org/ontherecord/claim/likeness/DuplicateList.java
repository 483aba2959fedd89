package org.ontherecord.claim.likeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

import org.ontherecord.platform.Paging;
import org.ontherecord.platform.WordDiff;

/** A page of likely duplicates: those to decide, the likeliest first, or those decided, the last first. */
public record DuplicateList(boolean decided, List<Pair> pairs, long open, long count, int page, int pages) {
    static final int PAGE = 20;

    /** Two claims side by side. The seen token tells whether either, or what is known of both, has changed meanwhile. */
    public record Pair(
            long id,
            int percent,
            int wordingPercent,
            int meaningPercent,
            List<String> agrees,
            List<String> differs,
            Side one,
            Side other,
            String outcome,
            String by,
            Instant at,
            String seen) {
        public List<Side> sides() {
            return List.of(one, other);
        }

        /** The preview of a merge that keeps our verdict; of two verdicts, the one of the older number. */
        public String merging() {
            boolean keepsOther = !one.standing().isOurs() && other.standing().isOurs();
            Side kept = keepsOther ? other : one;
            Side lost = keepsOther ? one : other;
            return "/desk/claims/" + lost.id() + "/merges?into=" + kept.number();
        }
    }

    public record Side(long id, List<Piece> wording, String speaker, Standing standing) {
        public String number() {
            return "C-" + id;
        }
    }

    /** A run of words that the other claim has too, or not. */
    public record Piece(String text, boolean differs) {}

    private record Words(String wording, String speaker) {}

    static DuplicateList of(EntityManager database, boolean decided, int wantedPage) {
        long open = count(database, false);
        long count = decided ? count(database, true) : open;
        int pages = Paging.pages(count, PAGE);
        int page = Math.max(1, Math.min(wantedPage, pages));
        @SuppressWarnings("unchecked")
        List<LikelyDuplicate> rows = database.createNativeQuery(
                        "select d.* from likely_duplicate d" + where(decided) + " order by "
                                + (decided
                                        ? "greatest((select max(r.added_at) from claim_relation r where r.withdrawn_at is null"
                                                + " and least(r.claim_id, r.other_claim_id) = d.claim_id and greatest(r.claim_id, r.other_claim_id) = d.other_claim_id),"
                                                + " (select max(x.decided_at) from likeness_decision x where x.claim_id = d.claim_id and x.other_claim_id = d.other_claim_id)) desc, d.id desc"
                                        : "d.score desc, d.id"),
                        LikelyDuplicate.class)
                .setFirstResult((page - 1) * PAGE)
                .setMaxResults(PAGE)
                .getResultList();
        return new DuplicateList(decided, pairs(database, rows), open, count, page, pages);
    }

    /** Without its page: what was just decided. */
    static Pair pair(EntityManager database, LikelyDuplicate duplicate) {
        return pairs(database, List.of(duplicate)).get(0);
    }

    private static long count(EntityManager database, boolean decided) {
        return ((Number) database.createNativeQuery("select count(*) from likely_duplicate d" + where(decided))
                        .getSingleResult())
                .longValue();
    }

    private static String where(boolean decided) {
        return " where " + (decided ? "not (" + LikelyDuplicate.UNDECIDED + ")" : LikelyDuplicate.UNDECIDED)
                + " and not exists (select 1 from claim c where c.id in (d.claim_id, d.other_claim_id) and c.merged_into is not null)";
    }

    private static List<Pair> pairs(EntityManager database, List<LikelyDuplicate> rows) {
        List<Long> claims = rows.stream()
                .flatMap(row -> List.of(row.claimId, row.otherClaimId).stream())
                .distinct()
                .toList();
        Map<Long, Standing> standings = Standing.of(database, claims);
        Map<Long, Words> words = words(database, claims);
        return rows.stream().map(row -> pair(row, standings, words)).toList();
    }

    private static Pair pair(LikelyDuplicate row, Map<Long, Standing> standings, Map<Long, Words> words) {
        Words one = words.get(row.claimId);
        Words other = words.get(row.otherClaimId);
        List<Piece> before = new ArrayList<>();
        List<Piece> after = new ArrayList<>();
        for (WordDiff.Stretch stretch :
                WordDiff.between(one.wording(), other.wording()).stretches()) {
            if (!stretch.isAdded()) {
                before.add(new Piece(stretch.text(), stretch.isRemoved()));
            }
            if (!stretch.isRemoved()) {
                after.add(new Piece(stretch.text(), stretch.isAdded()));
            }
        }
        PairState state = PairState.of(row.claimId, row.otherClaimId);
        return new Pair(
                row.id,
                Math.round(100 * row.score),
                row.wordingPercent,
                row.meaningPercent,
                row.agrees,
                row.differs,
                new Side(row.claimId, before, one.speaker(), standings.get(row.claimId)),
                new Side(row.otherClaimId, after, other.speaker(), standings.get(row.otherClaimId)),
                state.outcome(),
                state.by(),
                state.at(),
                state.seen());
    }

    /** As the public reads them. */
    private static Map<Long, Words> words(EntityManager database, List<Long> claims) {
        Map<Long, Words> found = new HashMap<>();
        if (claims.isEmpty()) {
            return found;
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows =
                database.createNativeQuery("""
                        select c.id, coalesce(r.wording, e.wording, c.wording), coalesce(s.name, e.speaker)
                          from claim c
                          left join lateral (select w.revision_id from verdict w where w.claim_id = c.id order by w.number desc limit 1) v on true
                          left join revision r on r.id = v.revision_id
                          left join external_check e on e.claim_id = c.id
                          left join speaker s on s.id = coalesce(r.speaker_id, c.speaker_id)
                         where c.id in (:claims) order by c.id""").setParameter("claims", claims).getResultList();
        for (Object[] row : rows) {
            found.put(((Number) row[0]).longValue(), new Words((String) row[1], (String) row[2]));
        }
        return found;
    }
}
