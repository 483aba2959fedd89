package org.ontherecord.claim.imports;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import org.ontherecord.platform.Paging;

/** One import as its page and its answer show it: how far it is, and a page of what is to be said about its rows. */
public record ImportView(Row row, List<Remark> remarks, String show, long remarked, int page, int pages) {
    static final int PAGE = 100;
    static final int LIST = 20;
    static final List<String> SHOWN = List.of("all", "error", "differs", "notice");

    /** An import in numbers. */
    public record Row(
            long id,
            String name,
            String format,
            boolean dryRun,
            String publisher,
            String state,
            int total,
            int done,
            int added,
            int known,
            int differing,
            int failed,
            int noticed,
            String trouble,
            String startedBy,
            Instant startedAt,
            Instant finishedAt,
            boolean kept) {

        public boolean isGoingOn() {
            return state.equals("QUEUED") || state.equals("RUNNING");
        }

        public boolean isDone() {
            return state.equals("DONE");
        }

        /** Whether it can be begun for good from here. */
        public boolean canBegin() {
            return dryRun && isDone() && kept && added > 0;
        }

        /** Where it stands, in words. */
        public String stands() {
            return switch (state) {
                case "QUEUED" -> "Waiting to begin";
                case "RUNNING" -> dryRun ? "Looking through" : "Taking in";
                case "FAILED" -> "Stopped";
                default -> dryRun ? "Looked through" : "Finished";
            };
        }
    }

    /** A page of all imports, newest first. */
    public record Listed(List<Row> rows, int page, int pages) {}

    private static final String ROW = """
            select i.id, i.name, i.format, i.dry_run, i.publisher, i.state, i.total, i.done, i.added, i.known, i.differing,
                   i.failed, i.noticed, i.trouble, who.name as started_by, i.started_at, i.finished_at,
                   exists (select 1 from claim_import_part p where p.import_id = i.id and p.position = 0)
              from claim_import i join account who on who.id = i.started_by
            """;

    @SuppressWarnings("unchecked")
    static Listed all(EntityManager database, int wantedPage) {
        int pages = Paging.pages(ClaimImport.count(), LIST);
        int page = Math.max(1, Math.min(wantedPage, pages));
        List<Object[]> rows = database.createNativeQuery(
                        ROW + " order by i.started_at desc, i.id desc limit :size offset :skip")
                .setParameter("size", LIST)
                .setParameter("skip", (page - 1) * LIST)
                .getResultList();
        return new Listed(rows.stream().map(ImportView::row).toList(), page, pages);
    }

    @SuppressWarnings("unchecked")
    static Optional<ImportView> of(EntityManager database, long id, String wanted, int wantedPage) {
        List<Object[]> found = database.createNativeQuery(ROW + " where i.id = :id")
                .setParameter("id", id)
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String show = SHOWN.contains(wanted) ? wanted : "all";
        long remarked = ((Number) database.createNativeQuery("""
                        select count(*) from claim_import_remark where import_id = :id and (:weight = 'ALL' or weight = :weight)""")
                        .setParameter("id", id)
                        .setParameter("weight", weight(show))
                        .getSingleResult())
                .longValue();
        int pages = Paging.pages(remarked, PAGE);
        int page = Math.max(1, Math.min(wantedPage, pages));
        return Optional.of(new ImportView(
                row(found.get(0)), remarks(database, id, show, (page - 1) * PAGE, PAGE), show, remarked, page, pages));
    }

    /** A page of those that did not keep their row out for being wrong. */
    static List<Remark> others(EntityManager database, long id, int skip) {
        return remarks(database, id, "other", skip, PAGE);
    }

    @SuppressWarnings("unchecked")
    static List<Remark> remarks(EntityManager database, long id, String show, int skip, int most) {
        List<Object[]> rows = database.createNativeQuery("""
                        select line, weight, field, reason, external_id from claim_import_remark
                         where import_id = :id
                           and (:weight = 'ALL' or weight = :weight or :weight = 'OTHER' and weight <> 'ERROR')
                         order by line, id limit :most offset :skip""")
                .setParameter("id", id)
                .setParameter("weight", weight(show))
                .setParameter("skip", skip)
                .setParameter("most", most)
                .getResultList();
        return rows.stream()
                .map(row -> new Remark(
                        ((Number) row[0]).intValue(),
                        Remark.Weight.valueOf((String) row[1]),
                        (String) row[2],
                        (String) row[3],
                        (String) row[4]))
                .toList();
    }

    /** The address of this page's pages, up to the number. */
    public String pageLink() {
        return "/desk/imports/" + row.id() + "?show=" + show + "&page=";
    }

    private static String weight(String show) {
        return show.toUpperCase(java.util.Locale.ROOT);
    }

    private static Row row(Object[] columns) {
        return new Row(
                ((Number) columns[0]).longValue(),
                (String) columns[1],
                (String) columns[2],
                (Boolean) columns[3],
                (String) columns[4],
                (String) columns[5],
                number(columns[6]),
                number(columns[7]),
                number(columns[8]),
                number(columns[9]),
                number(columns[10]),
                number(columns[11]),
                number(columns[12]),
                (String) columns[13],
                (String) columns[14],
                (Instant) columns[15],
                (Instant) columns[16],
                (Boolean) columns[17]);
    }

    private static int number(Object column) {
        return ((Number) column).intValue();
    }
}
