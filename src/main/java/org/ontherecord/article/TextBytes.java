package org.ontherecord.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes from outside turned into characters: what they are is read from the bytes, not from the name they came with. */
public record TextBytes(String characters, boolean html) {

    /** The largest upload we read. */
    static final int LARGEST = 20 * 1024 * 1024;

    /** What a person can do about a file of another kind. */
    static final String WE_READ = "We read PDF, Word (.docx), HTML and text files, transcripts and subtitles.";

    private static final int HEAD = 4096;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile(
            "<meta[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?([\\w:.-]{2,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype\\s+html|html|head|body|article|main|meta|div|p|h[1-6]|section|table|title)[\\s>/]",
            Pattern.CASE_INSENSITIVE);

    /** Reads bytes whose sender may have named a character set. */
    static TextBytes read(byte[] bytes, String declaredCharset) {
        if (bytes.length > LARGEST) {
            throw tooLarge();
        }
        String characters = decode(bytes, declaredCharset);
        if (looksBinary(characters)) {
            throw new Unreadable(
                    Unreadable.Reason.NOT_TEXT,
                    "This is not a file we can read. " + WE_READ + " Or paste the article's words instead.");
        }
        return new TextBytes(characters, isHtml(characters));
    }

    /** The characters of a file that can only be text. */
    public static String words(byte[] bytes, String declaredCharset) {
        FileKind kind = FileKind.of(bytes);
        if (kind != FileKind.TEXT) {
            throw new Unreadable(Unreadable.Reason.NOT_TEXT, "This is not a text file. Save the list as .txt or .csv.");
        }
        return read(bytes, declaredCharset).characters();
    }

    static Unreadable tooLarge() {
        return new Unreadable(
                Unreadable.Reason.TOO_LARGE, "This file is larger than 20 MB. Paste the article's words instead.");
    }

    /** Whether pasted words are markup: they start with a tag, or hold a paragraph of one. */
    static boolean isHtml(String characters) {
        String start = characters.stripLeading();
        return start.startsWith("<")
                && MARKUP.matcher(start.substring(0, Math.min(HEAD, start.length())))
                        .find();
    }

    private static boolean startsWith(byte[] bytes, String signature) {
        if (bytes.length < signature.length()) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (bytes[i] != (byte) signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String decode(byte[] bytes, String declaredCharset) {
        Charset marked = byteOrderMark(bytes);
        if (marked != null) {
            return new String(bytes, marked);
        }
        for (String name : new String[] {declaredCharset, inMarkup(bytes)}) {
            Charset declared = charset(name);
            String characters = declared == null ? null : strictly(bytes, declared);
            if (characters != null) {
                return characters;
            }
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        return utf8 != null ? utf8 : new String(bytes, WINDOWS_1252);
    }

    private static Charset byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, "\u00EF\u00BB\u00BF")) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(bytes, "\u00FE\u00FF")) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(bytes, "\u00FF\u00FE") ? StandardCharsets.UTF_16LE : null;
    }

    private static String inMarkup(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
        Matcher declared = DECLARED.matcher(head);
        return declared.find() ? declared.group(1) : null;
    }

    private static Charset charset(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        try {
            Charset charset = Charset.forName(name.strip().toLowerCase(Locale.ROOT));
            return charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII)
                    ? WINDOWS_1252
                    : charset;
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    private static String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(
                            charset.equals(WINDOWS_1252) ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | UnsupportedOperationException notThatCharset) {
            return null;
        }
    }

    /** A stray NUL is cleaned away later; many of them are not text at all. */
    private static boolean looksBinary(String characters) {
        int looked = Math.min(characters.length(), 65_536);
        int controls = 0;
        for (int i = 0; i < looked; i++) {
            char c = characters.charAt(i);
            if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
                controls++;
            }
        }
        return controls > 8 && controls * 50L > looked;
    }
}
