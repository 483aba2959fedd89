package org.ontherecord.platform;

import com.github.slugify.Slugify;

/** The readable tail of a public address. It never identifies anything: the number before it does. */
public final class Slugs {
    private static final int LONGEST = 60;
    private static final Slugify SLUGIFY =
            Slugify.builder().lowerCase(true).transliterator(false).build();

    private Slugs() {}

    /** At most 60 characters of a-z, 0-9 and hyphens, cut at a word; {@code record} when nothing is left. */
    public static String of(String words) {
        String slug = SLUGIFY.slugify(words.replaceAll("['’‘]", ""));
        if (slug.length() > LONGEST) {
            int cut = slug.lastIndexOf('-', LONGEST);
            slug = slug.substring(0, cut > 0 ? cut : LONGEST);
        }
        return slug.isEmpty() ? "record" : slug;
    }
}
