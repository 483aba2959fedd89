package org.ontherecord.extraction.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import jakarta.persistence.EntityManager;

/** How the language model is doing, as the desk shows it. */
public record ModelView(
        Settings settings,
        Instant pausedUntil,
        Spent spent,
        Waiting waiting,
        List<Tally> tallies,
        List<Parked> parked) {

    /** What is configured; {@code trouble} says what has to be put right, or is null. */
    public record Settings(boolean isGiven, String trouble, String name, String kind, int prompt) {
        public String dialect() {
            return kind.equals("ollama") ? "Ollama" : "OpenAI-compatible";
        }
    }

    /** The budget, in words with separators; {@code isUsedUp} means that texts wait for it. */
    public record Spent(
            String requests, String mostRequests, String characters, String mostCharacters, boolean isUsedUp) {}

    /** Texts to be shown. */
    public record Waiting(long texts) {}

    /** What came of the proposals of one model with one prompt. */
    public record Tally(
            String model,
            int prompt,
            long texts,
            long proposed,
            long accepted,
            long dismissed,
            long unverifiable,
            long furniture,
            long doubled) {}

    /** A text given up. */
    public record Parked(long articleId, String title, String trouble, Instant at) {}

    private static final int MOST = 50;

    static ModelView of(EntityManager database, ModelJob job, ModelBudget.Used used) {
        ModelSettings settings = job.settings();
        return new ModelView(
                new Settings(settings.isGiven(), settings.trouble(), settings.name(), settings.kind(), Prompt.VERSION),
                job.breaker().pausedUntil(),
                new Spent(
                        grouped(used.requests()),
                        grouped(settings.requestsPerHour()),
                        grouped(used.characters()),
                        grouped(settings.charactersPerDay()),
                        !used.leaves(settings, ModelSettings.FEWEST_CHARACTERS)),
                new Waiting(((Number)
                                database.createNativeQuery("select count(*) from model_reading where state = 'QUEUED'")
                                        .getSingleResult())
                        .longValue()),
                tallies(database),
                parked(database));
    }

    @SuppressWarnings("unchecked")
    private static List<Tally> tallies(EntityManager database) {
        List<Object[]> rows =
                database.createNativeQuery("""
                        select r.model, r.prompt_version, r.texts, r.proposed,
                               coalesce(c.accepted, 0), coalesce(c.dismissed, 0), r.unverifiable, r.furniture, r.doubled
                        from (select model, prompt_version, count(*) texts, sum(proposed) proposed,
                                     sum(unverifiable) unverifiable, sum(furniture) furniture, sum(doubled) doubled,
                                     max(finished_at) latest
                              from model_reading where state = 'DONE' group by model, prompt_version) r
                        left join (select proposed_by, count(*) filter (where state in ('ACCEPTED', 'LINKED')) accepted,
                                          count(*) filter (where state = 'DISMISSED') dismissed
                                   from candidate where proposed_by like 'model %' group by proposed_by) c
                          on c.proposed_by = 'model ' || r.model || ', prompt ' || r.prompt_version
                        order by r.latest desc, r.model, r.prompt_version limit :most""").setParameter("most", MOST).getResultList();
        return rows.stream()
                .map(row -> new Tally(
                        (String) row[0],
                        ((Number) row[1]).intValue(),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8])))
                .toList();
    }

    private static List<Parked> parked(EntityManager database) {
        return ModelReading.<ModelReading>find(
                        "from ModelReading r join fetch r.snapshot s join fetch s.article"
                                + " where r.state = ?1 order by r.turn.finishedAt desc, r.snapshotId desc",
                        ModelReading.State.PARKED)
                .page(0, MOST)
                .stream()
                .map(reading -> new Parked(
                        reading.snapshot.article.id,
                        reading.snapshot.article.title,
                        reading.turn.trouble,
                        reading.turn.finishedAt))
                .toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static String grouped(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
