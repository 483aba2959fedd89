package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file lock that the operating system lets go when its process dies, however it dies. */
record FolderLock(FileLock lock) implements AutoCloseable {

    static FolderLock waitFor(Path file, boolean shared) throws IOException {
        FileChannel channel = open(file);
        try {
            return new FolderLock(channel.lock(0, Long.MAX_VALUE, shared));
        } catch (OverlappingFileLockException e) {
            // The channel stays open: closing it would let go the lock this process already has on the file.
            throw new DatabaseUnavailable(
                    "The data folder " + file.getParent() + " is already open in this process.", e);
        }
    }

    static Optional<FolderLock> tryAlone(Path file) throws IOException {
        FileChannel channel = open(file);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
        }
        return Optional.ofNullable(lock).map(FolderLock::new);
    }

    @Override
    public void close() throws IOException {
        lock.channel().close();
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
