package org.ontherecord.matching.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;

import org.ontherecord.matching.MatchableClaim;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.SentenceEncoder;
import org.ontherecord.platform.database.EmbeddedPostgres;

/**
 * How long a node takes to be ready, to find, and how much memory it needs, at sizes given: halves of real claims put together
 * anew, with vectors between those of two real ones. Arguments: the folder of data for matching, and the sizes; "heap:1000000"
 * fills the index without a database. Seconds are of the wall, those in brackets of all the process's threads: what the wall
 * would be on one quiet core.
 */
public final class MatchingLoad {
    private static final int ENCODED = 5_000;
    private static final int QUERIES = 195;

    private final Random random = new Random(7);
    private final List<String[]> texts = new ArrayList<>();
    private final List<String> queries = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();
    private final SentenceEncoder encoder = SentenceEncoder.of(SentenceEncoder.Model.MINI_LM);
    private final SentenceEncoder judge = SentenceEncoder.of(SentenceEncoder.Model.E5_SMALL);
    private AgroalDataSource source;

    public static void main(String[] args) throws Exception {
        var load = new MatchingLoad();
        load.read(Path.of(args[0]));
        System.out.println(
                "| claims | vectors | ready after, s | heap, MB | match p50, ms | p95, ms | words alone p50 / p95 | PostgreSQL alone p50 / p95 | same 20 by meaning as comparing all |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (String size : Arrays.asList(args).subList(1, args.length)) {
            if (size.startsWith("heap:")) {
                load.measureHeap(Integer.parseInt(size.substring(5)));
            } else {
                load.measure(Integer.parseInt(size));
            }
        }
        System.exit(0);
    }

    private void read(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String file : List.of("docs-2a.jsonl.gz", "docs-2b.jsonl.gz")) {
            try (var lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(folder.resolve(file))), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode claim = json.readTree(line);
                    texts.add(new String[] {claim.path("text").asText(), claim.path("title").asText()});
                }
            }
        }
        for (String line : Files.readAllLines(folder.resolve("dev-2a/queries.tsv"))) {
            queries.add(line.substring(line.indexOf('\t') + 1));
        }
        for (int i = 0; i < ENCODED; i++) {
            vectors.add(encoder.encode(texts.get(random.nextInt(texts.size()))[random.nextInt(2)]));
        }
    }

    private void measure(int size) throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(Files.createTempDirectory("matching-load"))) {
            source = BenchDatabase.migrated(postgres);
            measureIn(size);
            source.close();
        }
    }

    private void measureIn(int size) throws SQLException {
        fill(size);
        long before = heap();
        long start = System.nanoTime();
        long cpu = cpu();
        try (var node = new ClaimFollower(source, Clock.systemUTC(), Meanings.MODELS)) {
            node.load(Runtime.getRuntime().availableProcessors());
            double ready = (System.nanoTime() - start) / 1e9;
            double spent = (cpu() - cpu) / 1e9;
            long megabytes = (heap() - before) >> 20;
            ClaimIndex index = node.index().orElseThrow();
            var rows = new ClaimRows(source);
            var sql = new SqlCandidates(rows, source);
            double[] match = times(text -> {
                byte[] meaning = meaning(text);
                node.catchUp();
                List<MatchableClaim> exact = rows.saidAlike(text, Sight.DESK, 100);
                index.find(new ClaimIndex.Asked(text, meaning, "", null), exact, Sight.DESK, 100);
            });
            double[] words = times(
                    text -> index.find(new ClaimIndex.Asked(text, null, "", null), List.of(), Sight.DESK, 100));
            double[] database = times(text -> sql.find(Utterance.of(text), Sight.DESK, 100));
            System.out.printf(
                    "| %,d | %,d | %.1f (%.1f) | %,d | %.0f (%.0f) | %.0f (%.0f) | %.0f / %.0f | %.0f / %.0f | %.4f |%n",
                    index.size(),
                    index.vectors(),
                    ready,
                    spent,
                    megabytes,
                    match[0],
                    match[2],
                    match[1],
                    match[3],
                    words[0],
                    words[1],
                    database[0],
                    database[1],
                    same(index));
        }
    }

    private void measureHeap(int size) {
        long before = heap();
        long start = System.nanoTime();
        long cpu = cpu();
        try (ClaimIndex index = new ClaimIndex()) {
            IntStream.range(0, size).parallel().forEach(i -> {
                var chance = new SplittableRandom(i);
                String[] one = texts.get(chance.nextInt(texts.size()));
                String[] other = texts.get(chance.nextInt(texts.size()));
                index.put(
                        new MatchableClaim(
                                1001L + i,
                                true,
                                "en",
                                half(one[0], true) + " " + half(other[0], false),
                                half(one[1], true) + " " + half(other[1], false),
                                List.of(),
                                null,
                                List.of(),
                                null,
                                null,
                                null,
                                null),
                        List.of(
                                new MeaningIndex.Slot(0, between(chance)),
                                new MeaningIndex.Slot(1, between(chance))));
            });
            index.show();
            double ready = (System.nanoTime() - start) / 1e9;
            double spent = (cpu() - cpu) / 1e9;
            long megabytes = (heap() - before) >> 20;
            double[] match = times(text -> index.find(
                    new ClaimIndex.Asked(text, meaning(text), "", null),
                    List.of(),
                    Sight.PUBLIC,
                    100));
            double[] words = times(
                    text -> index.find(new ClaimIndex.Asked(text, null, "", null), List.of(), Sight.PUBLIC, 100));
            System.out.printf(
                    "| %,d (heap only) | %,d | %.1f (%.1f) | %,d | %.0f (%.0f) | %.0f (%.0f) | %.0f / %.0f | - | %.4f |%n",
                    index.size(), index.vectors(), ready, spent, megabytes, match[0], match[2], match[1], match[3], words[0], words[1], same(index));
        }
    }

    private byte[] between(SplittableRandom chance) {
        float[] one = vectors.get(chance.nextInt(ENCODED));
        float[] other = vectors.get(chance.nextInt(ENCODED));
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i] + 0.07f * (float) (chance.nextDouble() - 0.5);
        }
        return SmallVector.joined(SmallVector.of(sum), SmallVector.of(sum));
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private byte[] meaning(String text) {
        return SmallVector.joined(SmallVector.of(encoder.encode(text)), SmallVector.of(judge.encode(text)));
    }

    private double same(ClaimIndex index) {
        int same = 0;
        int asked = 60;
        for (String text : queries.subList(0, asked)) {
            byte[] meaning = meaning(text);
            Map<Long, Double> all = index.meanings().nearestOfAll(meaning, false, 20);
            Map<Long, Double> found = index.meanings().nearest(meaning, false, 20);
            same += all.keySet().stream().filter(found::containsKey).count();
        }
        return same / 20.0 / asked;
    }

    private double[] times(Consumer<String> match) {
        for (String text : queries.subList(0, 40)) {
            match.accept(text);
        }
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        double[] taken = new double[QUERIES];
        double[] spent = new double[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            long start = System.nanoTime();
            long cpu = thread.getCurrentThreadCpuTime();
            match.accept(queries.get(i));
            taken[i] = (System.nanoTime() - start) / 1e6;
            spent[i] = (thread.getCurrentThreadCpuTime() - cpu) / 1e6;
        }
        Arrays.sort(taken);
        Arrays.sort(spent);
        int p95 = QUERIES * 95 / 100;
        return new double[] {taken[QUERIES / 2], taken[p95], spent[QUERIES / 2], spent[p95]};
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void fill(int size) throws SQLException {
        try (Connection connection = source.getConnection()) {
            run(connection, "insert into account (email, name, role, password_hash, created_at) values ('a@load.invalid', 'A', 'ADMIN', 'x', now())");
            run(connection, "alter table claim disable trigger user");
            run(connection, "alter table claim_vector disable trigger user");
            for (int from = 0; from < size; from += 2_000) {
                insert(connection, from, Math.min(size, from + 2_000));
            }
            run(connection, "analyze");
        }
    }

    private void insert(Connection connection, int from, int to) throws SQLException {
        String[] wordings = new String[to - from];
        String[] titles = new String[to - from];
        Long[] numbers = new Long[2 * (to - from)];
        Integer[] slots = new Integer[2 * (to - from)];
        byte[][] digests = new byte[2 * (to - from)][];
        byte[][] made = new byte[2 * (to - from)][];
        for (int i = 0; i < to - from; i++) {
            String[] one = texts.get(random.nextInt(texts.size()));
            String[] other = texts.get(random.nextInt(texts.size()));
            wordings[i] = bounded(half(one[0], true) + " " + half(other[0], false), 1_000);
            titles[i] = bounded(half(one[1], true) + " " + half(other[1], false), 500);
            for (int slot = 0; slot < 2; slot++) {
                numbers[2 * i + slot] = 1001L + from + i;
                slots[2 * i + slot] = slot;
                digests[2 * i + slot] = ClaimTexts.sha256(slot == 0 ? wordings[i] : titles[i]);
                made[2 * i + slot] = between();
            }
        }
        try (PreparedStatement claims = connection.prepareStatement(
                        "insert into claim (slug, wording, headline, kind, created_by, created_at) select 'x', t.w, t.h, 'STATEMENT', (select min(id) from account), now() from unnest(?, ?) with ordinality as t(w, h, n) order by n");
                PreparedStatement rows = connection.prepareStatement(
                        "insert into claim_vector (claim_id, model, slot, text_sha256, vector) select t.c, '" + Meanings.MODELS
                                + "', t.s, t.d, t.v from unnest(?, ?, ?, ?) as t(c, s, d, v)")) {
            claims.setArray(1, connection.createArrayOf("text", wordings));
            claims.setArray(2, connection.createArrayOf("text", titles));
            claims.executeUpdate();
            rows.setArray(1, connection.createArrayOf("bigint", numbers));
            rows.setArray(2, connection.createArrayOf("smallint", slots));
            rows.setArray(3, connection.createArrayOf("bytea", digests));
            rows.setArray(4, connection.createArrayOf("bytea", made));
            rows.executeUpdate();
        }
    }

    private byte[] between() {
        float[] one = vectors.get(random.nextInt(ENCODED));
        float[] other = vectors.get(random.nextInt(ENCODED));
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i] + 0.02f * (float) random.nextGaussian();
        }
        return SmallVector.joined(SmallVector.of(sum), SmallVector.of(sum));
    }

    private static String half(String text, boolean first) {
        int middle = Math.max(0, text.indexOf(' ', text.length() / 2));
        return first ? text.substring(0, middle) : text.substring(middle);
    }

    private static String bounded(String text, int most) {
        String stripped = text.replace("\0", "").strip();
        return stripped.isEmpty() ? "-" : stripped.substring(0, Math.min(most, stripped.length()));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
