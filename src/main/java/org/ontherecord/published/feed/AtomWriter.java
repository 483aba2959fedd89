package org.ontherecord.published.feed;

import java.io.StringWriter;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.ontherecord.published.Publication;

/** Writes a feed as Atom (RFC 4287), paged (RFC 5005), with what was withdrawn taken back (RFC 6721). */
final class AtomWriter {
    static final String TYPE = "application/atom+xml";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    /** What XML 1.0 can hold at all; elsewhere a parser would refuse the whole feed. */
    private static final IntPredicate XML = c -> c == '\t'
            || c == '\n'
            || c == '\r'
            || c >= 0x20 && c <= 0xD7FF
            || c >= 0xE000 && c <= 0xFFFD
            || c >= 0x10000;

    private final XMLStreamWriter xml;

    private AtomWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(Feed feed) {
        var text = new StringWriter();
        try {
            new AtomWriter(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).feed(feed);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private void feed(Feed feed) throws XMLStreamException {
        int page = feed.list().page();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        xml.writeNamespace("at", TOMBSTONES);
        xml.writeAttribute("xml:lang", "en");
        element("id", feed.address("atom", 1));
        element("title", feed.title());
        element("updated", feed.updated().toString());
        author("On the Record");
        link("self", TYPE, feed.address("atom", page));
        link("alternate", "text/html", feed.site().absolute(feed.home()));
        link("license", null, Feed.LICENCE);
        link("first", TYPE, feed.address("atom", 1));
        if (feed.hasPrevious()) {
            link("previous", TYPE, feed.address("atom", page - 1));
        }
        if (feed.hasNext()) {
            link("next", TYPE, feed.address("atom", page + 1));
        }
        link("last", TYPE, feed.address("atom", feed.list().pages()));
        element("icon", feed.site().absolute("/favicon.svg"));
        element("rights", Feed.RIGHTS);
        for (Entry entry : feed.entries()) {
            for (String version : entry.takenBack()) {
                tombstone(version, entry);
            }
        }
        for (Entry entry : feed.entries()) {
            entry(entry);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(Entry entry) throws XMLStreamException {
        var claim = entry.claim();
        var verdict = entry.publication().verdict();
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", claim.language());
        element("id", entry.id());
        element("title", entry.title());
        element("published", verdict.publishedAt().toString());
        element("updated", verdict.publishedAt().toString());
        author(verdict.checkedBy());
        if (verdict.signedOffBy() != null) {
            person("contributor", verdict.signedOffBy());
        }
        link("alternate", "text/html", entry.page());
        for (Publication.Reference source : entry.publication().sources()) {
            xml.writeEmptyElement("link");
            attribute("rel", "via");
            attribute("href", source.url());
            attribute("title", source.title());
        }
        category(entry.site().absolute("/claims?verdict="), verdict.code(), verdict.label());
        category(entry.site().absolute("/claims?kind="), claim.kind(), entry.kind());
        for (String topic : claim.topics()) {
            category(entry.site().absolute("/claims?topic="), topic, topic);
        }
        element("rights", Feed.RIGHTS);
        element("summary", entry.summary());
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        text(entry.html());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void tombstone(String version, Entry withdrawal) throws XMLStreamException {
        xml.writeStartElement("at:deleted-entry");
        attribute("ref", version);
        attribute("when", withdrawal.publication().verdict().publishedAt().toString());
        xml.writeStartElement("at:comment");
        text(withdrawal.summary());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void author(String name) throws XMLStreamException {
        person("author", name);
    }

    private void person(String element, String name) throws XMLStreamException {
        xml.writeStartElement(element);
        element("name", name);
        xml.writeEndElement();
    }

    private void link(String relation, String type, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        attribute("rel", relation);
        if (type != null) {
            attribute("type", type);
        }
        attribute("href", address);
    }

    private void category(String scheme, String term, String label) throws XMLStreamException {
        xml.writeEmptyElement("category");
        attribute("scheme", scheme);
        attribute("term", term);
        attribute("label", label);
    }

    private void element(String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        text(words);
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, possible(value));
    }

    private void text(String words) throws XMLStreamException {
        xml.writeCharacters(possible(words));
    }

    private static String possible(String words) {
        return words.codePoints()
                .filter(XML)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
