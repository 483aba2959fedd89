package org.ontherecord.published;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import org.ontherecord.platform.Slugs;

/**
 * What claims are about. Topics are words on claims and have no table: those that make the same slug are one topic.
 *
 * @param names as claims write it, the most frequent first
 */
public record Topic(String slug, List<String> names, long claims) {

    public String name() {
        return names.get(0);
    }

    public String page() {
        return page(name());
    }

    public static String page(String name) {
        return "/topics/" + URLEncoder.encode(slug(name), StandardCharsets.UTF_8);
    }

    /** Letters that no slug can say stay as they are. */
    static String slug(String name) {
        String slug = Slugs.of(name);
        boolean nothingLeft = slug.equals(Slugs.of(""));
        return nothingLeft ? name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s/]+", "-") : slug;
    }
}
