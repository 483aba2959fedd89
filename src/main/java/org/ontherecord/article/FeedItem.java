package org.ontherecord.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** One entry of a watched feed: a place in the queue of pages to fetch, and afterwards the note of what became of it. */
@Entity
public class FeedItem extends PanacheEntityBase {
    /** KNOWN: we had the article. SKIPPED: no keyword in it. PARKED after three failed tries, with the reason. */
    public enum State {
        WAITING,
        TAKEN,
        KNOWN,
        SKIPPED,
        PARKED
    }

    static final int MOST_ATTEMPTS = 3;
    /** Longer than any page takes; a fetcher that died gives the item up after it. */
    static final Duration LEASE = Duration.ofSeconds(40);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    @JoinColumn(name = "feed_id")
    public WatchedFeed feed;

    /** SHA-256 of what the feed calls it; an entry is one item however often the feed repeats it. */
    public String key;

    public String address;
    public String host;
    public String title;
    public String byline;
    public LocalDate publishedOn;

    /** The feed's own markup of the article, kept until the item is settled. */
    public String content;

    @Enumerated(EnumType.STRING)
    public State state;

    public String reason;
    public int attempts;
    public Instant seenAt;
    public Instant nextTryAt;
    public Instant triedAt;
    public Instant settledAt;

    @ManyToOne
    @JoinColumn(name = "article_id")
    public Article article;

    protected FeedItem() {}

    void begin(Instant now) {
        attempts++;
        triedAt = now;
        nextTryAt = now.plus(LEASE);
    }

    void settle(ArticleIngest.Added added, Instant now) {
        state = added.known() ? State.KNOWN : State.TAKEN;
        article = Article.findById(added.articleId());
        settledAt = now;
        content = null;
        reason = null;
    }

    void fail(String what, Instant now) {
        reason = what;
        nextTryAt = now.plus(Duration.ofMinutes(1L << attempts));
        if (attempts >= MOST_ATTEMPTS) {
            park(now);
        }
    }

    void park(Instant now) {
        state = State.PARKED;
        settledAt = now;
        reason = reason == null ? "Reading it stopped without a word." : reason;
    }

    /** A person asks for it again. */
    void tryAgain(Instant now) {
        state = State.WAITING;
        attempts = 0;
        settledAt = null;
        nextTryAt = now;
    }
}
