package org.ontherecord.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

import org.ontherecord.platform.database.DatabaseUnavailable;
import org.ontherecord.platform.database.EmbeddedPostgres;

/** Starts the app: first a database when nobody brought one, then Quarkus on top of it; and stops them the other way. */
@QuarkusMain
public class OnTheRecord implements QuarkusApplication {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final CountDownLatch QUARKUS_ENDED = new CountDownLatch(1);

    private final StartupNotice notice;

    @Inject
    OnTheRecord(StartupNotice notice) {
        this.notice = notice;
    }

    public static void main(String... args) {
        if (setting(URL).isEmpty()) {
            startDatabase(Path.of(setting("ontherecord.data-dir").orElse(".data")));
        }
        var exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, fault) -> {
            QUARKUS_ENDED.countDown();
            exit.accept(code, fault);
        });
        Quarkus.run(OnTheRecord.class, args);
    }

    @Override
    public int run(String... args) {
        notice.print();
        Quarkus.waitForExit();
        return 0;
    }

    private static void startDatabase(Path folder) {
        System.out.println("Opening the database in " + folder.toAbsolutePath().normalize());
        try {
            EmbeddedPostgres database = EmbeddedPostgres.open(folder);
            System.setProperty(URL, database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.username());
            System.setProperty("quarkus.datasource.password", database.password());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterQuarkus(database), "close-database"));
        } catch (DatabaseUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Quarkus stops in a shutdown hook of its own, at the same time as this one. */
    private static void closeAfterQuarkus(EmbeddedPostgres database) {
        try {
            QUARKUS_ENDED.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.close();
    }

    /** Read before there is a configuration to ask: the environment or a system property, nothing else. */
    private static Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return Optional.ofNullable(System.getProperty(name, System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
