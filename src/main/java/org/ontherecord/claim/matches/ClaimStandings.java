package org.ontherecord.claim.matches;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.claim.matches.MatchedClaim.CurrentVerdict;
import org.ontherecord.claim.matches.MatchedClaim.OthersCheck;
import org.ontherecord.platform.Slugs;

/** What the public knows about claims by number: our verdict in force and another publisher's check, two selects for them all. */
@ApplicationScoped
class ClaimStandings {
    private final EntityManager database;
    private final Clock clock;

    ClaimStandings(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One claim's; verdict, check and what only one of them has may be null. */
    record Standing(String title, String page, String externalId, CurrentVerdict verdict, OthersCheck check) {}

    Map<Long, Standing> of(List<Long> numbers) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<Long, Standing> standings = new HashMap<>();
            for (Object[] row : rows("""
                    select e.claim_number, e.title, e.wording, e.external_id, e.publisher, e.rating, e.url, cast(e.checked_on as text)
                      from public_external_check e where e.claim_number = any (:numbers) and e.published_at <= :now
                       and (e.superseded_at <= :now) is not true""", numbers)) {
                var check = new OthersCheck((String) row[4], (String) row[5], (String) row[6], day(row[7]));
                standings.put(
                        number(row),
                        new Standing(
                                (String) row[1],
                                page(number(row), Slugs.of((String) row[2])),
                                (String) row[3],
                                null,
                                check));
            }
            Map<Long, String> changed = new HashMap<>();
            for (Object[] row : rows("""
                    select v.claim_number, v.headline, v.wording, v.code, v.label, cast(v.in_force_from as text), v.published_at
                      from public_verdict v where v.claim_number = any (:numbers) and v.published_at <= :now
                     order by v.claim_number, v.number desc""", numbers)) {
                Standing before = standings.get(number(row));
                CurrentVerdict verdict = before == null ? null : before.verdict();
                String code = (String) row[3];
                if (verdict == null) {
                    String headline = (String) row[1];
                    String slug = Slugs.of(headline == null ? (String) row[2] : headline);
                    standings.put(
                            number(row),
                            new Standing(
                                    headline != null || before == null ? headline : before.title(),
                                    page(number(row), slug),
                                    before == null ? null : before.externalId(),
                                    new CurrentVerdict(code, (String) row[4], day(row[5]), instant(row[6])),
                                    before == null ? null : before.check()));
                } else if (!changed.containsKey(number(row)) && verdict.code().equals(code)) {
                    var since = new CurrentVerdict(code, verdict.label(), day(row[5]), verdict.publishedAt());
                    standings.put(
                            number(row),
                            new Standing(before.title(), before.page(), before.externalId(), since, before.check()));
                } else {
                    changed.put(number(row), code);
                }
            }
            return standings;
        });
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String sql, List<Long> numbers) {
        return database.createNativeQuery(sql)
                .setParameter("numbers", numbers.toArray(Long[]::new))
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private static String page(long number, String slug) {
        return "/claims/" + number + "-" + slug;
    }

    private static long number(Object[] row) {
        return ((Number) row[0]).longValue();
    }

    private static LocalDate day(Object column) {
        return column == null ? null : LocalDate.parse((String) column);
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp stamp ? stamp.toInstant() : (Instant) column;
    }
}
