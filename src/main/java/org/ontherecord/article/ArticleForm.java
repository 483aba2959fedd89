package org.ontherecord.article;

import java.time.LocalDate;
import java.util.Locale;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.platform.FormErrors;

/** What a person typed about an article. Empty fields mean: as the text says. */
public class ArticleForm {
    @RestForm
    String url;

    @RestForm
    String text;

    @RestForm
    String title;

    @RestForm
    String outlet;

    @RestForm
    String byline;

    @RestForm
    String publishedOn;

    @RestForm
    String language;

    @RestForm
    String address;

    @RestForm
    Integer version;

    /** As it goes back into the fields of a page; a template never meets a null. */
    public record Typed(
            String url,
            String text,
            String title,
            String outlet,
            String byline,
            String publishedOn,
            String language,
            String address) {

        public boolean hasDetails() {
            return !(title + outlet + byline + publishedOn + language + address).isBlank();
        }
    }

    Typed typed() {
        return new Typed(
                given(url),
                given(text),
                given(title),
                given(outlet),
                given(byline),
                given(publishedOn),
                given(language),
                given(address));
    }

    /** Adds what is wrong with the details. */
    void check(FormErrors errors) {
        errors.require(line(title, 501).length() <= 500, "title", "Use at most 500 characters for the title.");
        errors.require(line(outlet, 201).length() <= 200, "outlet", "Use at most 200 characters for the outlet.");
        errors.require(line(byline, 201).length() <= 200, "byline", "Use at most 200 characters for the author.");
        errors.require(
                line(publishedOn, 60).isEmpty() || date() != null,
                "publishedOn",
                "Write the date like 8 Nov 2024 or 2024-11-08.");
        errors.require(
                line(language, 60).isEmpty() || languageTag() != null,
                "language",
                "Write the language as a code, such as en or pt-BR.");
        errors.require(
                line(address, 3_000).isEmpty() || WebAddress.parse(address) != null,
                "address",
                "Write the address in full, such as https://example.org/story.");
    }

    /** What was typed where something was, and what the text says elsewhere. */
    ArticleText over(ArticleText read) {
        return new ArticleText(
                read.text(),
                or(line(title, 500), read.title()),
                or(line(byline, 200), read.byline()),
                or(line(outlet, 200), read.outlet()),
                date() != null ? date() : read.publishedOn(),
                languageTag() != null ? languageTag() : read.language(),
                WebAddress.parse(address) != null ? WebAddress.parse(address).toString() : read.canonicalUrl());
    }

    /** Only what was typed: an emptied field is empty. */
    Article.Details alone() {
        String canonicalUrl = line(address, 3_000).isEmpty()
                ? null
                : WebAddress.parse(address).toString();
        return new Article.Details(
                line(title, 500),
                line(outlet, 200).isEmpty() ? null : Outlet.named(line(outlet, 200), null),
                or(line(byline, 200), null),
                date(),
                languageTag(),
                canonicalUrl);
    }

    private LocalDate date() {
        return NewsDate.find(line(publishedOn, 60));
    }

    private String languageTag() {
        String tag = Languages.tag(given(language).toLowerCase(Locale.ROOT).strip());
        return tag != null && tag.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") ? tag : null;
    }

    private static String line(String typed, int most) {
        return CleanText.line(typed, most);
    }

    private static String given(String typed) {
        return typed == null ? "" : CleanText.of(typed);
    }

    private static String or(String typed, String otherwise) {
        return typed.isEmpty() ? otherwise : typed;
    }
}
