package org.ontherecord.published;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** The articles in which public claims stand. */
@ApplicationScoped
public class PublishedArticles {
    static final int PAGE = 25;
    private static final int MOST_QUOTES = 200;

    private static final String LISTED = """
            select article.*, (select count(distinct a.claim_number) from public_appearance a
                                where a.article_id = article.article_id and a.published_at <= :asOf and (a.superseded_at <= :asOf) is not true
                                  and not exists (select 1 from claim_merge m left join merge_reversal back on back.merge_id = m.id
                                                   where m.claim_id = a.claim_number and m.merged_at <= :asOf and (back.reversed_at <= :asOf) is not true)) as claims
              from public_article article where article.published_at <= :asOf""";

    /** Words of the headline or the outlet's name; all articles when there are none. */
    private static final String NAMED = " and (cast(:words as text) is null"
            + " or strpos(lower(concat_ws(' ', article.title, article.outlet_name)), lower(cast(:words as text))) > 0)";

    private final EntityManager em;

    PublishedArticles(EntityManager em) {
        this.em = em;
    }

    @Transactional
    public List<PublishedArticle.Listed> page(String words, Instant asOf, int page) {
        String sql =
                LISTED + NAMED + " order by published_on desc nulls last, article_id desc limit :limit offset :offset";
        return Row.of(em, sql, "words", words, "asOf", asOf, "limit", PAGE, "offset", (page - 1) * PAGE).stream()
                .map(PublishedArticle.Listed::of)
                .toList();
    }

    @Transactional
    public long count(String words, Instant asOf) {
        String sql =
                "select count(*) as articles from public_article article where article.published_at <= :asOf" + NAMED;
        return Row.of(em, sql, "words", words, "asOf", asOf).get(0).number("articles");
    }

    /** Two selects. */
    @Transactional
    public Optional<PublishedArticle> byNumber(long id, Instant asOf) {
        return Row.of(em, LISTED + " and article_id = :id", "id", id, "asOf", asOf).stream()
                .findFirst()
                .map(row -> {
                    List<Row> quotes = quotes(id, asOf);
                    return new PublishedArticle(
                            PublishedArticle.Listed.of(row),
                            row.text("byline"),
                            row.instant("published_at"),
                            quotes.isEmpty() ? null : quotes.get(0).text("saved_copy_url"),
                            quotes.stream().map(PublishedArticles::quotedClaim).toList());
                });
    }

    private List<Row> quotes(long id, Instant asOf) {
        String sql = """
                select c.*, a.quote_exact, a.quote_prefix, a.quote_suffix, a.quote_start, a.quote_end, a.quote_repeated,
                       a.snapshot_sha256, a.snapshot_taken_at, a.gone_since, a.mode, a.article_url, a.saved_copy_url,
                       earlier.code as then_code, earlier.label as then_label, earlier.role as then_role
                  from public_appearance a
                  join""" + PublishedClaims.THEN + """
                    c on c.claim_number = a.claim_number
                  left join lateral (
                    select v.code, v.label, v.role from public_verdict v
                     where v.claim_number = a.claim_number
                       and v.published_at < cast(a.article_published_on + 1 as timestamp) at time zone 'UTC'
                       and v.published_at <= :asOf
                     order by v.number desc limit 1) earlier on true
                 where a.article_id = :id and a.published_at <= :asOf and (a.superseded_at <= :asOf) is not true and""" + PublishedClaims.IN_FORCE + """
                 order by a.quote_start, a.appearance_id limit :most""";
        return Row.of(em, sql, "id", id, "asOf", asOf, "most", MOST_QUOTES);
    }

    private static PublishedArticle.QuotedClaim quotedClaim(Row row) {
        var then = row.text("then_code") == null
                ? null
                : new PublishedArticle.Tag(row.text("then_code"), row.text("then_label"), row.text("then_role"));
        var quote = PublishedAppearance.Quote.of(row);
        return new PublishedArticle.QuotedClaim(
                PublishedAppearance.inQuotationMarks(quote.exact()),
                quote.in(row.text("article_url")),
                quote.in(row.text("saved_copy_url")),
                quote.snapshotTakenOn(),
                row.text("mode").equals("said"),
                ClaimSummary.of(row),
                then);
    }
}
