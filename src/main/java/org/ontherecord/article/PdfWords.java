package org.ontherecord.article;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.concurrent.locks.LockSupport;

import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;

/**
 * Takes the words out of a PDF. Runs as a program of its own, file on standard input and answer on standard output,
 * because a PDF of some kilobytes can unpack to gigabytes or keep its reader busy for ever ({@link PdfArticle} starts it).
 */
final class PdfWords {

    /** How it went; its place in the list is the first byte of the answer. */
    enum Outcome {
        READ,
        NEEDS_PASSWORD,
        ONLY_PICTURES,
        TOO_LARGE,
        BROKEN
    }

    /** What a PDF holds; all but the outcome is empty unless it was read. */
    record Read(Outcome outcome, String text, String title, String author, String created) {}

    static final int MOST_PAGES = 500;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(40);

    private PdfWords() {}

    public static void main(String[] none) throws IOException {
        PrintStream answer = System.out;
        System.setOut(System.err);
        endIfForgotten();
        Read read;
        try {
            read = read(System.in.readAllBytes());
        } catch (OutOfMemoryError bomb) {
            read = nothing(Outcome.TOO_LARGE);
        }
        DataOutputStream out = new DataOutputStream(answer);
        out.writeByte(read.outcome().ordinal());
        for (String part : new String[] {read.text(), read.title(), read.author(), read.created()}) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.flush();
        Runtime.getRuntime().halt(0);
    }

    /** Whoever started us may have been killed and cannot end us any more. */
    private static void endIfForgotten() {
        Thread watch = new Thread(() -> {
            LockSupport.parkNanos(LONGEST_LIFE.toNanos());
            Runtime.getRuntime().halt(1);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** Within this process; only for a caller who can afford to lose it. */
    static Read read(byte[] bytes) {
        FontMappers.set(OneFont.INSTANCE);
        try (PDDocument document =
                Loader.loadPDF(new RandomAccessReadBuffer(bytes), IOUtils.createMemoryOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                return nothing(Outcome.TOO_LARGE);
            }
            String text = PdfParagraphs.of(PdfLines.of(document));
            if (text.isBlank()) {
                return nothing(document.getNumberOfPages() > 0 ? Outcome.ONLY_PICTURES : Outcome.BROKEN);
            }
            PDDocumentInformation facts = document.getDocumentInformation();
            return new Read(
                    Outcome.READ,
                    text,
                    given(facts.getTitle()),
                    given(facts.getAuthor()),
                    day(facts.getCreationDate()));
        } catch (InvalidPasswordException locked) {
            return nothing(Outcome.NEEDS_PASSWORD);
        } catch (PdfLines.TooMuch tooMuch) {
            return nothing(Outcome.TOO_LARGE);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return nothing(Outcome.BROKEN);
        }
    }

    private static Read nothing(Outcome outcome) {
        return new Read(outcome, "", "", "", "");
    }

    private static String given(String value) {
        return value == null ? "" : value.substring(0, Math.min(1_000, value.length()));
    }

    private static String day(Calendar moment) {
        return moment == null
                ? ""
                : LocalDate.ofInstant(
                                moment.toInstant(),
                                moment.getTimeZone() == null
                                        ? ZoneOffset.UTC
                                        : moment.getTimeZone().toZoneId())
                        .toString();
    }

    /** The machine's fonts are not searched: it takes seconds, and words do not depend on how letters look. */
    private enum OneFont implements FontMapper {
        INSTANCE;

        private final TrueTypeFont font = load();

        @Override
        public FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
            return new FontMapping<>(font, true);
        }

        @Override
        public CIDFontMapping getCIDFont(String name, PDFontDescriptor descriptor, PDCIDSystemInfo system) {
            return new CIDFontMapping(null, font, true);
        }

        private static TrueTypeFont load() {
            try (InputStream file = FontMapper.class.getResourceAsStream(
                    "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
                return new TTFParser().parse(new RandomAccessReadBuffer(new ByteArrayInputStream(file.readAllBytes())));
            } catch (IOException missing) {
                throw new IllegalStateException(missing);
            }
        }
    }
}
