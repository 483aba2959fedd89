package org.ontherecord.platform;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

/** Says the ratings that come with the product in the language of the page; a newsroom's own stay as they were written. */
public final class RatingWording {
    private RatingWording() {}

    /** {@code code} with its scale or without. */
    public static String label(String stored, String code, Language language) {
        String bare = code.substring(code.lastIndexOf('.') + 1);
        boolean ours = Language.ENGLISH.words(RatingMessages.class).label(bare).equals(stored);
        return ours ? language.words(RatingMessages.class).label(bare) : stored;
    }

    @TemplateExtension
    static String translated(String label, String code, @TemplateAttribute Object locale) {
        return label(label, code, Language.of(locale));
    }

    /** {@code code} with its scale, since scales give one label different meanings. */
    @TemplateExtension
    static String translatedDefinition(String stored, String code, @TemplateAttribute Object locale) {
        boolean ours =
                Language.ENGLISH.words(RatingMessages.class).definition(code).equals(stored);
        return ours ? Language.of(locale).words(RatingMessages.class).definition(code) : stored;
    }
}
