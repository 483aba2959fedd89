package org.ontherecord.article;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The main part of a Word document, read once from start to end, as it reads with all tracked changes accepted. */
final class WordParagraphs {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String DUBLIN_TERMS = "http://purl.org/dc/terms/";

    /** Deleted or moved away, codes of fields, and the second spelling of what old programs cannot show. */
    private static final Set<String> SKIPPED =
            Set.of("del", "moveFrom", "instrText", "delInstrText", "Fallback", "pict");

    private final StringBuilder text = new StringBuilder();
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private boolean hidden;

    private WordParagraphs() {}

    static String of(byte[] part) throws XMLStreamException {
        return new WordParagraphs().read(part);
    }

    /** What the document says about itself: {@code title}, {@code creator}, {@code created}. */
    static Map<String, String> properties(byte[] part) throws XMLStreamException {
        Map<String, String> properties = new HashMap<>();
        XMLStreamReader xml = reader(part);
        while (next(xml) != XMLStreamConstants.END_DOCUMENT) {
            if (xml.isStartElement()
                    && (DUBLIN_CORE.equals(xml.getNamespaceURI()) || DUBLIN_TERMS.equals(xml.getNamespaceURI()))) {
                properties.put(xml.getLocalName(), xml.getElementText());
            }
        }
        return properties;
    }

    private String read(byte[] part) throws XMLStreamException {
        XMLStreamReader xml = reader(part);
        for (int event = next(xml); event != XMLStreamConstants.END_DOCUMENT; event = next(xml)) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (SKIPPED.contains(xml.getLocalName())) {
                    skip(xml);
                } else if (isWord(xml)) {
                    begin(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("p")
                    && isWord(xml)
                    && !open.isEmpty()) {
                close(open.pop());
            }
        }
        return text.toString();
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        switch (xml.getLocalName()) {
            case "p" -> open.push(new StringBuilder());
            case "r" -> hidden = false;
            case "vanish" -> hidden = !"false".equals(value(xml)) && !"0".equals(value(xml));
            case "numPr" -> add("• ");
            case "tab", "ptab" -> add(" ");
            case "br", "cr" -> add("\n");
            case "noBreakHyphen" -> add("-");
            case "t" -> add(xml.getElementText());
            default -> {}
        }
    }

    /** The paragraph's own mark may be hidden too; that hides no words. */
    private void add(String words) {
        if (!open.isEmpty() && (!hidden || words.equals("• "))) {
            open.peek().append(words);
        }
    }

    private void close(StringBuilder paragraph) {
        hidden = false;
        String words = paragraph.toString().replaceAll("[ \\t\\u00A0]++", " ").strip();
        if (!words.isEmpty() && !words.equals("•")) {
            text.append(text.length() == 0 ? "" : "\n\n").append(words);
        }
        if (text.length() > 2 * ArticleText.LONGEST) {
            throw ArticleText.tooLong();
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = next(xml);
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /** A document type declaration can name files and repeat itself without end; no Word document has one. */
    private static int next(XMLStreamReader xml) throws XMLStreamException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException("a document type declaration");
        }
        return event;
    }

    private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }

    private static boolean isWord(XMLStreamReader xml) {
        return W.equals(xml.getNamespaceURI()) || STRICT_W.equals(xml.getNamespaceURI());
    }

    private static String value(XMLStreamReader xml) {
        return xml.getAttributeValue(xml.getNamespaceURI(), "val");
    }
}
