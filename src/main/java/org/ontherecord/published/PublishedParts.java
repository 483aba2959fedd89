package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.ontherecord.published.timeline.TimelineEvent;

/** All that a claim's page shows beside its verdict, as of a moment: each part is one select. */
@ApplicationScoped
class PublishedParts {
    private static final int MOST_VERDICTS = 200;
    private static final int MOST_APPEARANCES = 500;
    private static final int MOST_EVIDENCE = 200;
    private static final int MOST_RELATED = 100;
    private static final int MOST_CHALLENGES = 100;
    private static final int MOST_MERGES = 100;
    private static final int MOST_CONTACTS = 100;
    private static final int ALSO_ON_RECORD = 3;

    private final EntityManager em;

    PublishedParts(EntityManager em) {
        this.em = em;
    }

    /** Eleven selects, whatever the claim. */
    PublishedClaim whole(Row claim, Instant asOf, MergedClaim merged) {
        long number = claim.number("claim_number");
        int version = (int) claim.number("number");
        return PublishedClaim.of(
                claim,
                asOf,
                verdicts(number, version),
                appearances(number, asOf),
                counted(number, asOf),
                answersAndMerges(number, asOf),
                evidence(number, version),
                contacts(number, asOf),
                related(number, asOf),
                othersCheck(number, asOf).map(OthersCheck::of).orElse(null),
                merged,
                scale(claim),
                alsoOnRecord(claim, asOf));
    }

    /** What another publisher found, where it is public. */
    Optional<Row> othersCheck(long number, Instant asOf) {
        String sql = "select * from public_external_check c where c.claim_number = :number and"
                + PublishedClaims.IN_FORCE + "limit 1";
        return Row.of(em, sql, "number", number, "asOf", asOf).stream().findFirst();
    }

    private List<PublishedVerdict> verdicts(long number, int newest) {
        String sql = """
                select * from public_verdict where claim_number = :number and number <= :newest
                order by number desc limit :most""";
        return Row.of(em, sql, "number", number, "newest", newest, "most", MOST_VERDICTS).stream()
                .map(PublishedVerdict::of)
                .toList();
    }

    private List<PublishedAppearance> appearances(long number, Instant asOf) {
        String sql = """
                select * from public_appearance where claim_number = :number and published_at <= :asOf and (superseded_at <= :asOf) is not true
                order by happened_on desc nulls last, appearance_id desc limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_APPEARANCES).stream()
                .map(PublishedAppearance::of)
                .toList();
    }

    private List<CountedTotal> counted(long number, Instant asOf) {
        String sql = """
                select * from public_counted_appearance where claim_number = :number and published_at <= :asOf and (superseded_at <= :asOf) is not true
                order by from_on, counted_appearance_id limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_APPEARANCES).stream()
                .map(CountedTotal::of)
                .toList();
    }

    /** What the newsroom answered to readers, where it says that it belongs on the timeline. */
    private List<TimelineEvent> challenges(long number, Instant asOf) {
        String sql = """
                select * from public_challenge c where c.claim_number = :number and""" + PublishedClaims.NEWEST + """
                order by published_at desc, answer_id desc limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_CHALLENGES).stream()
                .map(row -> TimelineEvent.challenge(
                        LocalDate.ofInstant(row.instant("published_at"), ZoneOffset.UTC),
                        new TimelineEvent.Challenge(
                                row.text("public_id"), row.text("outcome"), row.instant("published_at")),
                        row.text("words")))
                .toList();
    }

    private List<TimelineEvent> answersAndMerges(long number, Instant asOf) {
        var events = new ArrayList<>(challenges(number, asOf));
        String sql = """
                select m.*, coalesce(v.headline, v.wording, e.wording) as title from public_merge m
                  left join lateral (select r.headline, r.wording from verdict w join revision r on r.id = w.revision_id
                                      where w.claim_id = m.other_number order by w.number desc limit 1) v on true
                  left join external_check e on e.claim_id = m.other_number
                 where m.claim_number = :number and m.published_at <= :asOf
                 order by m.published_at, m.merge_id limit :most""";
        Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_MERGES).stream()
                .map(row -> TimelineEvent.merge(
                        LocalDate.ofInstant(row.instant("published_at"), ZoneOffset.UTC),
                        new TimelineEvent.Merge(
                                row.number("other_number"), row.text("what"), row.instant("published_at")),
                        row.text("public_reason"),
                        row.text("title")))
                .forEach(events::add);
        return events;
    }

    private List<EvidenceSource> evidence(long number, int verdict) {
        String sql = """
                select * from public_evidence where claim_number = :number and verdict_number = :verdict
                order by number limit :most""";
        return Row.of(em, sql, "number", number, "verdict", verdict, "most", MOST_EVIDENCE).stream()
                .map(EvidenceSource::of)
                .toList();
    }

    private List<PublishedContact> contacts(long number, Instant asOf) {
        String sql = """
                select * from public_contact c where c.claim_number = :number and""" + PublishedClaims.NEWEST + """
                order by asked_on, attempt_id limit :most""";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_CONTACTS).stream()
                .map(PublishedContact::of)
                .toList();
    }

    /** The other claims as they stood then, with another publisher's check where we had no verdict. */
    List<RelatedClaim> related(long number, Instant asOf) {
        String sql = """
                select distinct on (r.other_number, r.relation) r.relation, r.relation_id, r.published_at as related_since, r.other_number, c.*, e.publisher, e.wording as their_wording,
                       e.language as their_language, e.speaker_name as their_speaker, e.rating as their_rating, e.url as their_url, e.dated_on
                  from public_relation r
                  left join public_verdict c on c.claim_number = r.other_number and""" + PublishedClaims.IN_FORCE + """
                  left join public_external_check e on e.claim_number = r.other_number and c.claim_number is null and e.published_at <= :asOf
                        and (e.superseded_at <= :asOf) is not true and (e.away @> cast(:asOf as timestamptz)) is not true
                 where r.claim_number = :number and r.published_at <= :asOf and (r.superseded_at <= :asOf) is not true
                   and (c.claim_number is not null or e.claim_number is not null)
                 order by r.other_number, r.relation, r.published_at, r.relation_id""";
        sql = "select * from (" + sql + ") found order by related_since, relation_id limit :most";
        return Row.of(em, sql, "number", number, "asOf", asOf, "most", MOST_RELATED).stream()
                .map(RelatedClaim::of)
                .toList();
    }

    /** The scale the verdict was given on, not a newer one. */
    private List<ScaleRating> scale(Row claim) {
        String sql = """
                select * from public_rating where scale = :scale
                   and case when cast(:version as integer) is null then current else scale_version = :version end
                order by position limit 50""";
        return Row.of(em, sql, "scale", claim.text("scale"), "version", claim.smallNumber("scale_version")).stream()
                .map(ScaleRating::of)
                .toList();
    }

    /** Claims by the same speaker or on the same topics, the most alike first. */
    private List<ClaimSummary> alsoOnRecord(Row claim, Instant asOf) {
        String sql = PublishedClaims.chosen(
                PublishedClaims.IN_FORCE + """
                and c.claim_number <> :number
                and (c.speaker_id = :speaker or c.topics && cast(:topics as text[]))""",
                "(c.topics && cast(:topics as text[])) desc, c.published_at desc, c.claim_number desc");
        return Row.of(
                        em,
                        sql,
                        "asOf",
                        asOf,
                        "number",
                        claim.number("claim_number"),
                        "speaker",
                        claim.id("speaker_id") == null ? -1L : claim.id("speaker_id"),
                        "topics",
                        claim.texts("topics").toArray(String[]::new),
                        "limit",
                        ALSO_ON_RECORD,
                        "offset",
                        0)
                .stream()
                .map(ClaimSummary::of)
                .toList();
    }
}
