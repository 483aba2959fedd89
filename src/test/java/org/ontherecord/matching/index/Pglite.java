package org.ontherecord.matching.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;

/** PGlite with pgvector, which npm brings and Node.js runs. Where it cannot be had the test is skipped, and says so. */
record Pglite(int port, Process server) implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "pgvector");
    private static final Path PROGRAM =
            FOLDER.resolve("node_modules/@electric-sql/pglite-socket/dist/scripts/server.js");

    static Pglite start(int port) {
        try {
            Files.createDirectories(FOLDER);
            if (!Files.exists(PROGRAM)) {
                install();
            }
            Process server = begin(List.of(
                    "node",
                    PROGRAM.toAbsolutePath().toString(),
                    "--db=memory://",
                    "--host=127.0.0.1",
                    "--port=" + port,
                    "--extensions=@electric-sql/pglite-pgvector:vector"));
            Awaitility.await().atMost(Duration.ofSeconds(120)).until(() -> !server.isAlive() || answers(port));
            if (!server.isAlive()) {
                skip("PGlite did not start, see " + FOLDER.resolve("log"));
            }
            return new Pglite(port, server);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String url() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?sslmode=disable";
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }

    private static void install() {
        Process process = begin(List.of(
                "npm",
                "install",
                "--no-audit",
                "--no-fund",
                "--prefix",
                FOLDER.toAbsolutePath().toString(),
                "@electric-sql/pglite@0.5.14",
                "@electric-sql/pglite-socket@0.2.17",
                "@electric-sql/pglite-pgvector@0.0.15"));
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                skip("npm could not bring PGlite, see " + FOLDER.resolve("log"));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Process begin(List<String> command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("log").toFile())
                    .start();
        } catch (IOException notInstalled) {
            skip("there is no Node.js here");
            throw new IllegalStateException(notInstalled);
        }
    }

    private static void skip(String why) {
        System.err.println("SKIPPED: the external engine was not tested: " + why);
        Assumptions.abort("the external engine was not run: " + why);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
