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

    /** What the draft would add: a rating in force from a day, and a deadline; each null if it does not say. */
    record Added(Rating rating, LocalDate from, String reason, Deadline deadline) {
        boolean isVerdict() {
            return rating != null && from != null;
        }
    }

    /** Null while there is nothing to draw. */
    static TimelineModel of(Claim claim, List<Verdict> newestFirst, Added added, Instant now) {
        var line = new PreviewTimeline(claim, newestFirst);
        line.said();
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

    private void said() {
        for (var appearance : Appearance.of(claim)) {
            var article = appearance.snapshot == null ? null : appearance.snapshot.article;
            LocalDate dated = article == null ? null : article.publishedOn;
            boolean reported = appearance.mode == Appearance.Mode.REPORTED;
            boolean own = appearance.saidOn != null && !(reported && dated != null);
            LocalDate on = own ? appearance.saidOn : dated;
            if (on == null) {
                continue;
            }
            var precision = own
                    ? TimelineEvent.Precision.valueOf(appearance.saidPrecision.name())
                    : TimelineEvent.Precision.DAY;
            events.add(
                    reported
                            ? TimelineEvent.reported(on, precision, appearance.quoteExact, appearance.occasion, null)
                            : TimelineEvent.said(on, precision, appearance.quoteExact, appearance.occasion, null));
        }
        for (var total : CountedAppearance.of(claim)) {
            events.add(TimelineEvent.counted(
                    total.times,
                    new TimelineEvent.Counted(total.fromOn, total.toOn, total.atLeast, total.countedBy),
                    new TimelineEvent.Source(total.sourceTitle, total.sourceUrl)));
        }
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
