package org.ontherecord.claim;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
import org.ontherecord.platform.Slugs;
import org.ontherecord.speaker.Speaker;

/** One sentence we rate, worded so it can be checked; neither quote nor verdict. The id is its public number, for good. */
@Entity
public class Claim extends PanacheEntityBase {
    /** A statement of fact is rated for accuracy, a promise by what became of it. */
    public enum Kind {
        STATEMENT,
        PROMISE
    }

    private static final Duration A_MOMENT = Duration.ofMinutes(15);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String slug;
    public String wording;

    /** The speaker's exact words for the top of the page, or null to show the wording there. */
    public String headline;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    @ManyToOne
    public Speaker speaker;

    /** In what capacity they spoke: "as a candidate for US president". */
    public String capacity;

    public List<String> topics = List.of();
    public String language = "en";

    public Instant deadlineAt;

    /** IANA zone in which the deadline is shown, for example {@code America/New_York}. */
    public String deadlineZone;

    /** How the deadline follows from the promise, in words. */
    public String deadlineRule;

    /** What must be seen for the promise to count as kept. */
    public String criteria;

    @ManyToOne
    @JoinColumn(name = "merged_into")
    public Claim mergedInto;

    @ManyToOne
    @JoinColumn(name = "created_by")
    public Account createdBy;

    public Instant createdAt;

    @Version
    public int version;

    protected Claim() {}

    /** A new claim in the words given. */
    public static Claim of(String wording, Kind kind, Speaker speaker, String language, Account who, Instant now) {
        var claim = new Claim();
        claim.wording = wording.strip();
        claim.slug = Slugs.of(claim.wording);
        claim.kind = kind;
        claim.speaker = speaker;
        claim.language = language;
        claim.createdBy = who;
        claim.createdAt = now;
        claim.persist();
        return claim;
    }

    /**
     * The claim that the person made a moment ago from the very same words about the same speaker: the second of two clicks, or
     * a page sent again. Two at once wait for each other, to the end of the transaction.
     */
    public static Optional<Claim> madeAlready(String wording, Kind kind, String speaker, Account who, Instant now) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:words, :who)) as text)")
                .setParameter("words", wording.strip())
                .setParameter("who", who.id)
                .getSingleResult();
        return find(
                        "wording = ?1 and kind = ?2 and createdBy = ?3 and createdAt > ?4 and lower(speaker.name) = ?5 order by id",
                        wording.strip(),
                        kind,
                        who,
                        now.minus(A_MOMENT),
                        speaker.strip().toLowerCase(Locale.ROOT))
                .firstResultOptional();
    }

    /** Keeps the desk's working copy of what is being checked. Dates and places belong to promises only. */
    public void reword(Facts facts) {
        wording = facts.wording();
        headline = facts.headline();
        slug = Slugs.of(headline == null ? wording : headline);
        kind = facts.kind();
        speaker = facts.speaker();
        capacity = facts.capacity();
        topics = facts.topics();
        language = facts.language();
        deadlineAt = facts.deadlineAt();
        deadlineZone = facts.deadlineZone();
        deadlineRule = facts.deadlineRule();
        criteria = facts.criteria();
    }

    public Facts facts() {
        return new Facts(
                wording,
                headline,
                kind,
                speaker,
                capacity,
                topics,
                language,
                deadlineAt,
                deadlineZone,
                deadlineRule,
                criteria);
    }

    /** Everything a claim says of itself, as one value that a revision can freeze. */
    public record Facts(
            String wording,
            String headline,
            Kind kind,
            Speaker speaker,
            String capacity,
            List<String> topics,
            String language,
            Instant deadlineAt,
            String deadlineZone,
            String deadlineRule,
            String criteria) {}
}
