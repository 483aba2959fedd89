package org.ontherecord.article;

import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.platform.LockedRow;

/** Puts right what is known about an article, unless somebody else did so meanwhile. */
@ApplicationScoped
class ArticleEditing {

    enum Outcome {
        DONE,
        CHANGED_MEANWHILE,
        ADDRESS_TAKEN
    }

    private static final Pattern ON_THE_DESK = Pattern.compile("(?:.*/desk/articles/)?(\\d{1,15})(?:[/?#].*)?");

    private final EntityManager database;
    private final WireCopies copies;
    private final SignedIn signedIn;
    private final Clock clock;

    ArticleEditing(EntityManager database, WireCopies copies, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Transactional
    Outcome put(long id, ArticleForm form) {
        Article article = locked(id);
        if (form.version == null || article.version != form.version) {
            return Outcome.CHANGED_MEANWHILE;
        }
        Article.Details details = form.alone();
        if (details.canonicalUrl() != null && isTaken(details.canonicalUrl(), id)) {
            return Outcome.ADDRESS_TAKEN;
        }
        Map<String, Object> before = facts(article);
        article.put(details);
        AuditEvent.record(
                signedIn.account(), "article details changed", "article", id, before, facts(article), clock.instant());
        return Outcome.DONE;
    }

    /** Makes an article the copy of another, or says why not. A copy of a copy copies the origin. */
    @Transactional
    String copies(long id, String written) {
        Article article = locked(id);
        Article origin = known(written);
        if (origin == null) {
            return "We have no article at this address. Add it first, or copy its address from the desk.";
        }
        origin = origin.originArticle == null ? origin : origin.originArticle;
        if (origin.id == id) {
            return "This is the same article, or one that copies it.";
        }
        copies.put(article, origin, signedIn.account(), clock.instant());
        return null;
    }

    /** Its text is read for claims as any other's. */
    @Transactional
    void copiesNothing(long id) {
        Article article = locked(id);
        if (article.originArticle == null) {
            return;
        }
        copies.put(article, null, signedIn.account(), clock.instant());
        database.createNativeQuery("""
                        update extraction set state = 'QUEUED', attempts = 0, finished_at = null, next_try_at = :now
                        where state = 'DONE' and snapshot_id in (select id from snapshot where article_id = :id)""")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .executeUpdate();
    }

    private Article locked(long id) {
        return LockedRow.of(database, Article.class, id).orElseThrow();
    }

    private static Article known(String written) {
        Matcher number = ON_THE_DESK.matcher(written);
        if (number.matches()) {
            return Article.findById(Long.parseLong(number.group(1)));
        }
        URI address = WebAddress.parse(written);
        return address == null
                ? null
                : Article.<Article>find("canonicalUrl", address.toString()).firstResult();
    }

    /** Locked by the address, so that of two articles put on the same one the second is told and not broken. */
    private boolean isTaken(String canonicalUrl, long id) {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:name, 1)) as text)")
                .setParameter("name", canonicalUrl)
                .getSingleResult();
        return Article.count("canonicalUrl = ?1 and id <> ?2", canonicalUrl, id) > 0;
    }

    private static Map<String, Object> facts(Article article) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("title", article.title);
        facts.put("outlet", article.outlet == null ? null : article.outlet.name);
        facts.put("byline", article.byline);
        facts.put("published_on", String.valueOf(article.publishedOn));
        facts.put("language", article.language);
        facts.put("canonical_url", article.canonicalUrl);
        return facts;
    }
}
