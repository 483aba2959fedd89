package org.ontherecord.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;
import org.ontherecord.platform.Refusal;

/** An RSS or Atom address we look at again and again for new articles. It is never deleted: its items keep their origin. */
@Entity
public class WatchedFeed extends PanacheEntityBase {
    /** GONE: the site said so (410). STOPPED: a person did; both keep what came in. */
    public enum State {
        WATCHED,
        PAUSED,
        GONE,
        STOPPED
    }

    /** Longer than any poll takes; a poller that died gives the feed up after it. */
    static final Duration LEASE = Duration.ofSeconds(60);

    static final Duration LONGEST_WAIT = Duration.ofHours(24);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String address;

    /** Whose articles these are, whatever their pages say; null to believe the pages. */
    @ManyToOne
    public Outlet outlet;

    public int intervalMinutes;

    /** An item is taken if its title or summary holds one of them; all are when there are none. */
    public List<String> keywords = List.of();

    /** Its articles are added in this person's name. */
    @ManyToOne
    @JoinColumn(name = "added_by")
    public Account addedBy;

    public Instant addedAt;

    @Enumerated(EnumType.STRING)
    public State state = State.WATCHED;

    public String etag;
    public String lastModified;
    public Instant nextPollAt;
    public Instant polledAt;

    /** Counts polls begun; a poller that was late finds another number and writes nothing. */
    public int poll;

    /** Polls in a row that did not work. */
    public int failures;

    /** Why the last poll did not work. */
    public String trouble;

    /** What else happened, such as a new address. */
    public String note;

    @Version
    public int version;

    protected WatchedFeed() {}

    WatchedFeed(Wish wish, Account who, Instant now) {
        put(wish, now);
        addedBy = who;
        addedAt = now;
    }

    /** What a person may say about a feed. */
    record Wish(String address, Outlet outlet, int intervalMinutes, List<String> keywords) {}

    /** A new address is asked at once and without the marks of the old one. */
    void put(Wish wish, Instant now) {
        if (!wish.address().equals(address)) {
            address = wish.address();
            forget();
            state = state == State.GONE ? State.WATCHED : state;
            nextPollAt = now;
        }
        outlet = wish.outlet();
        intervalMinutes = wish.intervalMinutes();
        keywords = wish.keywords();
    }

    boolean isAs(Wish wish) {
        return wish.address().equals(address)
                && Objects.equals(wish.outlet(), outlet)
                && wish.intervalMinutes() == intervalMinutes
                && wish.keywords().equals(keywords);
    }

    void begin(Instant now) {
        poll++;
        nextPollAt = now.plus(LEASE);
    }

    void finish(PageFetcher.Marks marks, String movedTo, Instant now) {
        polledAt = now;
        failures = 0;
        trouble = null;
        etag = marks.etag() != null ? marks.etag() : etag;
        lastModified = marks.lastModified() != null ? marks.lastModified() : lastModified;
        nextPollAt = now.plus(interval());
        if (movedTo != null && !movedTo.equals(address)) {
            note = "Moved for good from " + address;
            address = movedTo;
        }
    }

    /** Waits twice as long after each failure, up to a day, and at least as long as the site asks. */
    void fail(String what, Duration asked, Instant now) {
        polledAt = now;
        failures++;
        trouble = what;
        Duration wait = interval().multipliedBy(1L << Math.min(failures, 10));
        wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        Duration longest = LONGEST_WAIT.multipliedBy(7);
        Duration wished = asked == null ? Duration.ZERO : asked.compareTo(longest) > 0 ? longest : asked;
        nextPollAt = now.plus(wait.compareTo(wished) > 0 ? wait : wished);
    }

    void gone(String what, Instant now) {
        fail(what, null, now);
        state = State.GONE;
    }

    void pause() {
        requireNotStopped();
        state = State.PAUSED;
    }

    void resume(Instant now) {
        requireNotStopped();
        state = State.WATCHED;
        failures = 0;
        trouble = null;
        nextPollAt = now;
    }

    void pollNow(Instant now) {
        requireNotStopped();
        nextPollAt = now;
    }

    void stop() {
        state = State.STOPPED;
    }

    private void requireNotStopped() {
        if (state == State.STOPPED) {
            throw Refusal.outOfStep("This feed is no longer watched. Add it anew to watch it again.");
        }
    }

    Duration interval() {
        return Duration.ofMinutes(intervalMinutes);
    }

    private void forget() {
        etag = null;
        lastModified = null;
        failures = 0;
        trouble = null;
        note = null;
    }
}
