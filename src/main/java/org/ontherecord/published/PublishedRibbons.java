package org.ontherecord.published;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.published.timeline.RibbonLine;
import org.ontherecord.published.timeline.TimelineEvent;

/** The ribbons of all claims of a list, from one select. */
@ApplicationScoped
public class PublishedRibbons {
    private static final int MOST_VERDICTS = 5_000;

    private final EntityManager em;

    PublishedRibbons(EntityManager em) {
        this.em = em;
    }

    /** Each on an axis of its own: claims of a list may lie a century apart. */
    @Transactional
    public List<ClaimLine> each(List<ClaimSummary> claims, AsOf asOf) {
        var verdicts = verdicts(claims, asOf);
        return lines(claims, verdicts, claim -> RibbonLine.of(id(claim), events(claim, verdicts), asOf.moment()));
    }

    /** All on one axis, from the year the earliest was said to the latest deadline. */
    @Transactional
    public SharedAxis together(List<ClaimSummary> claims, AsOf asOf) {
        var verdicts = verdicts(claims, asOf);
        RibbonLine.Years years = RibbonLine.years(
                claims.stream()
                        .flatMap(claim -> events(claim, verdicts).stream())
                        .toList(),
                asOf.moment());
        return new SharedAxis(
                years,
                RibbonLine.ticks(years),
                lines(
                        claims,
                        verdicts,
                        claim -> RibbonLine.of(id(claim), events(claim, verdicts), asOf.moment(), years)));
    }

    private Map<Long, List<PublishedVerdict>> verdicts(List<ClaimSummary> claims, AsOf asOf) {
        String sql = """
                select * from public_verdict where claim_number in (:numbers) and published_at <= :asOf
                order by claim_number, number desc limit :most""";
        List<Long> numbers = claims.stream().map(ClaimSummary::number).toList();
        return Row.of(
                        em,
                        sql,
                        "numbers",
                        numbers.isEmpty() ? List.of(0L) : numbers,
                        "asOf",
                        asOf.moment(),
                        "most",
                        MOST_VERDICTS)
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.number("claim_number"),
                        Collectors.mapping(PublishedVerdict::of, Collectors.toList())));
    }

    private static List<ClaimLine> lines(
            List<ClaimSummary> claims,
            Map<Long, List<PublishedVerdict>> verdicts,
            Function<ClaimSummary, RibbonLine> ribbon) {
        return claims.stream()
                .map(claim -> new ClaimLine(
                        claim, verdicts.getOrDefault(claim.number(), List.of()).isEmpty() ? null : ribbon.apply(claim)))
                .toList();
    }

    private static List<TimelineEvent> events(ClaimSummary claim, Map<Long, List<PublishedVerdict>> verdicts) {
        List<PublishedVerdict> newestFirst = verdicts.getOrDefault(claim.number(), List.of());
        var events = new ArrayList<TimelineEvent>();
        if (claim.firstSaid() != null) {
            RoughDate first = claim.firstSaid();
            events.add(TimelineEvent.said(first.date(), first.precision(), null, null, null));
        }
        newestFirst.stream().map(PublishedVerdict::event).forEach(events::add);
        events.addAll(PublishedClaim.deadlines(newestFirst));
        return events;
    }

    private static String id(ClaimSummary claim) {
        return "ribbon-" + claim.number();
    }
}
