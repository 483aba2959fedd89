package org.ontherecord.article;

import java.util.Locale;

import com.rometools.rome.io.SAXBuilder;
import com.rometools.rome.io.WireFeedInput;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reads feeds no deeper than feeds are. JDOM looks at every ancestor of each element it adds, so that depth costs its square:
 * 600 kB of opening tags took 80 s of a core.
 */
final class FlatFeedInput extends WireFeedInput {
    static final int DEEPEST = 250;
    static final String TOO_DEEP = "too deep";

    FlatFeedInput() {
        super(false, Locale.ROOT);
    }

    @Override
    protected SAXBuilder createSAXBuilder() {
        SAXBuilder builder = super.createSAXBuilder();
        builder.setXMLFilter(new Depth());
        return builder;
    }

    private static final class Depth extends XMLFilterImpl {
        private int depth;

        @Override
        public void startElement(String space, String name, String prefixed, Attributes attributes)
                throws SAXException {
            if (++depth > DEEPEST) {
                throw new SAXParseException(TOO_DEEP, null);
            }
            super.startElement(space, name, prefixed, attributes);
        }

        @Override
        public void endElement(String space, String name, String prefixed) throws SAXException {
            depth--;
            super.endElement(space, name, prefixed);
        }
    }
}
