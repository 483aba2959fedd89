package org.ontherecord.article;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** One entry of a watched feed: a place in the queue of pages to fetch, and afterwards the note of what became of it. */
@Entity
public class FeedItem extends PanacheEntityBase implements Queued {
    /** KNOWN: we had the article. SKIPPED: no keyword in it. PARKED after three failed tries, with the reason. */
    public enum State {
        WAITING,
        TAKEN,
        KNOWN,
        SKIPPED,
        PARKED
    }

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

    /** Its trouble is also why an item was skipped. */
    @Embedded
    @AttributeOverride(name = "finishedAt", column = @Column(name = "settled_at"))
    @AttributeOverride(name = "trouble", column = @Column(name = "reason"))
    public Turn turn;

    public Instant seenAt;
    public Instant triedAt;

    @ManyToOne
    @JoinColumn(name = "article_id")
    public Article article;

    protected FeedItem() {}

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.PARKED;
    }

    void visit(Instant now) {
        triedAt = now;
    }

    void settle(ArticleIngest.Added added, Instant now) {
        state = added.known() ? State.KNOWN : State.TAKEN;
        article = Article.findById(added.articleId());
        turn.finish(now);
        content = null;
    }

    /** A person asks for it again. */
    void tryAgain(Instant now) {
        state = State.WAITING;
        turn.again(now);
    }
}
