package org.ontherecord.review.copies;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

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

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.queue.Queued;
import org.ontherecord.platform.queue.Turn;

/** That an archive is asked to save a page some evidence of a claim leans on, and its answer; the queue of those that wait. */
@Entity
public class CopyRequest extends PanacheEntityBase implements Queued {
    /** WAITING for the archive; SAVED with address and time; REFUSED with a reason, until a person asks again. */
    public enum State {
        WAITING,
        SAVED,
        REFUSED
    }

    /** Longer than the archive may take to answer one request; a node that died gives the row up after it. */
    static final Duration LEASE = Duration.ofMinutes(2);

    /** How long the archive may work on one page, and how often we look. It says itself that a page takes two minutes at most. */
    private static final Duration LONGEST_WORK = Duration.ofMinutes(15);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    public String url;

    @Enumerated(EnumType.STRING)
    public State state;

    @ManyToOne
    @JoinColumn(name = "asked_by")
    public Account askedBy;

    public Instant askedAt;

    /** How the archive calls its work on it. */
    public String ticket;

    public String copyUrl;
    public Instant copiedAt;

    @Embedded
    public Turn turn;

    protected CopyRequest() {}

    /** A request and its answer, for the row of evidence it belongs to. */
    public record Line(
            String url,
            State state,
            String askedBy,
            Instant askedAt,
            String copyUrl,
            Instant copiedAt,
            String trouble) {
        public boolean isWaiting() {
            return state == State.WAITING;
        }

        public boolean isSaved() {
            return state == State.SAVED;
        }
    }

    /** Asks once, however often it is pressed; what was refused is asked for again. */
    public static void ask(Claim claim, String url, Account who, Instant now) {
        int asked = getEntityManager()
                .createNativeQuery("""
                        insert into copy_request (claim_id, url, asked_by, asked_at, next_try_at) values (:claim, :url, :who, :now, :now)
                        on conflict (claim_id, url) do update set state = 'WAITING', asked_by = :who, asked_at = :now, ticket = null,
                          attempts = 0, next_try_at = :now, finished_at = null, trouble = null
                        where copy_request.state = 'REFUSED'""")
                .setParameter("claim", claim.id)
                .setParameter("url", url)
                .setParameter("who", who.id)
                .setParameter("now", now)
                .executeUpdate();
        if (asked > 0) {
            AuditEvent.record(who, "copy asked for", "claim", claim.id, null, Map.of("url", url), now);
        }
    }

    public static List<Line> of(Claim claim) {
        return CopyRequest.<CopyRequest>find("claim = ?1 order by id desc", claim).page(0, 200).stream()
                .map(asked -> new Line(
                        asked.url,
                        asked.state,
                        asked.askedBy.name,
                        asked.askedAt,
                        asked.copyUrl,
                        asked.copiedAt,
                        asked.turn.trouble))
                .toList();
    }

    @Override
    public Turn turn() {
        return turn;
    }

    @Override
    public void park() {
        state = State.REFUSED;
    }

    void saved(String address, Instant at, Instant now) {
        state = State.SAVED;
        copyUrl = address;
        copiedAt = at;
        turn.finish(now);
    }

    void refused(String why, Instant now) {
        state = State.REFUSED;
        turn.end(why, now);
    }

    /** Looking again is no try that failed. */
    void begun(String itsTicket, Instant now) {
        if (now.isAfter(askedAt.plus(LONGEST_WORK))) {
            refused("It did not finish within %d minutes.".formatted(LONGEST_WORK.toMinutes()), now);
            return;
        }
        ticket = itsTicket;
        turn.again(now.plus(BETWEEN_LOOKS));
    }
}
