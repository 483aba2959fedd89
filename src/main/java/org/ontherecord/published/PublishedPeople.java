package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The speakers of public claims. */
@ApplicationScoped
public class PublishedPeople {
    static final int PAGE = 50;
    private static final int MOST_CHOICES = 500;

    private static final String LISTED =
            """
            select s.speaker_id, s.name as speaker_name, s.speaker_kind, s.wikidata_id as speaker_wikidata_id,
                   count(*) as claims, max(c.published_at) as last_check,
                   (select f.role from public_affiliation f where f.speaker_id = s.speaker_id
                       and (f.from_on > :day) is not true
                     order by f.from_on desc nulls last, f.affiliation_id desc limit 1) as role
              from public_speaker s join public_verdict c on c.speaker_id = s.speaker_id
             where""" + PublishedClaims.IN_FORCE + "group by s.speaker_id, s.name, s.speaker_kind, s.wikidata_id ";

    private final EntityManager em;
    private final PublishedClaims claims;

    PublishedPeople(EntityManager em, PublishedClaims claims) {
        this.em = em;
        this.claims = claims;
    }

    /** A page of people by name, with one more than a page holds when there is another. */
    @Transactional
    public List<PublishedPerson.Listed> page(AsOf asOf, int page) {
        String sql = LISTED + "order by lower(s.name), s.speaker_id limit :limit offset :offset";
        return listed(
                Row.of(em, sql, "asOf", asOf.moment(), "day", asOf.day(), "limit", PAGE, "offset", (page - 1) * PAGE));
    }

    @Transactional
    public long count(Instant asOf) {
        String sql =
                "select count(distinct c.speaker_id) as people from public_verdict c where" + PublishedClaims.IN_FORCE;
        return Row.of(em, sql, "asOf", asOf).get(0).number("people");
    }

    /** Those with most claims, for a list to choose from. */
    @Transactional
    public List<PublishedPerson.Listed> choices(AsOf asOf) {
        String sql = "select * from (" + LISTED + "order by count(*) desc, s.speaker_id limit :limit) most"
                + " order by lower(speaker_name), speaker_id";
        return listed(Row.of(em, sql, "asOf", asOf.moment(), "day", asOf.day(), "limit", MOST_CHOICES));
    }

    /** Five selects. */
    @Transactional
    public Optional<PublishedPerson> byNumber(long id, int page, AsOf asOf) {
        String sql =
                "select speaker_id, name as speaker_name, speaker_kind, wikidata_id as speaker_wikidata_id, aliases, published_at from public_speaker"
                        + " where speaker_id = :id and published_at <= :asOf";
        return Row.of(em, sql, "id", id, "asOf", asOf.moment()).stream()
                .findFirst()
                .map(row -> {
                    var query = new ClaimQuery(null, null, null, id, null, null, page, ClaimQuery.PAGE, asOf);
                    ClaimList list = claims.find(query);
                    return new PublishedPerson(
                            SpeakerRef.of(row),
                            row.texts("aliases"),
                            roles(id, asOf.day()),
                            counts(id, asOf.moment()),
                            row.instant("published_at"),
                            list.claims().isEmpty()
                                    ? null
                                    : list.claims().get(0).verdict().publishedAt(),
                            list);
                });
    }

    /** Those that had begun by that day; one that ended later had no end yet. */
    private List<PublishedPerson.RoleHeld> roles(long id, LocalDate day) {
        String sql = """
                select role, body, from_on, case when to_on <= :day then to_on end as to_on
                  from public_affiliation where speaker_id = :id and (from_on > :day) is not true
                order by from_on desc nulls last, affiliation_id desc limit 50""";
        return Row.of(em, sql, "id", id, "day", day).stream()
                .map(row -> new PublishedPerson.RoleHeld(
                        row.text("role"), row.text("body"), row.day("from_on"), row.day("to_on")))
                .toList();
    }

    private List<PublishedPerson.RatingCount> counts(long id, Instant asOf) {
        String sql = """
                select c.code, c.label, c.role, c.kind, count(*) as claims, min(r.position) as position
                  from public_verdict c
                  left join public_rating r on r.code = c.code and r.scale_version = c.scale_version
                 where c.speaker_id = :id and""" + PublishedClaims.IN_FORCE + """
                 group by c.code, c.label, c.role, c.kind order by c.kind, position nulls last, c.code limit 100""";
        return Row.of(em, sql, "id", id, "asOf", asOf).stream()
                .map(row -> new PublishedPerson.RatingCount(
                        row.text("code"), row.text("label"), row.text("role"), row.text("kind"), row.number("claims")))
                .toList();
    }

    private static List<PublishedPerson.Listed> listed(List<Row> rows) {
        return rows.stream()
                .map(row -> new PublishedPerson.Listed(
                        SpeakerRef.of(row), row.number("claims"), row.instant("last_check"), row.text("role")))
                .toList();
    }
}
