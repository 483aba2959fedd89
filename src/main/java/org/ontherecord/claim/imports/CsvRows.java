package org.ontherecord.claim.imports;

import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import org.ontherecord.article.CleanText;

/** Rows of a CSV file (RFC 4180) with a header in any order; semicolons and tabs are understood where there are no commas. */
final class CsvRows implements RawRows {
    static final List<String> COLUMNS =
            List.of("external_id", "text", "title", "speaker", "date", "rating", "url", "publisher", "language");

    private static final int LONGEST_HEADER = 10_000;
    private static final int LONGEST_ROW = 1_000_000;
    private static final int MOST_COLUMNS = 200;
    private static final Set<String> KNOWN = Set.copyOf(COLUMNS);

    private final Counted counted;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private final List<Remark> remarks = new ArrayList<>();
    private long line;

    CsvRows(BufferedReader text) throws IOException {
        counted = new Counted(text);
        parser = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .get()
                .parse(counted);
        records = parser.iterator();
        header = header(record());
    }

    @Override
    public RawRow next() throws IOException {
        CSVRecord record = record();
        if (record == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < Math.min(record.size(), header.size()); i++) {
            String name = header.get(i);
            if (KNOWN.contains(name) && !record.get(i).isBlank()) {
                values.putIfAbsent(name, record.get(i));
            }
        }
        boolean tooMany = false;
        for (int i = header.size(); i < record.size(); i++) {
            tooMany |= !record.get(i).isBlank();
        }
        String trouble = tooMany
                ? "The row has " + record.size() + " cells and the first line " + header.size()
                        + ". Put cells that hold commas between quotation marks."
                : null;
        return new RawRow((int) line, values, trouble);
    }

    @Override
    public List<Remark> remarks() {
        return remarks;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private CSVRecord record() throws IOException {
        line = parser.getCurrentLineNumber() + 1;
        counted.row = 0;
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException | IllegalStateException broken) {
            Throwable cause = broken.getCause() == null ? broken : broken.getCause();
            if (cause instanceof CharacterCodingException notUtf8) {
                throw notUtf8;
            }
            throw UnreadableImport.because(
                    "The row that begins in line " + line
                            + " is not CSV: a quotation mark in it is not closed, or stands alone. Double it, or quote the whole cell.");
        }
    }

    private List<String> header(CSVRecord first) {
        if (first == null) {
            throw UnreadableImport.because(
                    "The file is empty. Its first line must name the columns: " + String.join(",", COLUMNS) + ".");
        }
        List<String> names = new ArrayList<>();
        first.forEach(cell -> names.add(
                names.size() < MOST_COLUMNS
                        ? CleanText.line(cell, 60).toLowerCase(Locale.ROOT).replace(' ', '_')
                        : ""));
        if (!names.contains("text")) {
            throw UnreadableImport.because(
                    "The first line names no column “text”. It must name the columns, in any order: "
                            + String.join(",", COLUMNS) + ".");
        }
        if (!names.contains("external_id") && !names.contains("url")) {
            throw UnreadableImport.because(
                    "The first line names neither “external_id” nor “url”. One of them is needed to know a claim again.");
        }
        List<String> unknown = names.stream()
                .filter(name -> !KNOWN.contains(name) && !name.isEmpty())
                .distinct()
                .limit(20)
                .toList();
        if (!unknown.isEmpty()) {
            remarks.add(new Remark(
                    1,
                    Remark.Weight.NOTICE,
                    null,
                    "These columns were not read: " + String.join(", ", unknown) + ". We know: "
                            + String.join(", ", COLUMNS) + ".",
                    null));
        }
        return names;
    }

    /** Ends the reading where a quotation mark that is never closed would take the rest of the file for one cell. */
    private final class Counted extends FilterReader {
        private long row;

        Counted(Reader in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            int many = super.read(into, from, most);
            count(many);
            return many;
        }

        private void count(int more) {
            row += more;
            if (row > LONGEST_ROW) {
                throw UnreadableImport.because("The row that begins in line " + line
                        + " has more than a million characters. Is a quotation mark in it not closed?");
            }
        }
    }

    private static char delimiter(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char[] start = new char[LONGEST_HEADER - 1];
        int read = Math.max(0, text.read(start, 0, start.length));
        text.reset();
        String line = new String(start, 0, read).lines().findFirst().orElse("");
        if (line.indexOf(',') >= 0) {
            return ',';
        }
        return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    }
}
