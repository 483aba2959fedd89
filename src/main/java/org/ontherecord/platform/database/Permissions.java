package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;

/** File permissions where the file system has them; elsewhere (Windows) the user's folder has to do. */
final class Permissions {

    private Permissions() {}

    static void everyoneMayRead(Path path) throws IOException {
        set(path, "rwxr-xr-x");
    }

    static void onlyOwnerMayRead(Path path) throws IOException {
        set(path, "rw-------");
    }

    static void onlyOwnerMayEnter(Path path) throws IOException {
        set(path, "rwx------");
    }

    private static void set(Path path, String permissions) throws IOException {
        if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}
