package org.ontherecord.platform;

import java.util.Optional;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who runs this installation, as far as its operator says. What is not said, the pages say is not said. */
@Singleton
@Named("newsroom")
public class Newsroom {
    private final String name;
    private final String contact;
    private final String funding;

    Newsroom(
            @ConfigProperty(name = "ontherecord.newsroom") Optional<String> name,
            @ConfigProperty(name = "ontherecord.contact") Optional<String> contact,
            @ConfigProperty(name = "ontherecord.funding") Optional<String> funding) {
        this.name = said(name);
        this.contact = said(contact);
        this.funding = said(funding);
    }

    /** Null when nobody said; so are the others. */
    public String name() {
        return name;
    }

    public String contact() {
        return contact;
    }

    public String funding() {
        return funding;
    }

    /** Where a click on the contact leads: a mail, a page, or null when it is neither. */
    public String contactAddress() {
        if (contact == null || contact.contains(" ")) {
            return null;
        }
        if (contact.matches("https?://.+")) {
            return contact;
        }
        return contact.matches("[^@:/]+@[^@:/]+") ? "mailto:" + contact : null;
    }

    private static String said(Optional<String> words) {
        return words.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }
}
