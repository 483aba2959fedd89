package org.ontherecord.article;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** What a file is by its bytes; the name it came with and what its sender calls it count for nothing. */
enum FileKind {
    TEXT(null),
    PDF(null),
    WORD(null),
    ARCHIVE("an archive. Add its articles under “Many at once”"),
    OLD_OFFICE("an old Word document, or one that needs a password. Save it as .docx without a password"),
    SPREADSHEET("a spreadsheet. Paste the article's words instead"),
    SLIDES("a set of slides. Save it as a PDF"),
    OPEN_DOCUMENT("an OpenDocument text. Save it as .docx or as a PDF"),
    RICH_TEXT("a rich text document. Save it as .docx or as a PDF"),
    PICTURE("a picture. Paste the words that stand on it"),
    RECORDING("a recording. Add its transcript or its subtitles"),
    PROGRAM("a program, whatever its name says");

    /** PDF readers look for the mark in so many first bytes (ISO 32000-1, Annex H.3.4.1). */
    private static final int MARK_WITHIN = 1024;
    /** More names than any document has in its package. */
    private static final int MOST_NAMES = 5_000;

    private static final int DIRECTORY_ENTRY = 46;
    private static final int DIRECTORY_END = 22;

    private final String words;

    FileKind(String words) {
        this.words = words;
    }

    static FileKind of(byte[] bytes) {
        if (starts(bytes, "PK\3\4") || starts(bytes, "PK\5\6")) {
            return zipped(bytes);
        }
        if (starts(bytes, "\u00D0\u00CF\u0011\u00E0")) {
            return OLD_OFFICE;
        }
        if (starts(bytes, "{\\rtf")) {
            return RICH_TEXT;
        }
        if (starts(bytes, "MZ") && hasNul(bytes)
                || starts(bytes, "\u007FELF")
                || starts(bytes, "\u00CA\u00FE\u00BA\u00BE")) {
            return PROGRAM;
        }
        if (startsWithAny(bytes, "\u0089PNG", "\u00FF\u00D8\u00FF", "GIF8", "II*\0", "MM\0*") || riff(bytes, "WEBP")) {
            return PICTURE;
        }
        if (startsWithAny(bytes, "ID3", "OggS", "fLaC", "\u001AE\u00DF\u00A3")
                || at(bytes, 4, "ftyp")
                || riff(bytes, "WAVE")) {
            return RECORDING;
        }
        if (startsWithAny(bytes, "\u001F\u008B", "7z\u00BC\u00AF", "Rar!\u001A\7", "\u00FD7zXZ", "BZh")) {
            return ARCHIVE;
        }
        return indexOf(bytes, "%PDF-", MARK_WITHIN) >= 0 ? PDF : TEXT;
    }

    /** Why we do not read it and what to do; for the kinds that we do not read. */
    Unreadable refusal() {
        return new Unreadable(Unreadable.Reason.NOT_TEXT, "This file is " + words + ". " + TextBytes.WE_READ);
    }

    private static FileKind zipped(byte[] bytes) {
        Set<String> names = namesWithin(bytes);
        if (names.contains("word/document.xml")) {
            return WORD;
        }
        if (names.contains("xl/workbook.xml")) {
            return SPREADSHEET;
        }
        if (names.contains("ppt/presentation.xml")) {
            return SLIDES;
        }
        return at(bytes, 30, "mimetypeapplication/vnd.oasis.opendocument") ? OPEN_DOCUMENT : ARCHIVE;
    }

    /** The names in a zip's own directory (APPNOTE 4.3.12), without unpacking anything. */
    private static Set<String> namesWithin(byte[] bytes) {
        Set<String> names = new HashSet<>();
        int end = bytes.length - DIRECTORY_END;
        int earliest = Math.max(0, end - 0xFFFF);
        while (end >= earliest && !at(bytes, end, "PK\5\6")) {
            end--;
        }
        if (end < earliest) {
            return names;
        }
        long next = number(bytes, end + 16, 4);
        while (next >= 0 && next + DIRECTORY_ENTRY <= bytes.length && names.size() < MOST_NAMES) {
            int entry = (int) next;
            int length = (int) number(bytes, entry + 28, 2);
            if (!at(bytes, entry, "PK\1\2") || entry + DIRECTORY_ENTRY + length > bytes.length) {
                break;
            }
            names.add(new String(bytes, entry + DIRECTORY_ENTRY, length, StandardCharsets.UTF_8));
            next += DIRECTORY_ENTRY + length + number(bytes, entry + 30, 2) + number(bytes, entry + 32, 2);
        }
        return names;
    }

    private static long number(byte[] bytes, int from, int size) {
        long number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = number << 8 | bytes[from + i] & 0xFF;
        }
        return number;
    }

    private static boolean hasNul(byte[] bytes) {
        return indexOf(bytes, "\0", 64) >= 0;
    }

    private static boolean riff(byte[] bytes, String what) {
        return starts(bytes, "RIFF") && at(bytes, 8, what);
    }

    private static boolean startsWithAny(byte[] bytes, String... signatures) {
        for (String signature : signatures) {
            if (starts(bytes, signature)) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(byte[] bytes, String signature) {
        return at(bytes, 0, signature);
    }

    private static int indexOf(byte[] bytes, String signature, int within) {
        int last = Math.min(within, bytes.length) - signature.length();
        for (int i = 0; i <= last; i++) {
            if (at(bytes, i, signature)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean at(byte[] bytes, int from, String signature) {
        if (from < 0 || bytes.length - from < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (bytes[from + i] != (byte) signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
