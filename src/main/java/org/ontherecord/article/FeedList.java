package org.ontherecord.article;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.quarkus.hibernate.orm.panache.Panache;

/** The watched feeds with how each is doing; those in trouble first. */
public record FeedList(List<Row> rows) {

    /** More than a newsroom watches. */
    static final int MOST = 500;

    /** One feed; times are null before the first poll and where there is no next one. */
    public record Row(
            long id,
            String address,
            String outlet,
            String state,
            String interval,
            Instant polledAt,
            Instant nextPollAt,
            String trouble,
            long taken,
            long waiting,
            long skipped,
            long parked) {

        /** The state in the words of the desk. */
        public String says() {
            return switch (state) {
                case "PAUSED" -> "Paused";
                case "GONE" -> "Gone";
                case "STOPPED" -> "No longer watched";
                default ->
                    trouble != null
                            ? "Watched, with trouble"
                            : polledAt == null ? "Waiting for its first poll" : "Watched";
            };
        }

        public boolean isWatched() {
            return state.equals("WATCHED");
        }
    }

    /** One select. */
    static FeedList all() {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery(SELECT + """

                        order by f.state = 'STOPPED', f.trouble is null, lower(coalesce(o.name, f.address)), f.id""")
                .setMaxResults(MOST)
                .getResultList();
        return new FeedList(rows.stream().map(FeedList::row).toList());
    }

    static final String SELECT = """
            select f.id, f.address, o.name, f.state, f.interval_minutes, f.polled_at, f.next_poll_at, f.trouble,
              n.taken, n.waiting, n.skipped, n.parked
            from watched_feed f left join outlet o on o.id = f.outlet_id
            cross join lateral (select count(*) filter (where i.state in ('TAKEN', 'KNOWN')) as taken,
              count(*) filter (where i.state = 'WAITING') as waiting, count(*) filter (where i.state = 'SKIPPED') as skipped,
              count(*) filter (where i.state = 'PARKED') as parked from feed_item i where i.feed_id = f.id) n""";

    static Row row(Object[] columns) {
        return new Row(
                ((Number) columns[0]).longValue(),
                (String) columns[1],
                (String) columns[2],
                (String) columns[3],
                every(((Number) columns[4]).intValue()),
                (Instant) columns[5],
                (Instant) columns[6],
                (String) columns[7],
                ((Number) columns[8]).longValue(),
                ((Number) columns[9]).longValue(),
                ((Number) columns[10]).longValue(),
                ((Number) columns[11]).longValue());
    }

    static String every(int minutes) {
        Duration interval = Duration.ofMinutes(minutes);
        if (minutes % 60 != 0) {
            return minutes + " minutes";
        }
        return interval.toHours() == 1 ? "hour" : interval.toHours() + " hours";
    }
}
