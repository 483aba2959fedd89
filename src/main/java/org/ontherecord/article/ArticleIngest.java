package org.ontherecord.article;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;

/** Takes a text that was read into the record: article, immutable snapshot and its place in the queue, all or nothing. */
@ApplicationScoped
public class ArticleIngest {

    /** The article that now holds the text, and whether we knew it before. */
    public record Added(long articleId, boolean known) {}

    private final EntityManager database;
    private final WireCopies copies;
    private final Clock clock;

    ArticleIngest(EntityManager database, WireCopies copies, Clock clock) {
        this.database = database;
        this.copies = copies;
        this.clock = clock;
    }

    /**
     * Adds an article, or finds the one with the same address or the same text. Whoever adds the same again at the same
     * moment waits for the first and gets its article.
     */
    @Transactional
    public Added add(ArticleText read, Snapshot.How how, Account who) {
        return add(read, how, who, null);
    }

    /** The same for a watched feed: the article stands in the name of who added the feed, the deed in nobody's. */
    @Transactional
    Added add(ArticleText read, Snapshot.How how, WatchedFeed feed) {
        return add(read, how, feed.addedBy, feed.id);
    }

    private Added add(ArticleText read, Snapshot.How how, Account who, Long feed) {
        String sha256 = Snapshot.sha256(read.text());
        onceAtATime(sha256, read.canonicalUrl());
        Optional<Long> known = known(sha256, read.canonicalUrl());
        if (known.isEmpty()) {
            known = copies.sameOnItsSite(read);
        }
        if (known.isPresent()) {
            return new Added(known.get(), true);
        }
        Snapshot snapshot = store(read, how, who, feed, clock.instant());
        return new Added(snapshot.article.id, false);
    }

    /** Stores a text nobody looks for first, within the transaction at hand. */
    public Snapshot store(ArticleText read, Snapshot.How how, Account who, Instant now) {
        return store(read, how, who, null, now);
    }

    private Snapshot store(ArticleText read, Snapshot.How how, Account who, Long feed, Instant now) {
        Article article = new Article(details(read), who, now);
        article.persist();
        Snapshot snapshot = new Snapshot(article, read.text(), how, now);
        snapshot.persist();
        database.createNativeQuery(
                        "insert into extraction (snapshot_id, queued_at, next_try_at) values (:id, :now, :now)")
                .setParameter("id", snapshot.id)
                .setParameter("now", now)
                .executeUpdate();
        Map<String, Object> facts = new HashMap<>(Map.of("how", how.name(), "snapshot", snapshot.id));
        if (feed != null) {
            facts.put("feed", feed);
        }
        AuditEvent.record(feed == null ? who : null, "article added", "article", article.id, null, facts, now);
        copies.group(snapshot, now);
        return snapshot;
    }

    static Article.Details details(ArticleText read) {
        String host = host(read.canonicalUrl());
        Outlet outlet = read.outlet() == null ? null : Outlet.named(read.outlet(), host);
        return new Article.Details(
                read.title() == null ? "Untitled article" : read.title(),
                outlet,
                read.byline(),
                read.publishedOn(),
                read.language(),
                read.canonicalUrl());
    }

    /** Locks are taken in one order, or two editors could wait for each other. */
    private void onceAtATime(String... names) {
        Stream.of(names)
                .filter(name -> name != null)
                .sorted()
                .forEach(name -> database.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:name, 1)) as text)")
                        .setParameter("name", name)
                        .getSingleResult());
    }

    private Optional<Long> known(String sha256, String canonicalUrl) {
        List<Long> byAddress = canonicalUrl == null
                ? List.of()
                : database.createQuery("select id from Article where canonicalUrl = :url", Long.class)
                        .setParameter("url", canonicalUrl)
                        .getResultList();
        return byAddress.stream()
                .findFirst()
                .or(() -> database.createQuery(
                                "select article.id from Snapshot where sha256 = :sha256 order by id", Long.class)
                        .setParameter("sha256", sha256)
                        .setMaxResults(1)
                        .getResultStream()
                        .findFirst());
    }

    private static String host(String canonicalUrl) {
        return canonicalUrl == null ? null : URI.create(canonicalUrl).getHost().replaceFirst("^www\\.", "");
    }
}
