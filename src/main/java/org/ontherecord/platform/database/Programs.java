package org.ontherecord.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs as the user they accept, without the caller's PG… variables. */
record Programs(PostgresBinaries binaries, ServerUser user, Path scratch) {

    record Outcome(int exit, String output) {}

    Outcome run(String program, String input, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(user.command());
        command.add(binaries.program(program).toString());
        command.addAll(arguments);
        // A file, not a pipe: a server that inherits the pipe would keep us reading for as long as it lives.
        Path output = Files.createTempFile(scratch, Leftovers.PREFIX, ".out");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(binaries.home().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            try (var stdin = process.outputWriter()) {
                stdin.write(input);
            }
            return new Outcome(process.waitFor(), Files.readString(output).strip());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while running " + program, e);
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
