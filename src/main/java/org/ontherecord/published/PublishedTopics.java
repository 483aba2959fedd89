package org.ontherecord.published;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The topics of public claims. */
@ApplicationScoped
public class PublishedTopics {
    private static final int MOST_TOPICS = 2_000;
    private static final int MOST_PEOPLE = 50;
    private static final int MOST_DUE = 6;
    private static final String ON_IT = "c.topics && cast(:names as text[]) ";

    private final EntityManager em;
    private final PublishedClaims claims;
    private final PublishedRibbons ribbons;

    PublishedTopics(EntityManager em, PublishedClaims claims, PublishedRibbons ribbons) {
        this.em = em;
        this.claims = claims;
        this.ribbons = ribbons;
    }

    /** All of them by name. One select. */
    @Transactional
    public List<Topic> all(Instant asOf) {
        String sql = "select t as topic, count(*) as claims from public_verdict c, unnest(c.topics) t where"
                + PublishedClaims.IN_FORCE + "group by t order by count(*) desc, t limit :most";
        var bySlug = Row.of(em, sql, "asOf", asOf, "most", MOST_TOPICS).stream()
                .collect(Collectors.groupingBy(
                        row -> Topic.slug(row.text("topic")), LinkedHashMap::new, Collectors.toList()));
        return bySlug.entrySet().stream()
                .map(topic -> new Topic(
                        topic.getKey(),
                        topic.getValue().stream().map(row -> row.text("topic")).toList(),
                        topic.getValue().stream()
                                .mapToLong(row -> row.number("claims"))
                                .sum()))
                .sorted(Comparator.comparing(Topic::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** Seven selects. */
    @Transactional
    public Optional<PublishedTopic> bySlug(String slug, int page, AsOf asOf) {
        return all(asOf.moment()).stream()
                .filter(topic -> topic.slug().equals(slug))
                .findFirst()
                .map(topic -> of(topic, page, asOf));
    }

    private PublishedTopic of(Topic topic, int page, AsOf asOf) {
        String[] names = topic.names().toArray(String[]::new);
        RatingCounts counts = claims.counts(ON_IT, "names", names, "asOf", asOf.moment());
        var counted = new Topic(topic.slug(), topic.names(), counts.promiseCount() + counts.statementCount());
        return new PublishedTopic(
                counted,
                counts,
                people(names, asOf.moment()),
                due(names, asOf.moment()),
                ribbons.each(page(names, page, asOf.moment()), asOf),
                begins(names),
                page,
                asOf);
    }

    private Instant begins(String[] names) {
        return Row.of(em, "select min(published_at) as begins from public_verdict c where " + ON_IT, "names", names)
                .get(0)
                .instant("begins");
    }

    private List<ClaimSummary> page(String[] names, int page, Instant asOf) {
        String sql = PublishedClaims.chosen(
                PublishedClaims.IN_FORCE + "and " + ON_IT, "c.published_at desc, c.claim_number desc");
        return Row.of(
                        em,
                        sql,
                        "names",
                        names,
                        "asOf",
                        asOf,
                        "limit",
                        ClaimQuery.PAGE,
                        "offset",
                        (page - 1) * ClaimQuery.PAGE)
                .stream()
                .map(ClaimSummary::of)
                .toList();
    }

    private List<ClaimSummary> due(String[] names, Instant asOf) {
        String sql = PublishedClaims.chosen(
                "c.deadline_at > :asOf and not c.withdrawn and" + PublishedClaims.IN_FORCE + "and " + ON_IT,
                "c.deadline_at, c.claim_number");
        return Row.of(em, sql, "names", names, "asOf", asOf, "limit", MOST_DUE, "offset", 0).stream()
                .map(ClaimSummary::of)
                .toList();
    }

    private List<PublishedPerson.Listed> people(String[] names, Instant asOf) {
        String sql = """
                select c.speaker_id, c.speaker_name, c.speaker_kind, s.wikidata_id as speaker_wikidata_id, count(*) as claims,
                       max(c.published_at) as last_check, cast(null as text) as role
                  from public_verdict c join public_speaker s on s.speaker_id = c.speaker_id where"""
                + PublishedClaims.IN_FORCE + "and " + ON_IT
                + "group by c.speaker_id, c.speaker_name, c.speaker_kind, s.wikidata_id"
                + " order by lower(c.speaker_name), c.speaker_id limit :most";
        return PublishedPeople.listed(Row.of(em, sql, "names", names, "asOf", asOf, "most", MOST_PEOPLE));
    }
}
