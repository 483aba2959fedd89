package org.ontherecord;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

/** The application as it is delivered, in a process of its own: its class loading is not that of the other tests. */
class PackagedAppIT {
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final String KEY = "packagedkey123";
    private static final String VECTORS =
            "select count(*) from external_check e where exists (select from claim_vector v where v.claim_id = e.claim_id)";
    private static final int CHECKS = 100;

    @TempDir
    static Path temporary;

    private static Process app;

    @BeforeAll
    static void startFirst() throws Exception {
        // As root, PostgreSQL runs as somebody else, who has to get in.
        temporary.toFile().setReadable(true, false);
        temporary.toFile().setExecutable(true, false);
        start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        app.destroy();
        app.waitFor();
    }

    @Test
    void aSettingMayBeASystemProperty() {
        RestAssured.get("/about").then().statusCode(200).body(containsString("The Zemblan Desk"));
    }

    @Test
    void theModelsAnswer() throws Exception {
        Response scores = asked("/api/v1/check-worthiness", """
                {"sentences": ["Unemployment fell to 4.1 percent last year.", "Thank you."]}""");
        assertThat(scores.jsonPath().getDouble("scores[0]"))
                .isGreaterThan(scores.jsonPath().getDouble("scores[1]"));

        takeIn("jobless,The jobless rate of Zembla has never been lower.\n");
        until("its vector is made", () -> count("select count(*) from claim_to_embed") == 0);
        Response near = asked("/api/v1/matches", """
                {"text": "Unemployment in Zembla stands at a record minimum", "limit": 1}""");
        assertThat(near.jsonPath().getString("claims[0].external_id")).isEqualTo("jobless");
        assertThat(near.jsonPath().getInt("claims[0].meaning_percent")).isGreaterThan(35);
    }

    /** Killed between its two transactions: the claims are taken, their vectors made and not written. */
    @Test
    void whatANodeWasAtWhenItWasKilledIsDoneByTheNext() throws Exception {
        try (Connection held = connect()) {
            held.setAutoCommit(false);
            held.createStatement().execute("lock table claim_vector in share mode");
            takeIn(IntStream.range(0, CHECKS)
                    .mapToObj(i -> "ferry-" + i + ",Ferry number " + i + " of Zembla carried " + (i + 7) + " goats.\n")
                    .collect(Collectors.joining()));
            until(
                    "a worker wants to write vectors",
                    () -> count(
                                    "select count(*) from pg_locks where relation = 'claim_vector'::regclass and not granted")
                            > 0);
            app.destroyForcibly().waitFor();
        }
        assertThat(count("select count(distinct claim_id) from claim_to_embed join external_check using (claim_id)"
                        + " where external_id like 'ferry-%'"))
                .isEqualTo(CHECKS);
        assertThat(count("select count(*) from claim_to_embed where attempts > 0"))
                .isPositive();

        start();
        run("update claim_to_embed set next_try_at = now() where attempts > 0");
        until("every vector is made", () -> count("select count(*) from claim_to_embed") == 0);
        assertThat(count(VECTORS)).isEqualTo(count("select count(*) from external_check"));
        Response same = asked("/api/v1/matches", """
                {"text": "Ferry number 5 of Zembla carried 12 goats", "limit": 1}""");
        assertThat(same.jsonPath().getString("claims[0].external_id")).isEqualTo("ferry-5");
        assertThat(same.jsonPath().getInt("claims[0].meaning_percent")).isGreaterThan(90);
    }

    private static void start() throws Exception {
        Path log = Files.createTempFile(temporary, "app", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dontherecord.newsroom=The Zemblan Desk",
                        "-jar",
                        JAR.toAbsolutePath().toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment()
                .put("ONTHERECORD_DATA_DIR", temporary.resolve("data").toString());
        builder.environment().put("ONTHERECORD_DEMO", "true");
        builder.environment().put("ONTHERECORD_DEMO_API_KEY", KEY);
        app = builder.start();
        until("it listens", () -> Files.readString(log).contains("Listening on: ") || !app.isAlive());
        assertThat(app.isAlive()).as(Files.readString(log)).isTrue();
        RestAssured.baseURI = "http://127.0.0.1";
        RestAssured.port =
                Integer.parseInt(Files.readString(log).replaceAll("(?s).*Listening on: http://[^:]*:(\\d+).*", "$1"));
        until("it is ready", () -> RestAssured.get("/q/health/ready").statusCode() == 200);
        until(
                "its index is made",
                () -> RestAssured.get("/q/health/ready").asString().contains("\"vectors\""));
    }

    /** Rows of external_id and text; returns when all are claims. */
    private static void takeIn(String rows) throws Exception {
        Response answer = withKey()
                .multiPart("file", "checks.csv", ("external_id,text\n" + rows).getBytes(), "text/csv")
                .multiPart("publisher", "Example Checkers")
                .post("/api/v1/imports");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
        String job = answer.header("Location").replaceFirst("^https?://[^/]*", "");
        until("all its rows are through", () -> withKey().get(job).jsonPath().get("finished_at") != null);
    }

    /** While models are being loaded after a start the answer is 503. */
    private static Response asked(String path, String json) throws Exception {
        Callable<Response> asking =
                () -> withKey().contentType("application/json").body(json).post(path);
        until(path + " answers", () -> asking.call().statusCode() != 503);
        Response answer = asking.call();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer;
    }

    private static RequestSpecification withKey() {
        return RestAssured.given().header("Authorization", "Bearer " + KEY);
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(100))
                .until(condition);
    }

    private static void run(String sql) throws Exception {
        try (Connection connection = connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private static long count(String sql) throws Exception {
        try (Connection connection = connect();
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection connect() throws IOException, SQLException {
        Path data = temporary.resolve("data");
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:"
                        + Files.readString(data.resolve("port")).strip() + "/ontherecord",
                "ontherecord",
                Files.readString(data.resolve("password")).strip());
    }
}
