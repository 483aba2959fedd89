package org.ontherecord.published.feed;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.ontherecord.published.PublishedAddresses.Address;

/** Writes sitemaps and their index. */
final class SitemapWriter {
    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private SitemapWriter() {}

    static String index(List<Address> maps) {
        return write("sitemapindex", "sitemap", maps);
    }

    static String map(List<Address> pages) {
        return write("urlset", "url", pages);
    }

    private static String write(String all, String one, List<Address> addresses) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(all);
            xml.writeDefaultNamespace(SITEMAP);
            for (Address address : addresses) {
                xml.writeStartElement(one);
                element(xml, "loc", address.path());
                if (address.changed() != null) {
                    element(xml, "lastmod", address.changed().toString());
                }
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static void element(XMLStreamWriter xml, String name, String words) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(words);
        xml.writeEndElement();
    }
}
