package org.ontherecord.published;

import java.time.LocalTime;
import java.time.ZoneOffset;

import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Wording;
import org.ontherecord.published.timeline.TimelineMessages;
import org.ontherecord.published.timeline.TimelineWords;

/** Says records in the language of the page. */
@TemplateExtension
final class RecordWording {
    private RecordWording() {}

    /** "4 Mar 2023", "Mar 2023" or "2023". */
    static String words(RoughDate rough, @TemplateAttribute Object locale) {
        return rough.in(Language.of(locale));
    }

    /** "At least 53 times", "Once", "Only reported". */
    static String words(TimesSaid said, @TemplateAttribute Object locale) {
        return Wording.capitalise(inText(said, locale));
    }

    /** "at least 53 times", "once". */
    static String inText(TimesSaid said, @TemplateAttribute Object locale) {
        RecordMessages words = words(locale);
        if (said.count() == 0) {
            return said.reported() == 0 ? words.nowhereYet() : words.onlyReported();
        }
        String times = switch (said.count()) {
            case 1 -> words.once();
            case 2 -> words.twice();
            default -> words.times(Language.of(locale).number(said.count()));
        };
        return said.atLeast() ? words.atLeast(times) : times;
    }

    /** "Mar 2023 – Nov 2024", or null when all of it was in one month. */
    static String span(TimesSaid said, @TemplateAttribute Object locale) {
        if (said.from() == null || said.to() == null) {
            return null;
        }
        String from = Language.of(locale).month(said.from());
        String to = Language.of(locale).month(said.to());
        return from.equals(to) ? null : from + " – " + to;
    }

    /** "noon, New York", "17:00, Kyiv" or "end of the day, Brussels". */
    static String timeAndPlace(PromiseDeadline deadline, @TemplateAttribute Object locale) {
        var words = new TimelineWords(Language.of(locale).words(TimelineMessages.class));
        return words.clock(deadline.at(), deadline.zone()) + ", " + TimelineWords.place(deadline.zone());
    }

    /** "17:00 UTC". */
    static String utc(PromiseDeadline deadline, @TemplateAttribute Object locale) {
        return Language.of(locale).time(LocalTime.ofInstant(deadline.at(), ZoneOffset.UTC)) + " UTC";
    }

    static String kindInWords(ClaimSummary claim, @TemplateAttribute Object locale) {
        return claim.isPromise() ? words(locale).promise() : words(locale).statement();
    }

    /** The exact words between quotation marks, or the wording without. */
    static String quotedTitle(ClaimSummary claim, @TemplateAttribute Object locale) {
        return claim.titleQuoted(Language.of(locale));
    }

    static String quoted(PublishedAppearance appearance, @TemplateAttribute Object locale) {
        return Language.of(locale)
                .quoted(PublishedAppearance.withoutMarks(appearance.quote().exact()));
    }

    static String stanceInWords(EvidenceSource source, @TemplateAttribute Object locale) {
        return words(locale).stance(source.stance());
    }

    static String kindInWords(PublishedVerdict verdict, @TemplateAttribute Object locale) {
        return words(locale).kindOf(verdict.kind());
    }

    /** "1 Dec 2024", or with the time when a moment was asked for. */
    static String inWords(AsOf asOf, @TemplateAttribute Object locale) {
        return asOf.isDay()
                ? Language.of(locale).day(asOf.day())
                : Language.of(locale).minute(asOf.moment());
    }

    /** What an empty list of a past moment says. */
    static String nothingYet(AsOf asOf, @TemplateAttribute Object locale) {
        return Language.of(locale).words(AsOfMessages.class).nothingYet(inWords(asOf, locale));
    }

    /** The words we quote from an article, between quotation marks. */
    static String inMarks(PublishedArticle.QuotedClaim quote, @TemplateAttribute Object locale) {
        return Language.of(locale).quoted(PublishedAppearance.withoutMarks(quote.quoted()));
    }

    /** "20 Jan 2017 to 20 Jan 2021", "since Jan 2025", or null. */
    static String yearsInWords(PublishedPerson.RoleHeld role, @TemplateAttribute Object locale) {
        Language language = Language.of(locale);
        var words = language.words(ListMessages.class);
        RoughDate from = role.from();
        RoughDate to = role.to();
        if (from == null) {
            return to == null
                    ? null
                    : to.hasDay() ? words.untilDay(to.in(language)) : words.untilAbout(to.in(language));
        }
        if (to == null) {
            return from.hasDay() ? words.sinceDay(from.in(language)) : words.sinceAbout(from.in(language));
        }
        return from.hasDay() && to.hasDay()
                ? words.fromTo(from.in(language), to.in(language))
                : words.fromToAbout(from.in(language), to.in(language));
    }

    private static RecordMessages words(Object locale) {
        return Language.of(locale).words(RecordMessages.class);
    }
}
