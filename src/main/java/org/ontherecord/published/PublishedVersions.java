package org.ontherecord.published;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.platform.Language;

/** What each verdict of a claim froze, to look at and to compare. */
@ApplicationScoped
public class PublishedVersions {
    private static final int MOST = 1000;

    private final EntityManager em;
    private final PublishedMerges merges;

    PublishedVersions(EntityManager em, PublishedMerges merges) {
        this.em = em;
        this.merges = merges;
    }

    /** Three selects. A claim that was merged into another keeps its versions. */
    @Transactional
    public Optional<ClaimVersions> of(long number, Instant now) {
        String sql = "select * from" + PublishedClaims.THEN + "c where c.claim_number = :number and"
                + PublishedClaims.NEWEST;
        return Row.of(em, sql, "number", number, "asOf", now).stream()
                .findFirst()
                .map(row -> new ClaimVersions(
                        ClaimSummary.of(row),
                        verdicts(number, now),
                        merges.of(number, now).orElse(null)));
    }

    /** What changed from one version to a later one. Five selects more. */
    @Transactional
    public VersionComparison compare(ClaimVersions versions, int from, int to, Language language) {
        return VersionComparison.of(
                versions,
                frozen(versions.claim().number(), from),
                frozen(versions.claim().number(), to),
                since(versions, from, to),
                language);
    }

    private List<PublishedVerdict> verdicts(long number, Instant now) {
        String sql = """
                select * from public_verdict where claim_number = :number and published_at <= :now
                order by number desc limit :most""";
        return Row.of(em, sql, "number", number, "now", now, "most", MOST).stream()
                .map(PublishedVerdict::of)
                .toList();
    }

    private VersionComparison.Frozen frozen(long number, int version) {
        String sql = "select * from public_claim c where c.claim_number = :number and c.number = :version";
        Row row = Row.of(em, sql, "number", number, "version", version).get(0);
        String sources = """
                select * from public_evidence where claim_number = :number and verdict_number = :version
                order by number limit :most""";
        return new VersionComparison.Frozen(
                ClaimSummary.of(row),
                row.text("criteria"),
                row.text("body"),
                Row.of(em, sources, "number", number, "version", version, "most", MOST).stream()
                        .map(EvidenceSource::of)
                        .toList());
    }

    /** Appearances that came onto the page with a later version. */
    private List<PublishedAppearance> since(ClaimVersions versions, int from, int to) {
        String sql = """
                select * from public_appearance
                 where claim_number = :number and published_at > :from and published_at <= :to and (superseded_at <= :to) is not true
                order by happened_on nulls last, appearance_id limit :most""";
        return Row.of(
                        em,
                        sql,
                        "number",
                        versions.claim().number(),
                        "from",
                        versions.version(from).publishedAt(),
                        "to",
                        versions.version(to).publishedAt(),
                        "most",
                        MOST)
                .stream()
                .map(PublishedAppearance::of)
                .toList();
    }
}
