package org.ontherecord.claim.imports;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A file of checks as it was sent: CSV or JSON in UTF-8, perhaps packed with gzip. */
final class ImportFile {
    static final int MOST_ROWS = 250_000;
    /** Unpacked. */
    static final long LARGEST = 250L * 1024 * 1024;

    private static final int SNIFFED = 64 * 1024;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /** What a first look at the whole file says. */
    record Look(ClaimImport.Format format, int rows, List<Remark> remarks) {}

    private final BufferedReader text;
    final ClaimImport.Format format;

    private ImportFile(InputStream bytes) throws IOException {
        text = new BufferedReader(
                new InputStreamReader(
                        new Bounded(unpacked(bytes)),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                SNIFFED);
        format = sniff();
    }

    /** Reads all of it once, so that whoever sends it is told at once what cannot be read. */
    static Look look(InputStream bytes) throws IOException {
        try {
            ImportFile file = new ImportFile(bytes);
            try (RawRows rows = file.rows()) {
                int count = 0;
                while (rows.next() != null) {
                    if (++count > MOST_ROWS) {
                        throw UnreadableImport.tooLarge(
                                "The file has more than 250,000 rows. Divide it and send the parts.");
                    }
                }
                if (count == 0) {
                    throw UnreadableImport.because(
                            file.format == ClaimImport.Format.CSV
                                    ? "The file names its columns and has no rows."
                                    : "There is no ClaimReview in this file. Send schema.org ClaimReview objects, or CSV.");
                }
                return new Look(file.format, count, rows.remarks());
            }
        } catch (CharacterCodingException notUtf8) {
            throw UnreadableImport.because("The file is not in UTF-8. Save it as “CSV UTF-8” and send it again.");
        } catch (ZipException | java.io.EOFException damaged) {
            throw UnreadableImport.because("The packed file is damaged. Pack it again with gzip, or send it unpacked.");
        }
    }

    static RawRows open(InputStream bytes) throws IOException {
        return new ImportFile(bytes).rows();
    }

    private RawRows rows() throws IOException {
        return format == ClaimImport.Format.CSV ? new CsvRows(text) : new ClaimReviewRows(text);
    }

    private ClaimImport.Format sniff() throws IOException {
        text.mark(SNIFFED);
        int first = text.read();
        boolean marked = first == BYTE_ORDER_MARK;
        for (int i = 0; i < 1000 && (first == BYTE_ORDER_MARK || first >= 0 && Character.isWhitespace(first)); i++) {
            first = text.read();
        }
        text.reset();
        if (marked) {
            text.read();
        }
        return first == '{' || first == '[' ? ClaimImport.Format.CLAIM_REVIEW : ClaimImport.Format.CSV;
    }

    private static InputStream unpacked(InputStream bytes) throws IOException {
        var look = new BufferedInputStream(bytes, SNIFFED);
        look.mark(4);
        int first = look.read();
        int second = look.read();
        look.reset();
        return first == 0x1F && second == 0x8B ? new GZIPInputStream(look, SNIFFED) : look;
    }

    /** Ends the reading of what unpacks to more than we take. */
    private static final class Bounded extends FilterInputStream {
        private long read;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int many = super.read(into, from, most);
            count(Math.max(0, many));
            return many;
        }

        private void count(int more) {
            read += more;
            if (read > LARGEST) {
                throw UnreadableImport.tooLarge(
                        "The file is larger than 250 MB unpacked. Divide it and send the parts.");
            }
        }
    }
}
