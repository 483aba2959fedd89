package org.ontherecord.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.quarkus.hibernate.orm.panache.Panache;

import org.ontherecord.platform.Paging;

/** The desk's articles, newest first. */
public record ArticleList(List<Row> rows, long count, int page, int pages) {

    static final int PAGE = 25;

    /** One article; {@code waiting} counts its candidates nobody has decided on, {@code state} is that of its extraction. */
    public record Row(
            long id,
            String title,
            String outlet,
            LocalDate publishedOn,
            String addedBy,
            Instant addedAt,
            long found,
            long waiting,
            String state) {}

    /** Two selects, whatever the page. Candidates are counted in SQL: their entity belongs to a package above this one. */
    static ArticleList of(int wantedPage) {
        long count = Article.count();
        int pages = Paging.pages(count, PAGE);
        int page = Math.max(1, Math.min(wantedPage, pages));
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery("""
                        select a.id, a.title, o.name as outlet, a.published_on, who.name as added_by, a.added_at,
                          (select count(*) from candidate c join snapshot s on s.id = c.snapshot_id where s.article_id = a.id),
                          (select count(*) from candidate c join snapshot s on s.id = c.snapshot_id
                            where s.article_id = a.id and c.state = 'OPEN'),
                          (select min(e.state) from extraction e join snapshot s on s.id = e.snapshot_id
                            where s.article_id = a.id and e.state <> 'DONE')
                        from article a left join outlet o on o.id = a.outlet_id join account who on who.id = a.added_by
                        order by a.added_at desc, a.id desc""")
                .setFirstResult((page - 1) * PAGE)
                .setMaxResults(PAGE)
                .getResultList();
        return new ArticleList(rows.stream().map(ArticleList::row).toList(), count, page, pages);
    }

    private static Row row(Object[] columns) {
        return new Row(
                ((Number) columns[0]).longValue(),
                (String) columns[1],
                (String) columns[2],
                columns[3] instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) columns[3],
                (String) columns[4],
                (Instant) columns[5],
                ((Number) columns[6]).longValue(),
                ((Number) columns[7]).longValue(),
                (String) columns[8]);
    }
}
