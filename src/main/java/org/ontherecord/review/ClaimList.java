package org.ontherecord.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.hibernate.orm.panache.Panache;

import org.ontherecord.claim.Claim;
import org.ontherecord.platform.Paging;

/** The desk's list of claims, newest first, as its filters leave it. */
public record ClaimList(List<Row> rows, long count, int page, int pages, String text, String kind, String stage) {
    static final int PAGE = 25;
    private static final String FROM = """
             from Claim c left join c.speaker s left join Review r on r.claim = c
             left join Verdict v on v.claim = c and v.number = (select max(w.number) from Verdict w where w.claim = c)
             left join v.revision rev left join rev.rating rating
            """;

    /** One claim. Its verdict is null until one is public. */
    public record Row(
            long id,
            String wording,
            String speaker,
            String kind,
            String stage,
            String code,
            String verdict,
            String role) {
        public String number() {
            return "C-" + id;
        }
    }

    static ClaimList of(String text, String kind, String stage, int wantedPage) {
        var where = new ArrayList<String>();
        var values = new LinkedHashMap<String, Object>();
        if (!text.isBlank()) {
            where.add(
                    "(lower(c.wording) like :text escape '!' or lower(c.headline) like :text escape '!' or lower(s.name) like :text escape '!' or str(c.id) = :number)");
            values.put("text", "%" + text.strip().toLowerCase().replaceAll("[!%_]", "!$0") + "%");
            values.put("number", text.strip().replaceFirst("(?i)^c-", ""));
        }
        if (text.isBlank()) {
            // thousands that others checked would bury what the desk works on; they are found by their words
            where.add("(r is not null or not exists (select e.id from ExternalCheck e where e.claim = c))");
        }
        named(Claim.Kind.values(), kind).ifPresent(known -> {
            where.add("c.kind = :kind");
            values.put("kind", known);
        });
        named(Review.Stage.values(), stage).ifPresent(known -> {
            where.add(known == Review.Stage.DRAFT ? "(r is null or r.stage = :stage)" : "r.stage = :stage");
            values.put("stage", known);
        });
        String condition = where.isEmpty() ? "" : " where " + String.join(" and ", where);
        long count =
                query("select count(c)" + FROM + condition, Long.class, values).getSingleResult();
        int pages = Paging.pages(count, PAGE);
        int page = Math.max(1, Math.min(wantedPage, pages));
        List<Row> rows = query(
                        "select c.id, c.wording, s.name, c.kind, r.stage, v.kind, rating.code, rating.label, rating.role"
                                + FROM + condition + " order by c.id desc",
                        Object[].class,
                        values)
                .setFirstResult((page - 1) * PAGE)
                .setMaxResults(PAGE)
                .getResultStream()
                .map(ClaimList::row)
                .toList();
        return new ClaimList(rows, count, page, pages, text, kind, stage);
    }

    public boolean isFiltered() {
        return !(text + kind + stage).isBlank();
    }

    /** The address of this list with all filters, up to the page's number. */
    public String link() {
        return "/desk/claims?q=%s&kind=%s&stage=%s&page="
                .formatted(
                        URLEncoder.encode(text, StandardCharsets.UTF_8),
                        URLEncoder.encode(kind, StandardCharsets.UTF_8),
                        URLEncoder.encode(stage, StandardCharsets.UTF_8));
    }

    private static Row row(Object[] columns) {
        var stage = columns[4] == null ? Review.Stage.DRAFT : (Review.Stage) columns[4];
        boolean withdrawn = columns[5] == Verdict.Kind.WITHDRAWAL;
        return new Row(
                (Long) columns[0],
                (String) columns[1],
                (String) columns[2],
                columns[3] == Claim.Kind.PROMISE ? "Promise" : "Statement of fact",
                stage.label,
                withdrawn ? "withdrawn" : (String) columns[6],
                withdrawn ? "Withdrawn" : (String) columns[7],
                withdrawn ? "none" : (String) columns[8]);
    }

    private static <T> org.hibernate.query.SelectionQuery<T> query(
            String hql, Class<T> type, Map<String, Object> values) {
        var query = Panache.getSession().createSelectionQuery(hql, type);
        values.forEach(query::setParameter);
        return query;
    }

    private static <E extends Enum<E>> java.util.Optional<E> named(E[] values, String name) {
        return Stream.of(values).filter(value -> value.name().equals(name)).findFirst();
    }
}
