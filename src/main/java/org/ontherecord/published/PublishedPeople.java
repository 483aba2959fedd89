package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The speakers of public claims. */
@ApplicationScoped
public class PublishedPeople {
    static final int PAGE = 50;

    private static final String LISTED =
            """
            select s.speaker_id, s.name as speaker_name, s.aliases as speaker_aliases, s.speaker_kind, s.wikidata_id as speaker_wikidata_id,
                   count(*) as claims, max(c.published_at) as last_check,
                   (select f.role from public_affiliation f where f.speaker_id = s.speaker_id
                       and (f.from_on > :day) is not true
                     order by f.from_on desc nulls last, f.affiliation_id desc limit 1) as role
              from public_speaker s join public_verdict c on c.speaker_id = s.speaker_id
             where""" + PublishedClaims.IN_FORCE + "group by s.speaker_id, s.name, s.aliases, s.speaker_kind, s.wikidata_id ";

    /** The parts of a name or of another name for the same person, in any case. */
    private static final String NAMED = """
             (cast(:name as text) is null
              or strpos(lower(concat_ws(' ', speaker_name, array_to_string(speaker_aliases, ' '))), lower(cast(:name as text))) > 0)
            """;

    private final EntityManager em;
    private final PublishedClaims claims;
    private final PublishedRibbons ribbons;

    PublishedPeople(EntityManager em, PublishedClaims claims, PublishedRibbons ribbons) {
        this.em = em;
        this.claims = claims;
        this.ribbons = ribbons;
    }

    /** A page of people by name; null finds all. */
    @Transactional
    public List<PublishedPerson.Listed> page(String name, AsOf asOf, int page) {
        String sql = "select * from (" + LISTED + ") listed where" + NAMED
                + "order by lower(speaker_name), speaker_id limit :limit offset :offset";
        var values = new HashMap<String, Object>(Map.of("asOf", asOf.moment(), "day", asOf.day()));
        values.put("name", name);
        values.put("limit", PAGE);
        values.put("offset", (page - 1) * PAGE);
        return listed(Row.of(em, sql, values));
    }

    @Transactional
    public long count(String name, Instant asOf) {
        String sql = "select count(distinct speaker_id) as people from public_verdict c where"
                + PublishedClaims.IN_FORCE + "and" + NAMED;
        var values = new HashMap<String, Object>(Map.of("asOf", asOf));
        values.put("name", name);
        return Row.of(em, sql, values).get(0).number("people");
    }

    /** Eight selects. */
    @Transactional
    public Optional<PublishedPerson> byNumber(long id, int page, AsOf asOf) {
        String sql =
                "select speaker_id, name as speaker_name, speaker_kind, wikidata_id as speaker_wikidata_id, aliases, published_at from public_speaker"
                        + " where speaker_id = :id and published_at <= :asOf";
        return Row.of(em, sql, "id", id, "asOf", asOf.moment()).stream()
                .findFirst()
                .map(row -> {
                    var query = by(id, asOf).paged(page, ClaimQuery.PAGE);
                    ClaimList list = claims.find(query);
                    return new PublishedPerson(
                            SpeakerRef.of(row),
                            row.texts("aliases"),
                            roles(id, asOf.day()),
                            claims.counts("c.speaker_id = :id", "id", id, "asOf", asOf.moment()),
                            ribbons.together(claims.find(promises(id, asOf)).claims(), asOf),
                            row.instant("published_at"),
                            list.claims().isEmpty()
                                    ? null
                                    : list.claims().get(0).verdict().publishedAt(),
                            list);
                });
    }

    private static ClaimQuery promises(long speaker, AsOf asOf) {
        return by(speaker, asOf).with("kind", "promise").with("sort", "said").paged(1, PublishedPerson.MOST_PROMISES);
    }

    private static ClaimQuery by(long speaker, AsOf asOf) {
        return ClaimQuery.all(asOf).with("person", String.valueOf(speaker));
    }

    /** Those that had begun by that day; one that ended later had no end yet. */
    private List<PublishedPerson.RoleHeld> roles(long id, LocalDate day) {
        String sql = """
                select role, body, from_on, from_precision, case when to_on <= :day then to_on end as to_on, to_precision
                  from public_affiliation where speaker_id = :id and (from_on > :day) is not true
                order by from_on desc nulls last, affiliation_id desc limit 50""";
        return Row.of(em, sql, "id", id, "day", day).stream()
                .map(row -> new PublishedPerson.RoleHeld(
                        row.text("role"),
                        row.text("body"),
                        RoughDate.of(row.day("from_on"), row.text("from_precision")),
                        RoughDate.until(row.day("to_on"), row.text("to_precision"))))
                .toList();
    }

    static List<PublishedPerson.Listed> listed(List<Row> rows) {
        return rows.stream()
                .map(row -> new PublishedPerson.Listed(
                        SpeakerRef.of(row), row.number("claims"), row.instant("last_check"), row.text("role")))
                .toList();
    }
}
