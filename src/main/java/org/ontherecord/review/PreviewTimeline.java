package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.CountedAppearance;
import org.ontherecord.claim.Deadline;
import org.ontherecord.platform.Language;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.published.timeline.TimelineEvent;
import org.ontherecord.published.timeline.TimelineMessages;
import org.ontherecord.published.timeline.TimelineModel;

/** The timeline as readers would see it if the draft were published now: the public figure, from the newsroom's own rows. */
final class PreviewTimeline {
    private final Claim claim;
    private final List<Verdict> newestFirst;
    private final List<TimelineEvent> events = new ArrayList<>();

    private PreviewTimeline(Claim claim, List<Verdict> newestFirst) {
        this.claim = claim;
        this.newestFirst = newestFirst;
    }

    /** What the draft would add: a rating in force from a day, and a deadline, each null if it does not say; and times said. */
    record Added(Rating rating, LocalDate from, String reason, Deadline deadline, UnsavedTimes times) {
        boolean isVerdict() {
            return rating != null && from != null;
        }
    }

    /** Null while there is nothing to draw. */
    static TimelineModel of(Claim claim, List<Verdict> newestFirst, Added added, Instant now) {
        var line = new PreviewTimeline(claim, newestFirst);
        line.said(added.times);
        line.verdicts(added, now);
        line.deadlines(added, now);
        return line.events.isEmpty()
                ? null
                : TimelineModel.of(
                        new TimelineModel.Subject("preview-timeline", claim.wording, "#preview-steps", null),
                        line.events,
                        now,
                        Language.ENGLISH.words(TimelineMessages.class));
    }

    private void said(UnsavedTimes unsaved) {
        for (var appearance : Appearance.of(claim)) {
            var article = appearance.snapshot == null ? null : appearance.snapshot.article;
            said(
                    appearance.mode,
                    unsaved.dateOf(appearance),
                    article == null ? null : article.publishedOn,
                    appearance.quoteExact,
                    appearance.occasion);
        }
        unsaved.said()
                .ifPresent(one -> said(
                        one.mode(),
                        one.place().saidOn(),
                        null,
                        one.quote(),
                        one.place().occasion()));
        for (var total : CountedAppearance.of(claim)) {
            counted(total.total());
        }
        unsaved.counted()
                .filter(total -> CountedAppearance.of(claim).stream()
                        .noneMatch(known -> known.total().equals(total)))
                .ifPresent(this::counted);
    }

    /** A report stands on the day of its article, which is null for what is outside our articles. */
    private void said(Appearance.Mode mode, RoughDate said, LocalDate dated, String quote, String occasion) {
        boolean reported = mode == Appearance.Mode.REPORTED;
        boolean own = said != null && !(reported && dated != null);
        LocalDate on = own ? said.date() : dated;
        if (on == null) {
            return;
        }
        var precision = own ? TimelineEvent.Precision.valueOf(said.precision().name()) : TimelineEvent.Precision.DAY;
        var spoken = said == null
                ? null
                : TimelineEvent.Precision.valueOf(said.precision().name());
        events.add(
                reported
                        ? TimelineEvent.reported(on, precision, quote, occasion, null)
                                .saidOn(said == null ? null : said.date(), spoken)
                        : TimelineEvent.said(on, precision, quote, occasion, null));
    }

    private void counted(CountedAppearance.Total total) {
        events.add(TimelineEvent.counted(
                total.times(),
                new TimelineEvent.Counted(total.fromOn(), total.toOn(), total.atLeast(), total.countedBy()),
                new TimelineEvent.Source(total.sourceTitle(), total.sourceUrl())));
    }

    private void verdicts(Added added, Instant now) {
        for (var verdict : newestFirst) {
            boolean withdrawn = verdict.kind == Verdict.Kind.WITHDRAWAL;
            events.add(event(
                    verdict.number,
                    TimelineEvent.Kind.valueOf(verdict.kind.name()),
                    withdrawn ? null : verdict.revision.rating,
                    verdict.inForceFrom,
                    verdict.publishedAt,
                    verdict.publicReason));
        }
        if (added.isVerdict() && isNews(added.rating)) {
            events.add(event(
                    newestFirst.size() + 1,
                    newestFirst.isEmpty() ? TimelineEvent.Kind.ORIGINAL : TimelineEvent.Kind.UPDATE,
                    added.rating,
                    added.from,
                    now,
                    added.reason));
        }
    }

    /** Whether it is another one than readers see now. */
    private boolean isNews(Rating rating) {
        if (newestFirst.isEmpty() || newestFirst.get(0).kind == Verdict.Kind.WITHDRAWAL) {
            return true;
        }
        return !rating.code.equals(newestFirst.get(0).revision.rating.code);
    }

    private static TimelineEvent event(
            int number, TimelineEvent.Kind kind, Rating rating, LocalDate from, Instant published, String why) {
        var shown = rating == null
                ? null
                : new TimelineEvent.Rating(rating.scale.code, rating.code, rating.label, rating.role, rating.settles);
        return TimelineEvent.verdict(new TimelineEvent.Verdict(number, kind, shown, from, published, null, null), why);
    }

    /** The draft's deadline, and before it each one that was public and given up for the next. */
    private void deadlines(Added added, Instant now) {
        Deadline later = added.deadline;
        Instant publishedWithLater = now;
        if (later != null) {
            events.add(TimelineEvent.deadline(later.at(), later.zone(), null));
        }
        for (var verdict : newestFirst) {
            Deadline deadline = verdict.revision.draft().deadline();
            if (deadline != null && !Objects.equals(deadline.at(), later == null ? null : later.at())) {
                events.add(TimelineEvent.deadline(deadline.at(), deadline.zone(), null)
                        .moved(later == null ? null : later.at(), ClaimFile.today(publishedWithLater)));
            }
            later = deadline;
            publishedWithLater = verdict.publishedAt;
        }
    }
}
