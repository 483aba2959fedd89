package org.ontherecord.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

import org.ontherecord.account.Account;
import org.ontherecord.article.Quote;
import org.ontherecord.article.Snapshot;
import org.ontherecord.platform.RoughDate;

/**
 * One place a claim was made: exact words in a snapshot (W3C Web Annotation text quote and position selectors, counted
 * in code points, end exclusive), or in an outside source we hold no text of.
 */
@Entity
public class Appearance extends PanacheEntityBase {
    /** The speaker's own words there, or an article reporting that they said it. */
    public enum Mode {
        SAID,
        REPORTED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    @ManyToOne
    public Claim claim;

    @Enumerated(EnumType.STRING)
    public Mode mode;

    @ManyToOne
    public Snapshot snapshot;

    public String quoteExact;
    public String quotePrefix = "";
    public String quoteSuffix = "";
    public Integer quoteStart;
    public Integer quoteEnd;

    public String sourceTitle;
    public String sourceUrl;

    public LocalDate saidOn;

    @Enumerated(EnumType.STRING)
    public RoughDate.Precision saidPrecision;

    public String occasion;

    @ManyToOne
    @JoinColumn(name = "recorded_by")
    public Account recordedBy;

    public Instant recordedAt;

    /** The places the claim was made, the earliest first and those without a date last. */
    public static List<Appearance> of(Claim claim) {
        return list(
                "from Appearance a left join fetch a.snapshot s left join fetch s.article ar left join fetch ar.outlet"
                        + " where a.claim = ?1 order by a.saidOn nulls last, a.id",
                claim);
    }

    /** Those of a claim whose words no longer stand, letter for letter, in the live article, by their ids, and since when. */
    @SuppressWarnings("unchecked")
    public static Map<Long, Instant> gone(Claim claim) {
        List<Tuple> rows = getEntityManager()
                .createNativeQuery("""
                        select a.id, look.live_since from appearance a
                          join snapshot s on s.id = a.snapshot_id
                          join article_look look on look.article_id = s.article_id
                          join snapshot live on live.id = look.live_snapshot_id
                         where a.claim_id = :claim and live.id <> s.id and strpos(live.text, a.quote_exact) = 0
                         order by a.id limit 500""", Tuple.class)
                .setParameter("claim", claim.id)
                .getResultList();
        return rows.stream()
                .collect(Collectors.toMap(
                        row -> row.get("id", Number.class).longValue(), row -> row.get("live_since", Instant.class)));
    }

    /** Words found in a source we hold no text of: a speech, a broadcast, a book. */
    public static Appearance outside(Claim claim, Mode mode, String quote, Place place, Account who, Instant now) {
        var appearance = new Appearance();
        appearance.claim = claim;
        appearance.mode = mode;
        appearance.quoteExact = quote;
        appearance.sourceTitle = place.sourceTitle();
        appearance.sourceUrl = place.sourceUrl();
        appearance.date(place.saidOn());
        appearance.occasion = place.occasion();
        appearance.recordedBy = who;
        appearance.recordedAt = now;
        appearance.persist();
        return appearance;
    }

    /** Words that stand in one of our articles. */
    public static Appearance quoted(
            Claim claim,
            Mode mode,
            Snapshot snapshot,
            Quote quote,
            RoughDate said,
            String occasion,
            Account who,
            Instant now) {
        var appearance = new Appearance();
        appearance.claim = claim;
        appearance.mode = mode;
        appearance.snapshot = snapshot;
        appearance.quoteExact = quote.exact();
        appearance.quotePrefix = quote.prefix();
        appearance.quoteSuffix = quote.suffix();
        appearance.quoteStart = quote.start();
        appearance.quoteEnd = quote.end();
        appearance.date(said);
        appearance.occasion = occasion;
        appearance.recordedBy = who;
        appearance.recordedAt = now;
        appearance.persist();
        return appearance;
    }

    /** When it was said, as exactly as is known; null when it is not. */
    public void date(RoughDate said) {
        saidOn = said == null ? null : said.date();
        saidPrecision = said == null ? null : said.precision();
    }

    /** The source and the occasion of words said outside our articles. */
    public record Place(String sourceTitle, String sourceUrl, RoughDate saidOn, String occasion) {}
}
