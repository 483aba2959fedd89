package org.ontherecord.platform.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

/** A real PostgreSQL on one data folder: started or joined here, watched, and stopped by whoever leaves it last. */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String NAME = "ontherecord";

    private static final Logger LOG = Logger.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LONGEST_PAUSE = 30_000;

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final Cluster cluster;
    private final String password;
    private final FolderLock use;
    private final int port;
    private boolean closed;

    /** The product's server: everything in one folder, and durable. */
    public static EmbeddedPostgres open(Path folder) {
        return open(folder, folder.resolve("binaries"), List.of());
    }

    /** With programs shared between folders and lines added to postgresql.conf; a test may trade durability for speed. */
    public static EmbeddedPostgres open(Path folder, Path binaries, List<String> settings) {
        try {
            return new EmbeddedPostgres(new DataFolder(folder), binaries, settings);
        } catch (IOException e) {
            throw new DatabaseUnavailable(Explanation.of(e, folder), e);
        }
    }

    private EmbeddedPostgres(DataFolder folder, Path binariesFolder, List<String> settings) throws IOException {
        this.folder = folder;
        try (FolderLock starting = folder.startLock()) {
            Leftovers.deleteIn(folder.root());
            Leftovers.deleteIn(folder.server());
            Leftovers.deleteIn(binariesFolder);
            password = folder.password();
            binaries = PostgresBinaries.unpackedIn(binariesFolder);
            cluster = new Cluster(folder, binaries, settings);
            cluster.createIfMissing(password);
            RunningServer server = startOrJoin(folder.rememberedPort().orElse(0), true);
            port = server.port();
            folder.rememberPort(port);
            use = folder.useLock();
            watch(server);
        }
    }

    public String jdbcUrl() {
        return url(port);
    }

    static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return password;
    }

    public Path folder() {
        return folder.root();
    }

    /** Leaves the server, and stops it when no other process uses it. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (FolderLock stopping = folder.startLock()) {
            use.close();
            Optional<FolderLock> alone = folder.lastUserLock();
            if (alone.isPresent()) {
                cluster.stop();
                alone.get().close();
            }
        } catch (IOException | DatabaseUnavailable e) {
            LOG.warnf(e, "PostgreSQL in %s was left running", folder.root());
        }
    }

    private RunningServer startOrJoin(int preferredPort, boolean otherPortAllowed) throws IOException {
        Optional<RunningServer> running = RunningServer.of(folder.cluster(), password);
        return running.isPresent() ? running.get() : start(preferredPort, otherPortAllowed);
    }

    private RunningServer start(int preferredPort, boolean otherPortAllowed) throws IOException {
        int port = preferredPort;
        String said = "";
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Pause.of(200)) {
            if (otherPortAllowed && !isFree(port)) {
                port = anyFreePort();
            }
            said = cluster.start(port);
            if (said.isEmpty()) {
                return RunningServer.of(folder.cluster(), password)
                        .orElseThrow(() -> new DatabaseUnavailable("PostgreSQL in " + folder.root()
                                + " does not take the password in the file 'password'. Put it back from a backup."));
            }
            if (said.contains("lock file \"postmaster.pid\" already exists")) {
                forgetRecycledPid();
            } else if (!isPassing(said)) {
                break;
            }
        }
        throw new DatabaseUnavailable(Explanation.of(said, folder.root()));
    }

    /** The port was snatched, or children of a killed server have not noticed yet that it is gone. */
    private static boolean isPassing(String said) {
        return said.contains("could not bind") || said.contains("pre-existing shared memory block");
    }

    /**
     * PostgreSQL will not start while the process number in a stale postmaster.pid is in use, and after a restart of
     * the machine or container any program may have it. The file goes only when no server runs on this cluster;
     * for children that outlive theirs PostgreSQL looks itself, in its shared memory.
     */
    private void forgetRecycledPid() throws IOException {
        boolean oneOfOursRuns = ProcessHandle.allProcesses()
                .anyMatch(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(folder.cluster().toString()))
                        .isPresent());
        if (!oneOfOursRuns) {
            LOG.warn(
                    "Removing postmaster.pid: the process it names is not PostgreSQL, and no PostgreSQL runs on this cluster");
            Files.deleteIfExists(folder.cluster().resolve("postmaster.pid"));
        }
    }

    private void watch(RunningServer server) {
        server.process().onExit().thenRun(this::restart);
    }

    /** A killed server comes back under the same address, so that the connection pool heals by itself. */
    private synchronized void restart() {
        for (long pause = 500; !closed; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            LOG.warnf("PostgreSQL in %s stopped unexpectedly; starting it again", folder.root());
            try (FolderLock starting = folder.startLock()) {
                watch(startOrJoin(port, false));
                return;
            } catch (IOException | DatabaseUnavailable e) {
                LOG.error(e.getMessage());
            }
            try {
                wait(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return port > 0;
        } catch (IOException taken) {
            return false;
        }
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }
}
