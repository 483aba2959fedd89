package org.ontherecord.article.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import org.ontherecord.platform.Paging;

/** One bulk as its page shows it: how far it is, and a page of its items. */
public record BulkView(Row bulk, List<Item> items, String show, int page, int pages) {

    static final int PAGE = 50;
    static final int LIST = 20;
    static final List<String> SHOWN = List.of("all", "done", "known", "failed", "waiting");

    /** A bulk in numbers; {@code again} counts the failed ones that can be tried again. */
    public record Row(
            long id,
            String kind,
            String name,
            String state,
            String startedBy,
            Instant startedAt,
            Instant finishedAt,
            long total,
            long done,
            long known,
            long failed,
            long waiting,
            long again) {

        public long over() {
            return total - waiting;
        }

        public boolean isGoingOn() {
            return state.equals("QUEUED") || state.equals("RUNNING");
        }

        public boolean isStopped() {
            return state.equals("STOPPED");
        }

        long count(String show) {
            return switch (show) {
                case "done" -> done;
                case "known" -> known;
                case "failed" -> failed;
                case "waiting" -> waiting;
                default -> total;
            };
        }

        /** Where it stands, in words. */
        public String stands() {
            return switch (state) {
                case "QUEUED" -> "Waiting to begin";
                case "RUNNING" -> "Reading";
                case "STOPPED" -> "Stopped";
                case "FAILED" -> "Finished, nothing came in";
                default -> failed == 0 ? "Finished" : "Finished, some could not be read";
            };
        }
    }

    /** One item; {@code title} is that of the article it became. */
    public record Item(
            int position, String label, String address, String state, String trouble, Long articleId, String title) {}

    /** A page of all bulks, newest first. */
    public record Listed(List<Row> rows, int page, int pages) {}

    private static final String ROW = """
            select b.id, b.kind, b.name, b.state, who.name as started_by, b.started_at, b.finished_at, count(i.id),
              count(*) filter (where i.state = 'DONE'), count(*) filter (where i.state = 'KNOWN'),
              count(*) filter (where i.state = 'FAILED'), count(*) filter (where i.state = 'WAITING'),
              count(*) filter (where i.state = 'FAILED' and (i.address is not null or i.content is not null))
            from bulk b join account who on who.id = b.started_by left join bulk_item i on i.bulk_id = b.id
            """;

    @SuppressWarnings("unchecked")
    static Listed all(EntityManager database, int wantedPage) {
        int pages = Paging.pages(Bulk.count(), LIST);
        int page = Math.max(1, Math.min(wantedPage, pages));
        List<Object[]> rows = database.createNativeQuery("""
                        %s where b.id in (select id from bulk order by started_at desc, id desc limit :size offset :skip)
                        group by b.id, who.name order by b.started_at desc, b.id desc""".formatted(ROW))
                .setParameter("size", LIST)
                .setParameter("skip", (page - 1) * LIST)
                .getResultList();
        return new Listed(rows.stream().map(BulkView::row).toList(), page, pages);
    }

    @SuppressWarnings("unchecked")
    static Optional<BulkView> of(EntityManager database, long id, String wanted, int wantedPage) {
        List<Object[]> found = database.createNativeQuery(ROW + " where b.id = :id group by b.id, who.name")
                .setParameter("id", id)
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row bulk = row(found.get(0));
        String show = SHOWN.contains(wanted) ? wanted : "all";
        int pages = Paging.pages(bulk.count(show), PAGE);
        int page = Math.max(1, Math.min(wantedPage, pages));
        List<Object[]> items = database.createNativeQuery("""
                        select i.position, i.label, i.address, i.state, i.trouble, i.article_id, a.title
                        from bulk_item i left join article a on a.id = i.article_id
                        where i.bulk_id = :id and (:state = 'ALL' or i.state = :state)
                        order by i.position limit :size offset :skip""")
                .setParameter("id", id)
                .setParameter("state", show.toUpperCase(java.util.Locale.ROOT))
                .setParameter("size", PAGE)
                .setParameter("skip", (page - 1) * PAGE)
                .getResultList();
        return Optional.of(new BulkView(bulk, items.stream().map(BulkView::item).toList(), show, page, pages));
    }

    /** The address of this list's pages, up to the number. */
    public String pageLink() {
        return "/desk/articles/bulk/" + bulk.id() + "?show=" + show + "&page=";
    }

    private static Row row(Object[] columns) {
        return new Row(
                number(columns[0]),
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                (Instant) columns[5],
                (Instant) columns[6],
                number(columns[7]),
                number(columns[8]),
                number(columns[9]),
                number(columns[10]),
                number(columns[11]),
                number(columns[12]));
    }

    private static Item item(Object[] columns) {
        return new Item(
                (int) number(columns[0]),
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                (String) columns[4],
                columns[5] == null ? null : number(columns[5]),
                (String) columns[6]);
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
