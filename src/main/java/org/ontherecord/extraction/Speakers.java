package org.ontherecord.extraction;

import java.util.List;

import org.ontherecord.speaker.Speaker;

/** The names offered while a person types who said it. */
final class Speakers {
    private static final int OFFERED = 300;

    private Speakers() {}

    static List<String> names() {
        return Speaker.find("select distinct s.name from Speaker s order by s.name")
                .project(String.class)
                .page(0, OFFERED)
                .list();
    }
}
