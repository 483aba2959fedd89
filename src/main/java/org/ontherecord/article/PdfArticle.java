package org.ontherecord.article;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jboss.logging.Logger;

/**
 * A PDF, read by {@link PdfWords} in a process of its own, which may fill its own memory, run into its own limit or be
 * killed, and takes nothing with it.
 */
final class PdfArticle {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** How long to wait while others are read. */
    private static final Duration QUEUED = Duration.ofSeconds(15);
    /** A million characters on 250 pages took 138 MB with the process itself, and 3 s of one core (22 November 2026). */
    private static final String HEAP = "-Xmx256m";
    /** A million code points of text in UTF-8 and the properties. */
    private static final int LONGEST_ANSWER = 9 * 1024 * 1024;

    private static final Semaphore AT_ONCE = new Semaphore(2, true);
    /** Nothing of our environment is a stranger's business but what a process needs to start. */
    private static final Set<String> PASSED_ON = Set.of("SystemRoot", "TMPDIR", "TMP", "TEMP", "LD_LIBRARY_PATH");

    private PdfArticle() {}

    static ArticleText read(byte[] bytes) {
        PdfWords.Read read = elsewhere(bytes);
        return switch (read.outcome()) {
            case READ -> PlainArticle.read(read.text()).proposing(read.title(), read.author(), read.created());
            case NEEDS_PASSWORD ->
                throw new Unreadable(
                        Unreadable.Reason.NOT_TEXT,
                        "This PDF needs a password. Save it without one, or paste the article's words instead.");
            case ONLY_PICTURES ->
                throw new Unreadable(
                        Unreadable.Reason.EMPTY,
                        "This PDF holds no text, only pictures of pages. Paste the article's words instead.");
            case TOO_LARGE ->
                throw new Unreadable(
                        Unreadable.Reason.TOO_LARGE,
                        "This PDF has more than " + PdfWords.MOST_PAGES
                                + " pages, or unpacks to far more than an article. Save the article's pages alone, or paste its words.");
            case BROKEN ->
                throw new Unreadable(
                        Unreadable.Reason.NOT_TEXT,
                        "This PDF is damaged. Open it, save it again, or paste its words instead.");
        };
    }

    private static PdfWords.Read elsewhere(byte[] bytes) {
        try {
            if (!AT_ONCE.tryAcquire(QUEUED.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unreadable(
                        Unreadable.Reason.TOO_SLOW,
                        "We are reading several other PDFs just now. Try again in a moment.");
            }
            try {
                return ask(bytes);
            } finally {
                AT_ONCE.release();
            }
        } catch (InterruptedException shutdown) {
            Thread.currentThread().interrupt();
            throw tooSlow();
        }
    }

    private static PdfWords.Read ask(byte[] bytes) throws InterruptedException {
        AtomicBoolean late = new AtomicBoolean();
        Process reader = null;
        try {
            reader = start();
            Process started = reader;
            started.onExit()
                    .orTimeout(LONGEST.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(slow -> {
                        late.set(true);
                        return started.destroyForcibly();
                    });
            try (OutputStream file = started.getOutputStream()) {
                file.write(bytes);
            }
            byte[] answer;
            try (InputStream in = started.getInputStream()) {
                answer = in.readNBytes(LONGEST_ANSWER);
            }
            return answer(answer);
        } catch (IOException diedOnTheWay) {
            if (late.get()) {
                throw tooSlow();
            }
            return new PdfWords.Read(PdfWords.Outcome.TOO_LARGE, "", "", "", "");
        } finally {
            if (reader != null) {
                reader.destroyForcibly();
            }
        }
    }

    private static Process start() throws IOException {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MaxDirectMemorySize=32m",
                "-Djava.awt.headless=true",
                "-cp",
                classPath(),
                PdfWords.class.getName());
        program.environment().keySet().retainAll(PASSED_ON);
        program.redirectError(ProcessBuilder.Redirect.DISCARD);
        return program.start();
    }

    /** The files these classes were loaded from, which the packaged app keeps in folders of its own. */
    private static String classPath() {
        return List.of(
                        PdfWords.class,
                        PDDocument.class,
                        RandomAccessRead.class,
                        FontBoxFont.class,
                        LogFactory.class,
                        Logger.class)
                .stream()
                .map(PdfArticle::place)
                .distinct()
                .collect(Collectors.joining(System.getProperty("path.separator")));
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException notAFile) {
            throw new IllegalStateException(notAFile);
        }
    }

    private static PdfWords.Read answer(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        PdfWords.Outcome outcome = PdfWords.Outcome.values()[in.readUnsignedByte()];
        return new PdfWords.Read(outcome, part(in), part(in), part(in), part(in));
    }

    private static String part(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_ANSWER) {
            throw new IOException("not an answer");
        }
        byte[] part = new byte[length];
        in.readFully(part);
        return new String(part, StandardCharsets.UTF_8);
    }

    private static Unreadable tooSlow() {
        return new Unreadable(
                Unreadable.Reason.TOO_SLOW,
                "This PDF took longer than " + LONGEST.toSeconds()
                        + " seconds to read. Save the article's pages alone, or paste its words.");
    }
}
