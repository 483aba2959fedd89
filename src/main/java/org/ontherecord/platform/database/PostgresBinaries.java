package org.ontherecord.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked from the jar for this machine's system and processor. */
record PostgresBinaries(Path home) {

    private static final int OWNER_MAY_EXECUTE = 0100;

    static PostgresBinaries unpackedIn(Path folder) throws IOException {
        URL archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path home = folder.toAbsolutePath().resolve(key(archive));
        if (!Files.isDirectory(home)) {
            unpack(archive, folder, home);
        }
        return new PostgresBinaries(home);
    }

    static URL archive(String system, String processor) {
        URL archive = PostgresBinaries.class.getResource("/" + archiveName(system, processor));
        if (archive == null) {
            throw new DatabaseUnavailable("On the Record brings no PostgreSQL for this system (" + system + ", "
                    + processor + "). Use a PostgreSQL of your own: set QUARKUS_DATASOURCE_JDBC_URL, "
                    + "QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD.");
        }
        return archive;
    }

    Path program(String name) {
        Path program = home.resolve("bin").resolve(name);
        return Files.exists(program) ? program : program.resolveSibling(name + ".exe");
    }

    private static String archiveName(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
        String chip = switch (processor) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> processor;
        };
        return "postgres-" + family + "-" + chip + ".txz";
    }

    /** The checksum in the jar's directory: tells releases apart without reading fifteen megabytes at every start. */
    private static String key(URL archive) throws IOException {
        URLConnection connection = archive.openConnection();
        connection.setUseCaches(false);
        if (!(connection instanceof JarURLConnection jar)) {
            return Long.toHexString(connection.getContentLengthLong());
        }
        try (var opened = jar.getJarFile()) {
            return Long.toHexString(jar.getJarEntry().getCrc());
        }
    }

    /** Unpacked aside and moved into place whole, so that a kill in the middle leaves nothing that looks finished. */
    private static void unpack(URL archive, Path folder, Path home) throws IOException {
        Files.createDirectories(folder);
        Path aside = Files.createTempDirectory(folder, Leftovers.PREFIX);
        Permissions.everyoneMayRead(aside);
        try (InputStream in = archive.openStream();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                extract(tar, entry, aside);
            }
        }
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Leftovers.delete(aside);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void extract(TarArchiveInputStream tar, TarArchiveEntry entry, Path aside) throws IOException {
        Path target = aside.resolve(entry.getName()).normalize();
        if (!target.startsWith(aside)) {
            throw new IOException("The PostgreSQL archive holds a path outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            Permissions.everyoneMayRead(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Permissions.everyoneMayRead(target);
        }
    }
}
