package org.ontherecord.matching;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.ontherecord.platform.SentenceEncoder;

/** The vectors of texts by both models as the product keeps them, remembered in a file from one run to the next. */
final class TextVectors implements AutoCloseable {
    private static final int LENGTH = 2 * SentenceEncoder.LENGTH;

    private final Map<String, byte[]> known = new ConcurrentHashMap<>();
    private final SentenceEncoder finding = SentenceEncoder.of(SentenceEncoder.Model.MINI_LM);
    private final SentenceEncoder judging = SentenceEncoder.of(SentenceEncoder.Model.E5_SMALL);
    private final DataOutputStream file;

    TextVectors(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(path)))) {
                while (true) {
                    String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                    known.put(text, in.readNBytes(LENGTH));
                }
            } catch (EOFException end) {
                System.out.printf("%d vectors known%n", known.size());
            }
        }
        file = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    byte[] of(String text) {
        return known.computeIfAbsent(text, this::make);
    }

    private byte[] make(String text) {
        byte[] vector = Arrays.copyOf(small(finding.encode(text)), LENGTH);
        System.arraycopy(small(judging.encode(text)), 0, vector, SentenceEncoder.LENGTH, SentenceEncoder.LENGTH);
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        synchronized (file) {
            try {
                file.writeInt(letters.length);
                file.write(letters);
                file.write(vector);
            } catch (IOException full) {
                throw new java.io.UncheckedIOException(full);
            }
        }
        return vector;
    }

    private static byte[] small(float[] vector) {
        float largest = 0;
        for (float part : vector) {
            largest = Math.max(largest, Math.abs(part));
        }
        byte[] small = new byte[vector.length];
        for (int i = 0; i < small.length; i++) {
            small[i] = (byte) Math.round(vector[i] / largest * 127);
        }
        return small;
    }

    @Override
    public void close() throws Exception {
        file.close();
    }
}
