package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/** The places inside one data folder, and the two locks by which processes share it. */
final class DataFolder {

    private static final long SPACE_FOR_A_NEW_CLUSTER = 300L * 1024 * 1024;

    private final Path root;

    DataFolder(Path folder) throws IOException {
        root = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(server());
            checkWritable();
        } catch (AccessDeniedException e) {
            throw notOurs(e);
        }
        if (Files.exists(cluster()) && !Files.isExecutable(cluster())) {
            throw notOurs(null);
        }
        long free = Files.getFileStore(root).getUsableSpace();
        if (!Files.exists(cluster()) && free < SPACE_FOR_A_NEW_CLUSTER) {
            throw new DatabaseUnavailable("The database needs 300 MB of free space in " + root + ", and there are only "
                    + free / 1024 / 1024 + " MB. Free some space, or choose another folder with ONTHERECORD_DATA_DIR.");
        }
    }

    Path root() {
        return root;
    }

    Path binaries() {
        return root.resolve("binaries");
    }

    /** What belongs to PostgreSQL's own user, when that is not ours. */
    Path server() {
        return root.resolve("postgresql");
    }

    Path cluster() {
        return server().resolve("cluster");
    }

    Path log() {
        return server().resolve("server.log");
    }

    /** Held while somebody creates, starts, joins or stops the server. */
    FolderLock startLock() throws IOException {
        return FolderLock.waitFor(root.resolve("start.lock"), false);
    }

    /** Shared by everyone who uses the server. */
    FolderLock useLock() throws IOException {
        return FolderLock.waitFor(root.resolve("use.lock"), true);
    }

    /** Empty while somebody else uses the server. */
    Optional<FolderLock> lastUserLock() throws IOException {
        return FolderLock.tryAlone(root.resolve("use.lock"));
    }

    String password() throws IOException {
        Path file = root.resolve("password");
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        if (Files.exists(cluster())) {
            throw new DatabaseUnavailable("The database in " + root + " has lost its password: the file " + file
                    + " is missing. Put it back from a backup.");
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Path aside = Files.createTempFile(root, Leftovers.PREFIX, "");
        Permissions.onlyOwnerMayRead(aside);
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(aside, file);
        return password;
    }

    OptionalInt rememberedPort() throws IOException {
        Path file = root.resolve("port");
        if (!Files.exists(file)) {
            return OptionalInt.empty();
        }
        String port = Files.readString(file).strip();
        return port.matches("\\d{1,5}") ? OptionalInt.of(Integer.parseInt(port)) : OptionalInt.empty();
    }

    void rememberPort(int port) throws IOException {
        Files.writeString(root.resolve("port"), Integer.toString(port));
    }

    /** With some content: on a full disk an empty file can still be made. */
    private void checkWritable() throws IOException {
        Path probe = Files.createTempFile(root, Leftovers.PREFIX, "");
        try {
            Files.write(probe, new byte[64 * 1024]);
        } finally {
            Files.delete(probe);
        }
    }

    private DatabaseUnavailable notOurs(Throwable cause) {
        return new DatabaseUnavailable(
                "The data folder " + root + " cannot be written by the user '" + System.getProperty("user.name")
                        + "'. Give it to that user, or choose another folder with ONTHERECORD_DATA_DIR.",
                cause);
    }
}
