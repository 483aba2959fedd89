package org.ontherecord.matching.index;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

import io.agroal.api.AgroalDataSource;

import org.ontherecord.matching.FoundClaim;
import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Nearness;
import org.ontherecord.matching.Sight;
import org.ontherecord.platform.SentenceEncoder;

/**
 * The index of claims in a PostgreSQL with pgvector, for more claims than a node's memory holds: words by full text search in
 * the claim's language, meanings by HNSW. It is derived like the other, in a database of its own; whichever node is free
 * follows the changes, and how far is written in the transaction that follows them.
 */
final class PgvectorIndex {
    private static final int AT_A_TIME = 500;
    private static final Duration LONGEST_ABSENCE = Duration.ofHours(12);
    private static final double SHARE_AROUND = 0.3;
    /** Texts of one claim may be neighbours, so more of them are asked for than claims are wanted. */
    private static final int TEXTS_A_CLAIM = 4;

    private static final int MOST_CHARACTERS = 2_000;
    private static final Map<String, String> LANGUAGES =
            Map.of("en", "english", "de", "german", "fr", "french", "es", "spanish");

    private final DataSource engine;
    private final ClaimFeed feed;
    private final ClaimRows rows;
    private final VectorRows vectors;
    private final Clock clock;
    private final String model;

    PgvectorIndex(DataSource engine, AgroalDataSource record, Clock clock, String model) {
        this.engine = engine;
        this.feed = new ClaimFeed(record);
        this.rows = new ClaimRows(record);
        this.vectors = new VectorRows(record);
        this.clock = clock;
        this.model = model;
    }

    /** Makes the tables if they are missing. Several nodes may do it at once. */
    void prepare() {
        transaction(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(7214)");
                statement.execute("create extension if not exists vector");
                statement.execute("""
                        create table if not exists claim_words (
                          claim bigint primary key, published boolean not null, speaker text, words tsvector not null);
                        create index if not exists claim_words_of_speaker on claim_words (speaker) where published;
                        create index if not exists claim_words_words on claim_words using gin (words);
                        create table if not exists claim_meaning (
                          claim bigint, slot smallint, published boolean not null, meaning vector(384) not null, judgement vector(384), primary key (claim, slot));
                        create index if not exists claim_meaning_near on claim_meaning using hnsw (meaning vector_cosine_ops);
                        create table if not exists followed (one boolean primary key default true check (one), model text, look text, looked_at timestamptz);
                        insert into followed default values on conflict do nothing""");
            }
            return null;
        });
    }

    /** Applies what has changed since anybody last did, or everything if nobody has for too long. Does nothing while another is at it. */
    void follow() {
        transaction(connection -> {
            String look = null;
            try (PreparedStatement statement = connection.prepareStatement(
                            "select look, looked_at, model from followed for update skip locked");
                    ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                var at = row.getTimestamp(2);
                boolean fresh = at != null
                        && at.toInstant().plus(LONGEST_ABSENCE).isAfter(clock.instant())
                        && model.equals(row.getString(3));
                look = fresh ? row.getString(1) : null;
            }
            Instant now = clock.instant();
            String next;
            if (look == null) {
                next = feed.look();
                loadAll(connection);
            } else {
                ClaimFeed.Changes changes = feed.since(look);
                next = changes.look();
                apply(connection, changes.claims());
            }
            write(
                    connection,
                    "update followed set look = ?, looked_at = cast(? as timestamptz), model = ?",
                    statement -> {
                        statement.setString(1, next);
                        statement.setString(2, now.toString());
                        statement.setString(3, model);
                    });
            return null;
        });
    }

    List<FoundClaim> find(ClaimIndex.Asked asked, Collection<MatchableClaim> exact, Sight sight, int k) {
        boolean desk = sight == Sight.DESK;
        int fewer = (int) Math.ceil(SHARE_AROUND * k);
        Map<Long, double[]> scores = transaction(connection -> {
            write(
                    connection,
                    "select set_config('hnsw.ef_search', ?, true), set_config('hnsw.iterative_scan', 'strict_order', true)",
                    statement -> statement.setString(1, String.valueOf(Math.min(1_000, TEXTS_A_CLAIM * k))));
            Set<Long> found = exact.stream().map(MatchableClaim::number).collect(Collectors.toCollection(HashSet::new));
            found.addAll(byWords(connection, asked.text(), desk, k));
            found.addAll(byWords(connection, asked.around(), desk, fewer));
            found.addAll(byMeaning(connection, asked.meaning(), desk, k));
            found.addAll(byMeaning(connection, asked.meaningAround(), desk, fewer));
            return score(connection, asked, found);
        });
        Set<Long> same = exact.stream().map(MatchableClaim::number).collect(Collectors.toSet());
        return rows.byNumber(scores.keySet()).stream()
                .filter(claim -> desk || claim.published())
                .map(claim -> {
                    double[] s = scores.get(claim.number());
                    return new FoundClaim(
                            claim,
                            same.contains(claim.number()),
                            s[0],
                            s[1],
                            new Nearness(s[2], s[3], s[4]),
                            new Nearness(s[5], s[6], s[7]),
                            s[8],
                            (int) s[9]);
                })
                .toList();
    }

    private List<Long> byWords(Connection connection, String text, boolean desk, int k) throws SQLException {
        return numbers(connection, """
                select claim from claim_words, (select %s as q) asked where words @@ q and (published or ?)
                 order by ts_rank(words, q, 1) desc, claim limit ?""".formatted(anyWord()), statement -> {
            int next = setWords(statement, 1, text);
            statement.setBoolean(next, desk);
            statement.setInt(next + 1, k);
        });
    }

    private List<Long> byMeaning(Connection connection, byte[] meaning, boolean desk, int k) throws SQLException {
        if (meaning == null) {
            return List.of();
        }
        return numbers(connection, """
                select claim from (
                  select claim, meaning <=> cast(? as vector) as far from claim_meaning
                   where published or ? order by meaning <=> cast(? as vector) limit ?) near
                 group by claim order by min(far), claim limit ?""", statement -> {
            statement.setString(1, half(meaning, 0));
            statement.setBoolean(2, desk);
            statement.setString(3, half(meaning, 0));
            statement.setInt(4, TEXTS_A_CLAIM * k);
            statement.setInt(5, k);
        });
    }

    private Map<Long, double[]> score(Connection connection, ClaimIndex.Asked asked, Set<Long> found)
            throws SQLException {
        Map<Long, double[]> scores = new HashMap<>();
        found.forEach(claim -> scores.put(claim, new double[10]));
        String[] questions = {half(asked.meaning(), 0), half(asked.meaning(), 1), half(asked.meaningAround(), 0)};
        try (PreparedStatement statement = connection.prepareStatement("""
                select w.claim, ts_rank(w.words, asked.q, 1), ts_rank(w.words, asked.around, 1), near.*,
                       (select count(*) from claim_words o where o.speaker = w.speaker and o.published)
                  from claim_words w
                 cross join (select %1$s as q, %1$s as around, cast(? as vector) as meaning, cast(? as vector) as judgement, cast(? as vector) as meaning_around) asked
                 cross join lateral (
                   select max(1 - (n.meaning <=> asked.meaning)), max(1 - (n.meaning <=> asked.meaning)) filter (where n.slot = 0),
                          max(1 - (n.meaning <=> asked.meaning)) filter (where n.slot = 1),
                          max(1 - (n.judgement <=> asked.judgement)), max(1 - (n.judgement <=> asked.judgement)) filter (where n.slot = 0),
                          max(1 - (n.judgement <=> asked.judgement)) filter (where n.slot = 1),
                          max(1 - (n.meaning <=> asked.meaning_around))
                     from claim_meaning n where n.claim = w.claim) near
                 where w.claim = any (?)""".formatted(anyWord()))) {
            int next = setWords(statement, setWords(statement, 1, asked.text()), asked.around());
            for (String question : questions) {
                statement.setString(next++, question);
            }
            statement.setArray(next, connection.createArrayOf("bigint", found.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    double[] measured = scores.get(row.getLong(1));
                    for (int i = 0; i < measured.length; i++) {
                        measured[i] = row.getDouble(2 + i);
                    }
                }
            }
        }
        return scores;
    }

    private void loadAll(Connection connection) throws SQLException {
        write(connection, "truncate claim_words, claim_meaning", statement -> {});
        List<Long> starts = rows.everyNth(AT_A_TIME);
        for (int i = 0; i < starts.size(); i++) {
            long first = starts.get(i);
            long last = i + 1 < starts.size() ? starts.get(i + 1) - 1 : Long.MAX_VALUE;
            put(connection, rows.between(first, last), vectors.between(model, first, last));
        }
    }

    private void apply(Connection connection, List<Long> changed) throws SQLException {
        for (int from = 0; from < changed.size(); from += AT_A_TIME) {
            List<Long> some = changed.subList(from, Math.min(changed.size(), from + AT_A_TIME));
            Object[] numbers = some.toArray();
            write(
                    connection,
                    "delete from claim_words where claim = any (?)",
                    statement -> statement.setArray(1, connection.createArrayOf("bigint", numbers)));
            write(
                    connection,
                    "delete from claim_meaning where claim = any (?)",
                    statement -> statement.setArray(1, connection.createArrayOf("bigint", numbers)));
            put(connection, rows.byNumber(some), vectors.of(model, some));
        }
    }

    private void put(Connection connection, List<MatchableClaim> claims, Map<Long, List<VectorRows.Made>> made)
            throws SQLException {
        try (PreparedStatement words = connection.prepareStatement(
                        "insert into claim_words (claim, published, speaker, words) values (?, ?, ?, to_tsvector(cast(? as regconfig), ?))");
                PreparedStatement meanings = connection.prepareStatement(
                        "insert into claim_meaning (claim, slot, published, meaning, judgement) values (?, ?, ?, cast(? as vector), cast(? as vector))")) {
            for (MatchableClaim claim : claims) {
                words.setLong(1, claim.number());
                words.setBoolean(2, claim.published());
                words.setString(3, claim.speaker());
                words.setString(4, configuration(claim.language()));
                words.setString(
                        5,
                        ClaimTexts.of(claim).stream()
                                .filter(text -> text != null)
                                .collect(Collectors.joining("\n")));
                words.addBatch();
                for (MeaningIndex.Slot slot : VectorRows.current(claim, made.get(claim.number()))) {
                    meanings.setLong(1, claim.number());
                    meanings.setInt(2, slot.slot());
                    meanings.setBoolean(3, claim.published());
                    meanings.setString(4, half(slot.vector(), 0));
                    meanings.setString(5, half(slot.vector(), 1));
                    meanings.addBatch();
                }
            }
            words.executeBatch();
            meanings.executeBatch();
        }
    }

    /** Any of the words, as any of the languages would stem them. */
    private static String anyWord() {
        return languages()
                .map(language ->
                        "cast(replace(cast(plainto_tsquery('" + language + "', ?) as text), '&', '|') as tsquery)")
                .collect(Collectors.joining(" || "));
    }

    private static int setWords(PreparedStatement statement, int first, String text) throws SQLException {
        String bounded = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        int next = first;
        for (int i = 0; i < languages().count(); i++) {
            statement.setString(next++, bounded);
        }
        return next;
    }

    private static Stream<String> languages() {
        return Stream.concat(LANGUAGES.values().stream().sorted(), Stream.of("simple"));
    }

    private static String configuration(String language) {
        return LANGUAGES.getOrDefault(language.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", ""), "simple");
    }

    /** Of two models' vectors, one behind the other, the first or the second; null where it is missing. */
    private static String half(byte[] vectors, int which) {
        int from = which * SentenceEncoder.LENGTH;
        return vectors == null || vectors.length <= from
                ? null
                : Arrays.toString(Arrays.copyOfRange(vectors, from, from + SentenceEncoder.LENGTH));
    }

    private static List<Long> numbers(Connection connection, String sql, ClaimRows.Parameters parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            List<Long> numbers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getLong(1));
                }
            }
            return numbers;
        }
    }

    private static void write(Connection connection, String sql, ClaimRows.Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            statement.execute();
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private <T> T transaction(Work<T> work) {
        try (Connection connection = engine.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException("the index in pgvector does not answer", broken);
        }
    }
}
