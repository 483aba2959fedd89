package org.ontherecord.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Files as newsrooms get them, and as nobody should send them, made on the spot. */
public final class Documents {
    private static final String WORD = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    private Documents() {}

    /** A line at a place on a page; measures in points from the lower left. */
    public record Printed(float x, float y, float size, String text) {}

    /** What a test does to a document before it is saved. */
    public interface Change {
        void to(PDDocument document) throws IOException;
    }

    /** Lines one below the other from the top of one page. */
    public static byte[] pdf(String... lines) {
        Printed[] page = new Printed[lines.length];
        for (int i = 0; i < lines.length; i++) {
            page[i] = new Printed(72, 720 - 14 * i, 11, lines[i]);
        }
        return pdf(document -> {}, List.of(List.of(page)));
    }

    public static byte[] pdf(Change change, List<List<Printed>> pages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDFont font = new PDType1Font(FontName.HELVETICA);
            for (List<Printed> lines : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    for (Printed line : lines) {
                        content.beginText();
                        content.setFont(font, line.size());
                        content.newLineAtOffset(line.x(), line.y());
                        content.showText(line.text());
                        content.endText();
                    }
                }
            }
            change.to(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static Change titled(String title, String author) {
        return document -> {
            var facts = new PDDocumentInformation();
            facts.setTitle(title);
            facts.setAuthor(author);
            document.setDocumentInformation(facts);
        };
    }

    static Change locked(String owner, String user) {
        return document -> document.protect(new StandardProtectionPolicy(owner, user, new AccessPermission()));
    }

    /** A page whose drawing unpacks to so many megabytes, a word again and again. */
    static Change bomb(int megabytes, String drawn) {
        return document -> {
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] much = bytes(drawn.repeat(1024 * 1024 / drawn.length()));
                out.write(bytes("BT /F1 9 Tf "));
                for (int i = 0; i < megabytes; i++) {
                    out.write(much);
                }
            }
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
            document.getPage(0).setResources(resources);
            document.getPage(0).setContents(stream);
        };
    }

    /** A Word document of so many plain paragraphs. */
    public static byte[] word(String... paragraphs) {
        StringBuilder body = new StringBuilder();
        for (String paragraph : paragraphs) {
            body.append("<w:p><w:r><w:t xml:space=\"preserve\">")
                    .append(paragraph)
                    .append("</w:t></w:r></w:p>");
        }
        return wordBody(body.toString());
    }

    static byte[] wordBody(String body) {
        return wordXml("<?xml version=\"1.0\"?><w:document " + WORD
                + " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body
                + "</w:body></w:document>");
    }

    static byte[] wordXml(String document) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", bytes("<Types/>"));
        parts.put("word/document.xml", bytes(document));
        parts.put(
                "docProps/core.xml",
                bytes(
                        "<c:coreProperties xmlns:c=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
                                + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:t=\"http://purl.org/dc/terms/\">"
                                + "<dc:title>The harbour and its bridge</dc:title><dc:creator>Jo Writer</dc:creator>"
                                + "<t:created>2024-11-08T10:00:00Z</t:created></c:coreProperties>"));
        return zip(parts);
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
