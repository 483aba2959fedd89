package org.ontherecord.published;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Links as a header (RFC 8288) or a document (link-format, RFC 6690): each address once, with all that it is. */
final class Links {
    private record Link(Set<String> relations, Map<String, String> attributes) {
        private Link() {
            this(new LinkedHashSet<>(), new LinkedHashMap<>());
        }
    }

    private final Map<String, Link> links = new LinkedHashMap<>();

    /** The attributes are names and values in turn. */
    Links add(String address, String relation, String... attributes) {
        Link link = links.computeIfAbsent(address, first -> new Link());
        link.relations.add(relation);
        for (int i = 0; i < attributes.length; i += 2) {
            link.attributes.put(attributes[i], attributes[i + 1]);
        }
        return this;
    }

    String header() {
        return joined(", ");
    }

    String document() {
        return joined(",\n") + "\n";
    }

    private String joined(String separator) {
        return links.entrySet().stream()
                .map(entry -> "<" + entry.getKey() + ">; rel=\"" + String.join(" ", entry.getValue().relations) + "\""
                        + entry.getValue().attributes.entrySet().stream()
                                .map(attribute -> "; " + attribute.getKey() + "=\"" + attribute.getValue() + "\"")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(separator));
    }
}
