package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.RatingWording;
import org.ontherecord.published.timeline.TimelineEvent;

/** The whole public record of a claim as it stood at one moment; page and JSON are both made from it. */
@Schema(description = "The whole public record of a claim")
public record PublishedClaim(
        @JsonUnwrapped ClaimSummary claim,

        @Schema(description = "What must be seen for the promise to count as kept", nullable = true)
        String criteria,

        @Schema(description = "What we found, in Markdown") String body,

        @Schema(description = "The moment this answer is true of")
        Instant asOf,

        @Schema(description = "Every verdict published by then, newest first")
        List<PublishedVerdict> verdicts,

        @Schema(description = "The timeline, in order of date")
        List<TimelineEvent> events,

        @Schema(description = "Every time it was said or reported, newest first")
        List<PublishedAppearance> appearances,

        @Schema(description = "Totals others counted") List<CountedTotal> counted,

        @Schema(description = "The sources of the verdict in force, in their order on the page")
        List<EvidenceSource> evidence,

        @Schema(description = "Whom we asked for a reply and what they answered, the earliest first")
        List<PublishedContact> contacts,

        @Schema(description = "Other claims on record that this one has to do with, as our newsroom says")
        List<RelatedClaim> related,

        @Schema(description = "Another publisher's check of the same claim, in its words", nullable = true)
        OthersCheck checkedBy,

        @Schema(
                description = "Of a version: the claim that answers for this one today, if it was merged since",
                nullable = true)
        MergedClaim merged,

        @JsonIgnore List<ScaleRating> scale,
        @JsonIgnore List<ClaimSummary> alsoOnRecord) {

    static PublishedClaim of(
            Row row,
            Instant asOf,
            List<PublishedVerdict> verdicts,
            List<PublishedAppearance> appearances,
            List<CountedTotal> counted,
            List<TimelineEvent> answersAndMerges,
            List<EvidenceSource> evidence,
            List<PublishedContact> contacts,
            List<RelatedClaim> related,
            OthersCheck checkedBy,
            MergedClaim merged,
            List<ScaleRating> scale,
            List<ClaimSummary> alsoOnRecord) {
        return new PublishedClaim(
                ClaimSummary.of(row),
                row.text("criteria"),
                row.text("body"),
                asOf,
                verdicts,
                timeline(verdicts, appearances, counted, answersAndMerges),
                appearances,
                counted,
                evidence,
                contacts,
                related,
                checkedBy,
                merged,
                scale,
                alsoOnRecord);
    }

    private static List<TimelineEvent> timeline(
            List<PublishedVerdict> verdicts,
            List<PublishedAppearance> appearances,
            List<CountedTotal> counted,
            List<TimelineEvent> answersAndMerges) {
        var events = new ArrayList<>(answersAndMerges);
        appearances.stream()
                .filter(appearance -> appearance.date() != null)
                .map(PublishedAppearance::event)
                .forEach(events::add);
        counted.stream().map(CountedTotal::event).forEach(events::add);
        verdicts.stream().map(PublishedVerdict::event).forEach(events::add);
        events.addAll(deadlines(verdicts));
        return TimelineEvent.inOrder(events);
    }

    /** The timeline with its ratings named in the language. */
    public List<TimelineEvent> eventsIn(Language language) {
        return events.stream()
                .map(event -> event.rated(
                        rating -> rating.called(RatingWording.label(rating.label(), rating.id(), language))))
                .toList();
    }

    /** Nobody records that a deadline moved: two publications that follow each other give different ones. */
    static List<TimelineEvent> deadlines(List<PublishedVerdict> newestFirst) {
        var events = new ArrayList<TimelineEvent>();
        PromiseDeadline later = null;
        PublishedVerdict publishedWithLater = null;
        for (PublishedVerdict verdict : newestFirst) {
            PromiseDeadline deadline = verdict.deadline();
            if (deadline != null && (later == null || !deadline.at().equals(later.at()))) {
                var event = deadline.event();
                if (publishedWithLater != null) {
                    LocalDate movedOn = LocalDate.ofInstant(publishedWithLater.publishedAt(), ZoneOffset.UTC);
                    event = event.moved(later == null ? null : later.at(), movedOn);
                }
                events.add(event);
            }
            later = deadline;
            publishedWithLater = verdict;
        }
        return events;
    }

    /** Where it is shown what a version changed. */
    public String changes(PublishedVerdict version) {
        return ClaimVersions.comparison(claim.number(), version.number() - 1, version.number());
    }

    /** Of a claim only reported: when it was said, where the first report tells another time than its own. */
    @JsonIgnore
    public RoughDate firstReportedAsSaid() {
        return events.stream()
                .filter(event -> event.first() && event.said().saidOn() != null)
                .map(event -> new RoughDate(event.said().saidOn(), event.said().saidPrecision()))
                .findFirst()
                .orElse(null);
    }

    /** When the record of it begins. */
    @JsonIgnore
    public Instant begins() {
        return verdicts.get(verdicts.size() - 1).publishedAt();
    }

    /** The newest date on which the claim was checked; a clarification or withdrawal checks nothing. */
    @JsonIgnore
    public PublishedVerdict lastCheck() {
        return verdicts.stream()
                .filter(verdict -> !verdict.kind().equals("clarification") && !verdict.isWithdrawal())
                .findFirst()
                .orElseThrow();
    }

    @JsonIgnore
    public Instant firstPublishedAt() {
        return verdicts.get(verdicts.size() - 1).publishedAt();
    }

    /** The oldest of the verdicts that gave today's rating without another between them. */
    @JsonIgnore
    public PublishedVerdict since() {
        PublishedVerdict since = claim.verdict();
        for (PublishedVerdict verdict : verdicts) {
            if (!Objects.equals(verdict.code(), since.code())) {
                break;
            }
            since = verdict;
        }
        return since;
    }

    /** The ratings before today's, oldest first, each once in a row. */
    @JsonIgnore
    public List<PublishedVerdict> before() {
        var before = new ArrayList<PublishedVerdict>();
        for (PublishedVerdict verdict : verdicts.subList(verdicts.indexOf(since()) + 1, verdicts.size())) {
            if (before.isEmpty() || !before.get(0).code().equals(verdict.code())) {
                before.add(0, verdict);
            }
        }
        return before;
    }
}
