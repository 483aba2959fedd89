package org.ontherecord.search;

import java.util.Locale;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Wording;

/** Says what was searched for in the language of the page. */
@TemplateExtension
final class SearchWording {
    private SearchWording() {}

    /** "French", "français"; the code where nobody has a name for it. */
    static String languageInWords(String code, @TemplateAttribute Object locale) {
        Locale reader = Locale.forLanguageTag(Language.of(locale).code());
        return Wording.capitalise(Locale.forLanguageTag(code).getDisplayLanguage(reader));
    }
}
