package org.ontherecord.article;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The lines of a PDF with their places, in the order in which the file draws them: column after column, as a rule. */
final class PdfLines extends PDFTextStripper {

    /** A line as it stands on its page; measures in points, from the top left. */
    record Line(int page, float pageHeight, float left, float right, float bottom, float size, String text) {}

    /** A newspaper's page in small print holds a fifth of that. */
    private static final int MOST_LETTERS = 200_000;

    /** More letters on one page than any paper has. */
    static final class TooMuch extends RuntimeException {}

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private float left;
    private float right;
    private float bottom;
    private float size;
    private float pageHeight;
    private int lettersOfPage;

    private PdfLines() throws IOException {}

    static List<Line> of(PDDocument document) throws IOException {
        PdfLines lines = new PdfLines();
        lines.writeText(document, Writer.nullWriter());
        return lines.lines;
    }

    @Override
    protected void startPage(PDPage page) {
        pageHeight = page.getCropBox().getHeight();
        lettersOfPage = 0;
    }

    /** Letters are kept until their page ends. */
    @Override
    protected void processTextPosition(TextPosition letter) {
        if (++lettersOfPage > MOST_LETTERS) {
            throw new TooMuch();
        }
        super.processTextPosition(letter);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition letter : positions) {
            if (words.length() == 0 && size == 0) {
                left = letter.getXDirAdj();
            }
            left = Math.min(left, letter.getXDirAdj());
            right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
            bottom = letter.getYDirAdj();
            size = Math.max(size, Math.max(letter.getFontSizeInPt(), letter.getHeightDir()));
        }
        words.append(text);
    }

    @Override
    protected void writeWordSeparator() {
        words.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        close();
    }

    @Override
    protected void writeParagraphStart() {
        close();
    }

    @Override
    protected void writeParagraphEnd() {
        close();
    }

    @Override
    protected void writePageEnd() {
        close();
    }

    private void close() {
        String text = words.toString().strip();
        if (!text.isEmpty()) {
            lines.add(new Line(getCurrentPageNo(), pageHeight, left, right, bottom, size, text));
        }
        words.setLength(0);
        right = 0;
        size = 0;
    }
}
