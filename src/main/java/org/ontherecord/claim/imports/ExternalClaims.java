package org.ontherecord.claim.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.RoughDate.Precision;
import org.ontherecord.platform.Slugs;

import static org.ontherecord.claim.imports.ImportRemarks.texts;

/** Claims with other publishers' checks, written hundreds at a time: a statement a table, whatever their number. */
@ApplicationScoped
class ExternalClaims {
    /** The same number on every node, used for nothing else. */
    private static final long IMPORT_LOCK = 2026_11_22_2310L;

    private final EntityManager database;

    ExternalClaims(EntityManager database) {
        this.database = database;
    }

    /** Until the transaction ends no other import writes, on any node: nobody gets two rows, and no id two claims. */
    void oneAtATime() {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", IMPORT_LOCK)
                .getSingleResult();
    }

    /** Those of the claims that are on record under their ids, as they are there. */
    Map<String, ExternalClaim> known(List<ExternalClaim> asked) {
        Map<String, ExternalClaim> known = new HashMap<>();
        for (Object[] row : rows(
                """
                select e.publisher, e.external_id, e.wording, e.title, e.speaker, cast(e.dated_on as text), e.dated_precision,
                       cast(e.checked_on as text), e.rating, e.url, e.language
                  from external_check e
                  join (select distinct * from unnest(cast(:publishers as text[]), cast(:ids as text[]))) asked (publisher, external_id)
                    on e.publisher = asked.publisher and e.external_id = asked.external_id""",
                Map.of(
                        "publishers",
                        texts(asked, ExternalClaim::publisher),
                        "ids",
                        texts(asked, ExternalClaim::externalId)))) {
            RoughDate dated = row[5] == null
                    ? null
                    : new RoughDate(LocalDate.parse((String) row[5]), Precision.valueOf((String) row[6]));
            var claim = new ExternalClaim(
                    (String) row[0],
                    (String) row[1],
                    (String) row[2],
                    (String) row[3],
                    (String) row[4],
                    false,
                    dated,
                    row[7] == null ? null : LocalDate.parse((String) row[7]),
                    (String) row[8],
                    (String) row[9],
                    (String) row[10]);
            known.put(claim.key(), claim);
        }
        return known;
    }

    void add(List<ExternalClaim> claims, long importId, long who, Instant now) {
        if (claims.isEmpty()) {
            return;
        }
        Map<String, Long> speakers = speakers(claims, now);
        Long[] numbers = numbers(claims.size());
        database.createNativeQuery("""
                        insert into claim (id, slug, wording, kind, speaker_id, language, created_by, created_at)
                        overriding system value
                        select c.id, c.slug, c.wording, 'STATEMENT', c.speaker_id, c.language, :who, :now
                          from unnest(cast(:numbers as bigint[]), cast(:slugs as text[]), cast(:wordings as text[]),
                                      cast(:speakers as bigint[]), cast(:languages as text[])) c (id, slug, wording, speaker_id, language)""")
                .setParameter("who", who)
                .setParameter("now", now)
                .setParameter("numbers", numbers)
                .setParameter("slugs", texts(claims, claim -> Slugs.of(claim.wording())))
                .setParameter("wordings", texts(claims, ExternalClaim::wording))
                .setParameter(
                        "speakers",
                        claims.stream()
                                .map(claim -> speakers.get(claim.speaker()))
                                .toArray(Long[]::new))
                .setParameter("languages", texts(claims, ExternalClaim::language))
                .executeUpdate();
        database.createNativeQuery("""
                        insert into external_check (claim_id, publisher, external_id, wording, title, speaker, rating, url,
                               dated_on, dated_precision, checked_on, language, import_id, recorded_at)
                        select e.claim_id, e.publisher, e.external_id, e.wording, e.title, e.speaker, e.rating, e.url,
                               cast(e.dated_on as date), e.dated_precision, cast(e.checked_on as date), e.language, :import, :now
                          from unnest(cast(:numbers as bigint[]), cast(:publishers as text[]), cast(:ids as text[]),
                                      cast(:wordings as text[]), cast(:titles as text[]), cast(:speakers as text[]),
                                      cast(:ratings as text[]), cast(:urls as text[]), cast(:dates as text[]),
                                      cast(:precisions as text[]), cast(:checked as text[]), cast(:languages as text[]))
                               e (claim_id, publisher, external_id, wording, title, speaker, rating, url, dated_on,
                                  dated_precision, checked_on, language)""")
                .setParameter("import", importId)
                .setParameter("now", now)
                .setParameter("numbers", numbers)
                .setParameter("publishers", texts(claims, ExternalClaim::publisher))
                .setParameter("ids", texts(claims, ExternalClaim::externalId))
                .setParameter("wordings", texts(claims, ExternalClaim::wording))
                .setParameter("titles", texts(claims, ExternalClaim::title))
                .setParameter("speakers", texts(claims, ExternalClaim::speaker))
                .setParameter("ratings", texts(claims, ExternalClaim::rating))
                .setParameter("urls", texts(claims, ExternalClaim::url))
                .setParameter("dates", texts(claims, ExternalClaim::datedOn))
                .setParameter("precisions", texts(claims, ExternalClaim::precision))
                .setParameter("checked", texts(claims, claim -> Objects.toString(claim.checkedOn(), null)))
                .setParameter("languages", texts(claims, ExternalClaim::language))
                .executeUpdate();
    }

    /** By name as given, the speaker of that name or alias, case ignored; those nobody knew are made. */
    private Map<String, Long> speakers(List<ExternalClaim> claims, Instant now) {
        Map<String, Boolean> bodies = new HashMap<>();
        claims.stream()
                .filter(claim -> claim.speaker() != null)
                .forEach(claim -> bodies.merge(claim.speaker(), claim.speakerIsBody(), Boolean::logicalOr));
        List<String> names = List.copyOf(bodies.keySet());
        Map<String, Long> found = find(names);
        List<String> unknown =
                names.stream().filter(name -> found.get(name) == null).sorted().toList();
        if (!unknown.isEmpty()) {
            database.createNativeQuery("""
                            insert into speaker (kind, name, slug, created_at)
                            select distinct on (lower(n.name)) n.kind, n.name, n.slug, :now
                              from unnest(cast(:names as text[]), cast(:slugs as text[]), cast(:kinds as text[])) n (name, slug, kind)
                             order by lower(n.name), n.name""")
                    .setParameter("now", now)
                    .setParameter("names", texts(unknown, name -> name))
                    .setParameter("slugs", texts(unknown, Slugs::of))
                    .setParameter("kinds", texts(unknown, name -> bodies.get(name) ? "BODY" : "PERSON"))
                    .executeUpdate();
            found.putAll(find(unknown));
        }
        return found;
    }

    private Map<String, Long> find(List<String> names) {
        Map<String, Long> found = new HashMap<>();
        for (Object[] row : rows("""
                select w.name, min(s.id)
                  from unnest(cast(:names as text[])) w (name)
                  left join (select id, lower(name) as name from speaker
                             union all select id, lower(alias) from speaker cross join unnest(aliases) alias) s on s.name = lower(w.name)
                 group by w.name""", Map.of("names", texts(names, name -> name)))) {
            found.put((String) row[0], row[1] == null ? null : ((Number) row[1]).longValue());
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private Long[] numbers(int many) {
        return ((List<Long>) database.createNativeQuery(
                                "select nextval(pg_get_serial_sequence('claim', 'id')) from generate_series(1, :many)",
                                Long.class)
                        .setParameter("many", many)
                        .getResultList())
                .toArray(Long[]::new);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, Map<String, Object> parameters) {
        var query = database.createNativeQuery(sql);
        parameters.forEach(query::setParameter);
        return query.getResultList();
    }
}
