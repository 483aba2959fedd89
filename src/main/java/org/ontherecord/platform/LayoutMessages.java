package org.ontherecord.platform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What stands around every public page. */
@MessageBundle("layout")
public interface LayoutMessages {
    @Message("Skip to the content")
    String skip();

    @Message(
            "What public figures claimed and promised, when they said it, and what became of it, with dates and sources.")
    String whatThisIs();

    /** As Open Graph writes it. */
    @Message("en_GB")
    String locale();

    @Message("Demonstration")
    String demo();

    @Message("Demonstration record. Its entries show how the site works; do not cite them.")
    String demoNotice();

    @Message("Main")
    String mainNavigation();

    @Message("Claims")
    String claims();

    @Message("People")
    String people();

    @Message("Articles")
    String articles();

    @Message("How we rate")
    String howWeRate();

    @Message("Corrections")
    String corrections();

    @Message("Feeds")
    String feeds();

    @Message("Verdicts as they are published")
    String verdictsFeed();

    @Message("Follow this list")
    String followList();

    @Message("How we choose")
    String howWeChoose();

    @Message("About")
    String about();

    @Message("Accessibility")
    String accessibility();

    @Message("About this record")
    String aboutNavigation();

    @Message("Data")
    String data();

    @Message("Desk")
    String desk();

    @Message("Search claims or people")
    String searchFor();

    @Message("Search")
    String search();

    @Message("Our words and ratings:")
    String licence();

    @Message("Quotations belong to their authors.")
    String quotations();

    @Message("Language")
    String language();

    @Message("Theme")
    String theme();

    @Message("{#switch code}{#case 'light'}Light{#case 'dark'}Dark{#else}System{/switch}")
    String themeName(String code);

    @Message("“")
    String openQuote();

    @Message("”")
    String closeQuote();

    @Message("This page exists only in English.")
    String englishOnly();
}
