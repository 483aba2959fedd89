package org.ontherecord.article;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;

/** Puts right what is known about an article, unless somebody else did so meanwhile. */
@ApplicationScoped
class ArticleEditing {

    enum Outcome {
        DONE,
        CHANGED_MEANWHILE,
        ADDRESS_TAKEN
    }

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    ArticleEditing(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Transactional
    Outcome put(long id, ArticleForm form) {
        Article article = Article.findById(id, LockModeType.PESSIMISTIC_WRITE);
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
