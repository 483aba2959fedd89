package org.ontherecord.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** A quoted article's place in the queue of pages to open again, and the text its page has now, as far as we have looked. */
@Entity
public class ArticleLook extends PanacheEntityBase implements Queued {
    /** WAITING for the next look; PARKED after three failed tries, until a person asks again. */
    public enum State {
        WAITING,
        PARKED
    }

    /** Longer than any page takes; a node that died gives the article up after it. */
    static final Duration LEASE = Duration.ofMinutes(1);

    /** News changes most in its first days. The last of these is kept for good; a change begins them anew. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30), Duration.ofDays(90));

    @Id
    public Long articleId;

    @Enumerated(EnumType.STRING)
    public State state = State.WAITING;

    /** How often in a row the page was the same. */
    public int looks;

    @ManyToOne
    @JoinColumn(name = "live_snapshot_id")
    public Snapshot live;

    public Instant liveSince;
    public Instant lookedAt;

    @Embedded
    public Turn turn;

    protected ArticleLook() {}

    static Duration firstPause() {
        return PAUSES.get(0);
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.PARKED;
    }

    /** The page was read: the same text, one it had before, or a new one, which becomes a snapshot. */
    void read(String text, Instant now) {
        Article article = live.article;
        if (live.text.equals(text)) {
            looks++;
        } else {
            Snapshot before = live;
            live = Snapshot.<Snapshot>find("article = ?1 and sha256 = ?2", article, Snapshot.sha256(text))
                    .firstResultOptional()
                    .orElseGet(() -> {
                        var fresh = new Snapshot(article, text, Snapshot.How.FETCHED, now);
                        fresh.persist();
                        return fresh;
                    });
            liveSince = now;
            looks = 0;
            AuditEvent.record(
                    null,
                    "article changed",
                    "article",
                    articleId,
                    Map.of("snapshot", before.id),
                    Map.of("snapshot", live.id),
                    now);
        }
        lookedAt = now;
        turn.again(now.plus(PAUSES.get(Math.min(looks, PAUSES.size() - 1))));
        turn.trouble = null;
    }

    /** A person asks for a look at once. */
    void hurry(Instant now) {
        state = State.WAITING;
        turn.again(now);
        turn.trouble = null;
    }

    boolean isDue(Instant now) {
        return state == State.WAITING && turn.trouble == null && (turn.attempts > 0 || !turn.nextTryAt.isAfter(now));
    }
}
