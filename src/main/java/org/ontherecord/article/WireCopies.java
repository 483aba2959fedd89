package org.ontherecord.article;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;

/**
 * Groups copies of one story under their origin, so that what it says is counted once. A copy tells in the same words, and
 * credits the other or came after it. The origin of a group is never itself a copy.
 */
@ApplicationScoped
class WireCopies {

    /** Of the shorter text, in the other; measured on the pairs of {@code WireCopiesTest}: copies 0.83 and up, others 0.27 at most. */
    static final double COPY = 0.6;
    /** Of both texts together; the same site then has one article at two addresses. */
    static final double SAME = 0.95;

    /** Any number will do, if nothing else locks it. */
    private static final long LOCK = 7_204_118_024L;

    private static final int LOOKED = 5;
    private static final int CREDIT = 300;

    private final EntityManager database;

    WireCopies(EntityManager database) {
        this.database = database;
    }

    /** An article we have under another address of the same site, word for word but for a few. */
    Optional<Long> sameOnItsSite(ArticleText read) {
        if (read.canonicalUrl() == null) {
            return Optional.empty();
        }
        Shingles shingles = Shingles.of(read.text());
        return alike(shingles).stream()
                .filter(other -> other.article.canonicalUrl != null
                        && site(other.article.canonicalUrl).equals(site(read.canonicalUrl()))
                        && Shingles.of(other.text).resemblance(shingles) >= SAME)
                .map(other -> other.article.id)
                .findFirst();
    }

    /** Keeps what a new text can be known by, and groups it with what it copies or what copies it. */
    void group(Snapshot snapshot, Instant now) {
        oneAtATime();
        Shingles shingles = Shingles.of(snapshot.text);
        List<Snapshot> alike = alike(shingles);
        database.createNativeQuery(
                        "insert into fingerprint (snapshot_id, shingles) values (:id, cast(:shingles as bigint[]))")
                .setParameter("id", snapshot.id)
                .setParameter("shingles", shingles.kept())
                .executeUpdate();
        alike.stream()
                .filter(other -> areOfTwoOutlets(other.article, snapshot.article))
                .filter(other -> Shingles.of(other.text).sharedWith(shingles) >= COPY)
                .findFirst()
                .ifPresent(other -> join(snapshot, other, now));
    }

    /** One outlet's two texts are two states of its story, not copies. */
    private static boolean areOfTwoOutlets(Article one, Article other) {
        return one.outlet != null && other.outlet != null && !one.outlet.id.equals(other.outlet.id);
    }

    private void join(Snapshot young, Snapshot old, Instant now) {
        boolean reversed =
                credits(old, young.article) || !credits(young, old.article) && isBefore(young.article, old.article);
        if (!reversed) {
            Article origin = old.article.originArticle == null ? old.article : old.article.originArticle;
            put(young.article, origin, null, now);
        } else if (old.article.originDecidedBy == null && old.article.originArticle == null) {
            put(old.article, young.article, null, now);
        }
    }

    /** Says what an article copies; what copied it until now copies the same. Null: it copies none. */
    void put(Article copy, Article origin, Account who, Instant now) {
        oneAtATime();
        database.flush();
        if (origin != null) {
            for (Article follower : Article.<Article>list("originArticle = ?1 order by id", copy)) {
                move(follower, origin, null, now);
            }
            database.flush();
        }
        move(copy, origin, who, now);
        database.flush();
    }

    /** Two copies that come in at once must see each other, and no group may get two origins. */
    private void oneAtATime() {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    private static void move(Article copy, Article origin, Account who, Instant now) {
        Map<String, Object> before = facts(copy);
        copy.copies(origin, who);
        AuditEvent.record(
                who,
                origin == null ? "article no copy" : "article a copy",
                "article",
                copy.id,
                before,
                facts(copy),
                now);
    }

    private static Map<String, Object> facts(Article article) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("copy_of", article.originArticle == null ? null : article.originArticle.id);
        return facts;
    }

    @SuppressWarnings("unchecked")
    private List<Snapshot> alike(Shingles shingles) {
        String kept = shingles.kept();
        if (kept.equals("{}")) {
            return List.of();
        }
        return database.createNativeQuery("""
                        select s.* from fingerprint f join snapshot s on s.id = f.snapshot_id
                        where f.shingles && cast(:kept as bigint[])
                        order by cardinality(array(select unnest(f.shingles) intersect select unnest(cast(:kept as bigint[])))) desc, s.id
                        limit :most""", Snapshot.class)
                .setParameter("kept", kept)
                .setParameter("most", LOOKED)
                .getResultList();
    }

    /** Whether a text names the other's outlet where credits stand: above, at the end, or as its author. */
    private static boolean credits(Snapshot snapshot, Article other) {
        String text = snapshot.text;
        String places = text.substring(0, Math.min(CREDIT, text.length())) + "\n"
                + text.substring(Math.max(0, text.length() - CREDIT)) + "\n" + snapshot.article.byline;
        return places.toLowerCase(Locale.ROOT).contains(other.outlet.name.toLowerCase(Locale.ROOT));
    }

    private static boolean isBefore(Article one, Article other) {
        return one.publishedOn != null && other.publishedOn != null && one.publishedOn.isBefore(other.publishedOn);
    }

    private static String site(String address) {
        return String.valueOf(URI.create(address).getHost()).replaceFirst("^(?:www|m|amp|mobile|edition)\\.", "");
    }
}
