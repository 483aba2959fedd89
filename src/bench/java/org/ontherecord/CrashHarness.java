package org.ontherecord;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Kills the packaged app, and sometimes its PostgreSQL, while articles come in and while verdicts are published, and then
 * counts: every acknowledged write must be there, nothing may be half done, and no candidate may appear twice.
 *
 * <pre>
 * mvn -DskipTests package
 * java -cp 'target/quarkus-app/lib/main/*' src/bench/java/org/ontherecord/CrashHarness.java target/quarkus-app/quarkus-run.jar 10
 * </pre>
 *
 * The second argument is the number of kills in each half. It ends with exit code 1 if anything was lost or torn.
 */
public final class CrashHarness {

    private static final int PORT = 18_099;
    private static final int WRITERS = 3;
    private static final int CLAIMS_PER_ROUND = 8;
    private static final String PASSWORD = "kill it while it writes";

    private final Random random = new Random(20_26_11);
    private final Path jar;
    private final Path folder;
    private final int rounds;
    private final Person checker = new Person();
    private final Person editor = new Person();
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger serial = new AtomicInteger();
    private volatile boolean killing;
    private Process app;

    private CrashHarness(Path jar, int rounds) throws IOException {
        this.jar = jar.toAbsolutePath();
        this.rounds = rounds;
        this.folder = Files.createTempDirectory("crash-harness-");
        folder.toFile().setExecutable(true, false);
        folder.toFile().setReadable(true, false);
    }

    public static void main(String... args) throws Exception {
        var harness = new CrashHarness(Path.of(args[0]), Integer.parseInt(args.length > 1 ? args[1] : "10"));
        try {
            harness.run();
        } finally {
            harness.app.destroy();
            harness.app.waitFor();
        }
        harness.faults.forEach(fault -> System.out.println("FAULT " + fault));
        System.out.println(harness.faults.isEmpty() ? "Nothing lost, nothing torn." : harness.faults.size() + " faults.");
        System.exit(harness.faults.isEmpty() ? 0 : 1);
    }

    private void run() throws Exception {
        System.out.println("Data in " + folder);
        start();
        hire();
        Map<Long, String> articles = new LinkedHashMap<>();
        for (int round = 1; round <= rounds; round++) {
            ingest(round, articles);
        }
        List<Long> published = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            publish(round, published);
        }
        System.out.printf("%d articles and %d verdicts acknowledged in all.%n", articles.size(), published.size());
    }

    // --- articles

    private void ingest(int round, Map<Long, String> acknowledged) throws Exception {
        Queue<Map.Entry<Long, String>> now = new ConcurrentLinkedQueue<>();
        Queue<String> unanswered = new ConcurrentLinkedQueue<>();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            writers.add(inBackground(() -> {
                while (true) {
                    String mark = "article number " + serial.incrementAndGet();
                    unanswered.add(mark);
                    HttpResponse<String> answer = checker.post("/desk/articles/new?by=text", "text", article(mark));
                    if (answer.statusCode() != 303) {
                        unexpected("adding an article", answer);
                        return;
                    }
                    now.add(Map.entry(number(answer.headers().firstValue("Location").orElseThrow()), mark));
                    unanswered.remove(mark);
                }
            }));
        }
        waitFor(now, 2 + random.nextInt(30));
        String killed = kill(round);
        for (Thread writer : writers) {
            writer.join();
        }
        start();
        waitUntilAllIsRead();
        now.forEach(article -> acknowledged.put(article.getKey(), article.getValue()));
        int whole = 0;
        for (String mark : unanswered) {
            whole += count("select count(*) from snapshot where text like '%" + mark + ".%'") > 0 ? 1 : 0;
            HttpResponse<String> again = checker.post("/desk/articles/new?by=text", "text", article(mark));
            acknowledged.put(number(again.headers().firstValue("Location").orElseThrow()), mark);
        }
        waitUntilAllIsRead();
        checkArticles(acknowledged);
        System.out.printf(
                "ingest  %2d: killed %-22s %3d acknowledged, %d without answer (%d were whole, sent again), %d candidates in all%n",
                round, killed, now.size(), unanswered.size(), whole, count("select count(*) from candidate"));
    }

    private void checkArticles(Map<Long, String> acknowledged) throws SQLException {
        for (var article : acknowledged.entrySet()) {
            none(
                    "acknowledged article " + article.getKey() + " is not there",
                    "select 1 - count(*) from snapshot where article_id = " + article.getKey() + " and text like '%"
                            + article.getValue() + ".%'");
        }
        none("articles without a text", "select count(*) from article a where not exists (select from snapshot where article_id = a.id)");
        none("texts that were never queued", "select count(*) from snapshot s where not exists (select from extraction where snapshot_id = s.id)");
        none("texts stored twice", "select count(*) - count(distinct sha256) from snapshot");
        none("texts given up", "select count(*) from extraction where state = 'PARKED'");
        none("articles without an audit event", "select count(*) from article a where not exists (select from audit_event where subject_type = 'article' and subject_id = a.id)");
        none("candidates that appear twice", "select count(*) - count(distinct (snapshot_id, quote_start, quote_end)) from candidate");
        none(
                "texts with another number of candidates than their twins",
                "select count(distinct n) - 1 from (select count(c.id) n from extraction e left join candidate c using (snapshot_id) group by e.snapshot_id) per_text");
    }

    private void waitUntilAllIsRead() throws Exception {
        for (int i = 0; i < 900 && count("select count(*) from extraction where state = 'QUEUED'") > 0; i++) {
            Thread.sleep(100);
        }
        none("texts still unread after 90 s", "select count(*) from extraction where state = 'QUEUED'");
    }

    private static String article(String mark) {
        return String.join(
                "\n\n",
                "Candidate promises quick peace",
                "By A. Reporter",
                "10 May 2023",
                "The candidate, Robert Sample, said on Wednesday that he would end the war. \u201cIf I am elected, I will have that "
                        + "war settled within 24 hours,\u201d Sample told the crowd in the town hall.",
                "Sample said unemployment had fallen by 40 percent since 2019. This is " + mark + ".",
                "Officials did not comment on the plan by Thursday evening.");
    }

    // --- verdicts

    private void publish(int round, List<Long> acknowledged) throws Exception {
        List<Approved> approved = new ArrayList<>();
        for (int i = 0; i < CLAIMS_PER_ROUND; i++) {
            approved.add(approvedClaim());
        }
        Queue<Approved> waiting = new ConcurrentLinkedQueue<>(approved);
        Queue<Approved> now = new ConcurrentLinkedQueue<>();
        Queue<Approved> sent = new ConcurrentLinkedQueue<>();
        List<Thread> publishers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            publishers.add(inBackground(() -> {
                for (Approved next = waiting.poll(); next != null; next = waiting.poll()) {
                    sent.add(next);
                    HttpResponse<String> answer = publish(next);
                    if (answer.statusCode() != 303) {
                        unexpected("publishing", answer);
                        return;
                    }
                    now.add(next);
                }
            }));
        }
        waitFor(now, 1 + random.nextInt(CLAIMS_PER_ROUND - WRITERS));
        String killed = kill(round);
        for (Thread publisher : publishers) {
            publisher.join();
        }
        start();
        now.forEach(one -> acknowledged.add(one.claim));
        int whole = 0;
        for (Approved one : sent) {
            long verdicts = count("select count(*) from verdict where revision_id = " + one.revision);
            if (now.contains(one) && verdicts != 1) {
                faults.add("acknowledged verdict on claim " + one.claim + " is there " + verdicts + " times");
            }
            whole += !now.contains(one) && verdicts == 1 ? 1 : 0;
        }
        checkVerdicts();
        for (Approved one : approved) {
            HttpResponse<String> again = publish(one);
            if (again.statusCode() != 303) {
                faults.add("publishing claim " + one.claim + " again was answered with " + again.statusCode());
            }
            if (!acknowledged.contains(one.claim)) {
                acknowledged.add(one.claim);
            }
        }
        checkVerdicts();
        for (Approved one : approved) {
            none("verdict on claim " + one.claim, "select 1 - count(*) from verdict where revision_id = " + one.revision);
            int page = checker.get("/claims/" + one.claim).statusCode();
            if (page != 200 && page != 301) {
                faults.add("the public page of claim " + one.claim + " answers " + page);
            }
        }
        System.out.printf(
                "publish %2d: killed %-22s %d of %d acknowledged, %d without answer (%d were whole)%n",
                round, killed, now.size(), approved.size(), sent.size() - now.size(), whole);
    }

    private void checkVerdicts() throws SQLException {
        none("revisions published twice", "select count(*) - count(distinct revision_id) from verdict");
        none("verdicts without an audit event", "select count(*) from verdict v where not exists (select from audit_event where subject_type = 'verdict' and subject_id = v.id)");
        none("audit events of verdicts that are not there", "select count(*) from audit_event a where subject_type = 'verdict' and not exists (select from verdict where id = a.subject_id)");
        none("reviews published without a verdict", "select count(*) from review r where stage = 'PUBLISHED' and not exists (select from verdict where claim_id = r.claim_id)");
        none("verdicts whose review is not published", "select count(*) from verdict v join review r using (claim_id) where r.stage <> 'PUBLISHED'");
    }

    private HttpResponse<String> publish(Approved one) throws IOException {
        return editor.post(
                "/desk/reviews/" + one.review + "/verdicts",
                "revision", String.valueOf(one.revision), "kind", "ORIGINAL", "public_reason", "First verdict.");
    }

    private record Approved(long claim, long review, long revision) {}

    private Approved approvedClaim() throws Exception {
        String words = "I will have that war settled in 24 hours, case " + serial.incrementAndGet() + ".";
        var added = checker.post("/desk/claims", "wording", "End the war within 24 hours.", "kind", "PROMISE",
                "speaker", "R. Sample", "said-quote", words, "said-source_title", "Radio");
        long claim = number(added.headers().firstValue("Location").orElseThrow());
        var saved = checker.post("/desk/claims/" + claim + "/revisions",
                "version", String.valueOf(count("select version from review where claim_id = " + claim)),
                "headline", words, "wording", "End the war within 24 hours.", "kind", "PROMISE", "speaker", "R. Sample",
                "deadline_date", "2025-01-21", "deadline_time", "12:00", "deadline_zone", "America/New_York",
                "deadline_rule", "24 hours after the inauguration.", "criteria", "A ceasefire in force.",
                "rating", "broken", "in_force_from", "2025-01-22", "reason", "The war had not ended by the deadline.",
                "body", "We read the reports.",
                "evidence-0-source", "A ministry", "evidence-0-title", "Report", "evidence-0-url", "https://source.example/0",
                "evidence-0-saved_copy_url", "https://copy.example/0", "evidence-0-dated_on", "2025-01-22",
                "evidence-0-stance", "CONTRADICTS", "evidence-0-primary", "yes",
                "evidence-1-source", "A wire service", "evidence-1-title", "Report", "evidence-1-url", "https://source.example/1",
                "evidence-1-saved_copy_url", "https://copy.example/1", "evidence-1-dated_on", "2025-01-22",
                "evidence-1-stance", "CONTRADICTS", "evidence-1-primary", "",
                "do", "submit");
        must(saved, 303, "submitting a draft");
        long review = count("select id from review where claim_id = " + claim);
        long revision = count("select max(id) from revision where review_id = " + review);
        var approval = editor.post("/desk/claims/" + claim + "/review/handovers",
                "revision", String.valueOf(revision), "step", "APPROVED", "note", "");
        must(approval, 303, "approving");
        return new Approved(claim, review, revision);
    }

    // --- the app

    private void start() throws Exception {
        killing = false;
        Path log = folder.resolve("app.log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-jar", jar.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(PORT));
        builder.environment().put("ONTHERECORD_DATA_DIR", folder.resolve("data").toString());
        app = builder.start();
        for (int i = 0; i < 600; i++) {
            Thread.sleep(100);
            if (!app.isAlive()) {
                throw new IllegalStateException("The app did not start, see " + log);
            }
            try {
                if (new Person().get("/q/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                continue;
            }
        }
        throw new IllegalStateException("The app was not ready after 60 s, see " + log);
    }

    /** The app alone, the app and its PostgreSQL, or PostgreSQL a moment before the app. */
    private String kill(int round) throws Exception {
        Path pidFile = folder.resolve("data/postgresql/cluster/postmaster.pid");
        long postmaster = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        String victims = round % 3 == 0 ? "app and PostgreSQL" : round % 3 == 1 ? "app" : "PostgreSQL, then app";
        killing = true;
        if (round % 3 == 2) {
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
            Thread.sleep(random.nextInt(50));
        }
        app.destroyForcibly();
        if (round % 3 == 0) {
            ProcessHandle.of(postmaster).ifPresent(ProcessHandle::destroyForcibly);
        }
        app.waitFor();
        return victims;
    }

    private void hire() throws Exception {
        String log = "";
        while (!log.contains("/invitations/")) {
            Thread.sleep(100);
            log = Files.readString(folder.resolve("app.log"));
        }
        Person admin = new Person();
        admin.join(log.replaceAll("(?s).*(/invitations/[\\w-]+).*", "$1"), "admin");
        checker.join(invitation(admin, "CHECKER"), "checker");
        editor.join(invitation(admin, "EDITOR"), "editor");
    }

    private static String invitation(Person admin, String role) throws IOException {
        return admin.post("/desk/accounts/invitations", "email", "", "role", role)
                .body()
                .replaceAll("(?s).*(/invitations/[\\w-]+)\".*", "$1");
    }

    /** Kills by progress, not by time: a cold start would otherwise be all that is ever killed. */
    private void waitFor(Queue<?> acknowledged, int many) throws InterruptedException {
        for (int i = 0; i < 20_000 && acknowledged.size() < many; i++) {
            Thread.sleep(1);
        }
        Thread.sleep(random.nextInt(20));
    }

    private Thread inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (ConnectException | HttpTimeoutException killed) {
                return;
            } catch (IOException killed) {
                return;
            } catch (Exception e) {
                faults.add(e.toString());
            }
        });
        thread.start();
        return thread;
    }

    /** While PostgreSQL is down an error is an honest answer: nothing was acknowledged. */
    private void unexpected(String what, HttpResponse<String> answer) {
        if (!killing || answer.statusCode() < 500) {
            faults.add(what + " was answered with " + answer.statusCode());
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private void none(String what, String sql) throws SQLException {
        long found = count(sql);
        if (found != 0) {
            faults.add(what + ": " + found);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private Connection connect() throws SQLException {
        try {
            Path data = folder.resolve("data");
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + Files.readString(data.resolve("port")).strip() + "/ontherecord",
                    "ontherecord",
                    Files.readString(data.resolve("password")).strip());
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    private static void must(HttpResponse<String> answer, int status, String what) {
        if (answer.statusCode() != status) {
            throw new IllegalStateException(what + " was answered with " + answer.statusCode() + ":\n" + answer.body());
        }
    }

    private static long number(String location) {
        return Long.parseLong(location.replaceFirst("\\?.*", "").replaceFirst(".*/", ""));
    }

    /** A browser without scripts: keeps its cookies, sends forms, follows no redirect. */
    private static final class Person {

        private final HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        private final Map<String, String> cookies = new LinkedHashMap<>(Map.of("csrf-token", "A".repeat(22)));

        void join(String invitation, String name) throws IOException {
            HttpResponse<String> answer = post(
                    invitation, "name", name, "email", name + "@crash.example", "password", PASSWORD + " " + name);
            must(answer, 303, "joining as " + name);
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
        }

        HttpResponse<String> get(String path) throws IOException {
            return send(request(path).GET());
        }

        HttpResponse<String> post(String path, String... namesAndValues) throws IOException {
            List<String> fields = new ArrayList<>(List.of("csrf-token=" + cookies.get("csrf-token")));
            for (int i = 0; i < namesAndValues.length; i += 2) {
                fields.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
            }
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .POST(HttpRequest.BodyPublishers.ofString(String.join("&", fields))));
        }

        private HttpRequest.Builder request(String path) {
            String sent = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            return HttpRequest.newBuilder(URI.create("http://localhost:" + PORT + path))
                    .timeout(Duration.ofSeconds(15))
                    .header("Accept", "text/html")
                    .header("Cookie", sent);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
            try {
                return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
