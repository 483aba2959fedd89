package org.ontherecord.article;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * A Word document (Office Open XML, ECMA-376): the paragraphs of its main part, and title, author and date from its
 * properties. Two parts of the package are unpacked and nothing else, each bounded; a library for all of Office would be
 * twenty times the size of this app's own code for the same paragraphs.
 */
final class WordArticle {

    /** A million characters of text in the most wordy markup. */
    private static final int LARGEST_PART = 60 * 1024 * 1024;
    /** What all parts may unpack to, also those we skip. */
    private static final long LARGEST_WHOLE = 200L * 1024 * 1024;

    private static final int MOST_PARTS = 5_000;
    private static final String BODY = "word/document.xml";
    private static final String PROPERTIES = "docProps/core.xml";
    private static final Set<String> WANTED = Set.of(BODY, PROPERTIES);

    private WordArticle() {}

    static ArticleText read(byte[] bytes) {
        try {
            Map<String, byte[]> parts = parts(bytes);
            if (!parts.containsKey(BODY)) {
                throw broken();
            }
            String text = WordParagraphs.of(parts.get(BODY));
            Map<String, String> properties =
                    parts.containsKey(PROPERTIES) ? WordParagraphs.properties(parts.get(PROPERTIES)) : Map.of();
            return PlainArticle.read(text)
                    .proposing(properties.get("title"), properties.get("creator"), properties.get("created"));
        } catch (IOException | XMLStreamException | IllegalArgumentException unreadable) {
            throw broken();
        }
    }

    private static Map<String, byte[]> parts(byte[] bytes) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        long unpacked = 0;
        int seen = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry();
                    entry != null && parts.size() < WANTED.size();
                    entry = zip.getNextEntry()) {
                boolean wanted = WANTED.contains(entry.getName()) && !parts.containsKey(entry.getName());
                ByteArrayOutputStream part = new ByteArrayOutputStream();
                unpacked += copy(zip, wanted ? part : null, LARGEST_WHOLE - unpacked);
                if (++seen > MOST_PARTS) {
                    throw tooLarge();
                }
                if (wanted) {
                    parts.put(entry.getName(), part.toByteArray());
                }
            }
        }
        return parts;
    }

    private static long copy(InputStream from, ByteArrayOutputStream to, long most) throws IOException {
        byte[] buffer = new byte[16_384];
        long copied = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            copied += read;
            if (copied > most || to != null && copied > LARGEST_PART) {
                throw tooLarge();
            }
            if (to != null) {
                to.write(buffer, 0, read);
            }
        }
        return copied;
    }

    private static Unreadable tooLarge() {
        return new Unreadable(
                Unreadable.Reason.TOO_LARGE,
                "This Word document unpacks to far more than an article. Paste the article's words instead.");
    }

    private static Unreadable broken() {
        return new Unreadable(
                Unreadable.Reason.NOT_TEXT,
                "This Word document is damaged. Open it, save it again, or paste its words instead.");
    }
}
