package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Half-made folders of a start that was killed. */
final class Leftovers {

    static final String PREFIX = "unfinished-";

    private Leftovers() {}

    static void deleteIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> leftovers;
        try (Stream<Path> children = Files.list(folder)) {
            leftovers = children.filter(child -> child.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
        for (Path leftover : leftovers) {
            delete(leftover);
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
