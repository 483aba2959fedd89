package org.ontherecord.platform;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import jakarta.inject.Inject;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.util.ExceptionUtil;
import org.eclipse.microprofile.health.Readiness;

import org.ontherecord.platform.database.DatabaseUnavailable;
import org.ontherecord.platform.database.EmbeddedPostgres;
import org.ontherecord.platform.database.ExternalPostgres;

/** Starts the app: first a database when nobody brought one, then Quarkus on top of it; and stops them the other way. */
@QuarkusMain
public class OnTheRecord implements QuarkusApplication {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USERNAME = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final CountDownLatch QUARKUS_ENDED = new CountDownLatch(1);

    private final StartupNotice notice;
    private final PagesAreServed pages;

    @Inject
    OnTheRecord(StartupNotice notice, @Readiness PagesAreServed pages) {
        this.notice = notice;
        this.pages = pages;
    }

    public static void main(String... args) {
        try {
            openDatabase();
        } catch (DatabaseUnavailable e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        var exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        ApplicationLifecycleManager.setDefaultExitCodeHandler((code, fault) -> {
            if (fault != null && ExceptionUtil.getRootCause(fault) instanceof QuarkusBindException) {
                System.err.println("Choose another port, for example with QUARKUS_HTTP_PORT=8090.");
            }
            QUARKUS_ENDED.countDown();
            exit.accept(code, fault);
        });
        Quarkus.run(OnTheRecord.class, args);
    }

    @Override
    public int run(String... args) {
        notice.print();
        pages.warmUp();
        Quarkus.waitForExit();
        return 0;
    }

    private static void openDatabase() {
        Optional<String> url = setting(URL);
        if (url.isPresent()) {
            System.out.println("Connecting to the database at " + ExternalPostgres.withoutParameters(url.get()));
            ExternalPostgres.mustAnswer(
                    url.get(), setting(USERNAME).orElse(""), setting(PASSWORD).orElse(""), PATIENCE);
            return;
        }
        Path folder = Path.of(setting("ontherecord.data-dir").orElse(".data"));
        System.out.println("Opening the database in " + folder.toAbsolutePath().normalize());
        EmbeddedPostgres database = EmbeddedPostgres.open(folder);
        System.setProperty(URL, database.jdbcUrl());
        System.setProperty(USERNAME, database.username());
        System.setProperty(PASSWORD, database.password());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterQuarkus(database), "close-database"));
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

    /** Read before there is a configuration to ask: a system property or the environment, nothing else. */
    private static Optional<String> setting(String name) {
        String variable = name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
        return Optional.ofNullable(System.getProperty(name, System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
