package org.ontherecord.published.sharing;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A schema.org thing in JSON-LD: its type, then its properties in the order given; what is not known is left out. */
final class Thing {
    private final Map<String, Object> properties = new LinkedHashMap<>();

    static Thing of(String type) {
        return new Thing().with("@type", type);
    }

    Thing with(String property, Object value) {
        boolean nothing = value == null || value instanceof Collection<?> values && values.isEmpty();
        if (!nothing) {
            properties.put(property, value);
        }
        return this;
    }

    Map<String, Object> properties() {
        return Collections.unmodifiableMap(properties);
    }
}
