package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened to a claim: somebody said it, we rated it, its deadline came. Page, figure, step list and JSON
 * are all made from a list of these.
 *
 * @param date where it stands on the time axis
 * @param first whether this is the earliest time the claim was said; set by {@link #inOrder}
 * @param label what happened in a few words, where the type alone does not say it: the figure prints it under the mark
 * @param why one sentence for the reader, as published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEvent(
        @Schema(description = "What happened") Type type,

        @Schema(description = "Where it stands on the time axis")
        LocalDate date,

        @Schema(description = "How exactly the date is known")
        Precision precision,

        @Schema(description = "Whether this is the first time it was said, as far as we know")
        boolean first,

        @Schema(description = "What happened in a few words, where the type alone does not say it")
        String label,

        @Schema(description = "One sentence, as published") String why,

        @JsonUnwrapped Said said,
        @JsonUnwrapped Verdict verdict,

        @Schema(description = "The deadline that falls here")
        Deadline deadline,

        @Schema(description = "The reader's challenge that was answered here; why has the answer")
        Challenge challenge,

        @Schema(description = "The other number that was made one with this here, or made two again")
        Merge merge,

        @Schema(description = "Where it can be read") Source source) {

    public enum Type {
        SAID,
        REPORTED,
        CONTEXT,
        DEADLINE,
        VERDICT,
        CORRECTION,
        CHECK;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Precision {
        MINUTE,
        DAY,
        MONTH,
        SEASON,
        YEAR;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Kind {
        ORIGINAL,
        UPDATE,
        CORRECTION,
        CLARIFICATION,
        CONFIRMATION,
        WITHDRAWAL;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How often and in which words; {@code counted} only for totals that a source gives without listing them. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Said(
            @Schema(description = "How many times this stands for")
            int count,

            @Schema(description = "The exact words") String quote,

            @Schema(description = "Where or when, in words") String occasion,

            @Schema(
                    description =
                            "Of a report: when it was said, where that is known and another time; known to less than a day, the first day of the span")
            LocalDate saidOn,

            @Schema(description = "How exactly said_on is known")
            Precision saidPrecision,

            @Schema(description = "Set for a total that somebody counted without listing it")
            Counted counted) {}

    /** "At least 21 times from January to December 2023, counted by …". */
    public record Counted(
            @Schema(description = "First day counted") LocalDate from,

            @Schema(description = "Last day counted") LocalDate to,

            @Schema(description = "Whether the number is a lower bound")
            boolean atLeast,

            @Schema(description = "Who counted") String by) {}

    /** A published verdict. A withdrawal may have no rating. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(
            @Schema(description = "Number of the verdict within the claim")
            int version,

            @Schema(description = "What the publication did to the one before")
            Kind kind,

            @JsonUnwrapped Rating rating,

            @Schema(description = "Since when the finding applies")
            LocalDate inForceFrom,

            @Schema(description = "When we said so") Instant published,

            @Schema(description = "Who checked") String checkedBy,

            @Schema(description = "Who signed it off") String approvedBy) {}

    /** One step of a scale; {@code role} is one of the eight the figure has a colour and a shape for. */
    public record Rating(
            @Schema(description = "The scale the rating is on")
            String scale,

            @JsonIgnore String code,

            @JsonProperty("verdict_label") @Schema(description = "The rating in words")
            String label,

            @Schema(description = "What it stands for on any scale, as in verdicts")
            String role,

            @JsonProperty("final") @Schema(description = "Whether the rating settles the claim")
            boolean settled) {

        @Schema(description = "Scale and rating, such as promise.broken")
        @JsonProperty("verdict")
        public String id() {
            return scale + "." + code;
        }

        /** The same rating under another name: its name in another language. */
        public Rating called(String name) {
            return new Rating(scale, code, name, role, settled);
        }

        /** The id of the SVG symbol that stands for it. */
        @JsonIgnore
        public String glyph() {
            boolean promise = "promise".equals(scale);
            return switch (role) {
                case "pos2" -> "g-tick";
                case "pos1" -> promise ? "g-half" : "g-tick-open";
                case "mid" -> promise ? "g-bars" : "g-half";
                case "neg1" -> "g-cross-open";
                case "neg2" -> "g-cross";
                case "prog" -> "g-arrow";
                case "unk" -> "g-question";
                default -> "g-dashed";
            };
        }
    }

    /** When a promise falls due. One that was given up says for which other, if any, and on which day we published that. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Deadline(
            @Schema(description = "The moment it falls on") Instant at,

            @Schema(description = "IANA time zone it is meant in", implementation = String.class)
            ZoneId zone,

            @Schema(description = "How it follows from the promise, in words")
            String rule,

            @Schema(description = "The deadline that took its place")
            Instant movedTo,

            @Schema(description = "The day we published that")
            LocalDate movedOn) {
        @JsonIgnore
        boolean isMoved() {
            return movedOn != null;
        }

        LocalDate day() {
            return day(at, zone);
        }

        LocalDate movedToDay() {
            return day(movedTo, zone);
        }

        /** The day a deadline falls on where it is meant: midnight is the end of the day that is over. */
        public static LocalDate day(Instant at, ZoneId zone) {
            return LocalDate.ofInstant(at.minusNanos(1), zone);
        }
    }

    /** A reader's challenge by its public id, and what came of it: {@code changed}, {@code kept} or {@code declined}. */
    public record Challenge(
            @Schema(description = "Its public id; /challenges/{id} has its page")
            String id,

            @Schema(
                    description = "changed: the record was put right; kept: nothing changed; declined: not taken up",
                    enumeration = {"changed", "kept", "declined"})
            String outcome,

            @JsonIgnore Instant answeredAt) {}

    /** Another claim's number, and what became of the two: {@code merged_with}, {@code merged_into} or {@code parted_from}. */
    public record Merge(
            @Schema(description = "The other claim's number", examples = "1031")
            long number,

            @Schema(
                    description =
                            "merged_with: it was merged into this claim; merged_into: this was merged into it; parted_from: they are two again",
                    enumeration = {"merged_with", "merged_into", "parted_from"})
            String what,

            @JsonIgnore Instant at) {

        @Schema(description = "How we write the number", examples = "C-1031")
        @JsonProperty
        public String id() {
            return "C-" + number;
        }
    }

    /** Where it can be read: a page of ours ({@code /articles/331-…}) or an address elsewhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Source(
            @Schema(description = "What it is, in words") String title,

            @Schema(description = "A path of this site or an address elsewhere")
            String url,

            @Schema(description = "The very words in the original, by text fragment")
            String originalWordsUrl,

            @Schema(description = "The very words in the archive's copy")
            String savedWordsUrl,

            @JsonIgnore String language) {
        public Source(String title, String url) {
            this(title, url, null, null, null);
        }
    }

    public static TimelineEvent said(LocalDate on, Precision precision, String quote, String occasion, Source source) {
        return spoken(Type.SAID, on, precision, new Said(1, quote, occasion, null, null, null), source);
    }

    public static TimelineEvent reported(
            LocalDate on, Precision precision, String quote, String occasion, Source source) {
        return spoken(Type.REPORTED, on, precision, new Said(1, quote, occasion, null, null, null), source);
    }

    /** The same report, of words said at another time than the one it stands at. */
    public TimelineEvent saidOn(LocalDate day, Precision known) {
        if (day == null || day.equals(date) && known == precision) {
            return this;
        }
        Said dated = new Said(said.count, said.quote, said.occasion, day, known, said.counted);
        return new TimelineEvent(
                type, date, precision, first, label, why, dated, verdict, deadline, challenge, merge, source);
    }

    public static TimelineEvent counted(int times, Counted counted, Source source) {
        return spoken(
                Type.SAID, counted.from(), Precision.DAY, new Said(times, null, null, null, null, counted), source);
    }

    /** Stands at the day the finding applies from; what we did to our own words stands at the day we published it. */
    public static TimelineEvent verdict(Verdict verdict, String why) {
        LocalDate published = LocalDate.ofInstant(verdict.published(), ZoneOffset.UTC);
        boolean opens = verdict.kind() == Kind.ORIGINAL || verdict.kind() == Kind.UPDATE;
        Type type = switch (verdict.kind()) {
            case CORRECTION -> Type.CORRECTION;
            case CONFIRMATION -> Type.CHECK;
            case CLARIFICATION -> Type.CONTEXT;
            default -> Type.VERDICT;
        };
        LocalDate date = opens ? verdict.inForceFrom() : published;
        return new TimelineEvent(type, date, Precision.DAY, false, null, why, null, verdict, null, null, null, null);
    }

    /** One event for each deadline the record ever gave; see {@link #moved}. */
    public static TimelineEvent deadline(Instant at, ZoneId zone, String rule) {
        LocalDate date = Deadline.day(at, zone);
        Deadline deadline = new Deadline(at, zone, rule, null, null);
        return new TimelineEvent(
                Type.DEADLINE, date, Precision.MINUTE, false, null, null, null, null, deadline, null, null, null);
    }

    /** The newsroom's answer to a reader, on the day it was given. */
    public static TimelineEvent challenge(LocalDate on, Challenge challenge, String answer) {
        return new TimelineEvent(
                Type.CONTEXT, on, Precision.DAY, false, null, answer, null, null, null, challenge, null, null);
    }

    /** Two numbers made one, or made two again. The versions of the other claim stay, whichever answers today. */
    public static TimelineEvent merge(LocalDate on, Merge merge, String why, String title) {
        Source versions = new Source(title, "/claims/" + merge.number() + "/versions");
        return new TimelineEvent(
                Type.CONTEXT, on, Precision.DAY, false, null, why, null, null, null, null, merge, versions);
    }

    public static TimelineEvent context(LocalDate on, String label, String why, Source source) {
        return new TimelineEvent(
                Type.CONTEXT, on, Precision.DAY, false, label, why, null, null, null, null, null, source);
    }

    /** The same deadline, given up for a later or earlier one, or for none. */
    public TimelineEvent moved(Instant to, LocalDate publishedOn) {
        Deadline moved = new Deadline(deadline.at, deadline.zone, deadline.rule, to, publishedOn);
        return new TimelineEvent(
                type, date, precision, first, label, why, said, verdict, moved, challenge, merge, source);
    }

    public TimelineEvent labelled(String words) {
        return new TimelineEvent(
                type, date, precision, first, words, why, said, verdict, deadline, challenge, merge, source);
    }

    /** With the rating it names, if any, named otherwise. */
    public TimelineEvent rated(UnaryOperator<Rating> naming) {
        if (verdict == null || verdict.rating == null) {
            return this;
        }
        Verdict named = new Verdict(
                verdict.version,
                verdict.kind,
                naming.apply(verdict.rating),
                verdict.inForceFrom,
                verdict.published,
                verdict.checkedBy,
                verdict.approvedBy);
        return new TimelineEvent(
                type, date, precision, first, label, why, said, named, deadline, challenge, merge, source);
    }

    public TimelineEvent sourced(Source from) {
        return new TimelineEvent(
                type, date, precision, first, label, why, said, verdict, deadline, challenge, merge, from);
    }

    /** By date, then in the order a reader expects on one day, with the first time it was said marked. */
    public static List<TimelineEvent> inOrder(Collection<TimelineEvent> events) {
        List<TimelineEvent> sorted = events.stream().sorted(ORDER).toList();
        TimelineEvent first = sorted.stream()
                .filter(TimelineEvent::isListedSaying)
                .min(Comparator.comparing(TimelineEvent::type))
                .orElse(null);
        return sorted.stream().map(e -> e.withFirst(e == first)).toList();
    }

    private static final Comparator<TimelineEvent> ORDER = Comparator.comparing(TimelineEvent::date)
            .thenComparing(TimelineEvent::precision, Comparator.reverseOrder())
            .thenComparing(TimelineEvent::moment)
            .thenComparing(e -> e.verdict == null ? 0 : e.verdict.version)
            .thenComparing(TimelineEvent::type);

    /** When on its day the newsroom did it; what others did comes before. */
    private Instant moment() {
        if (verdict != null) {
            return verdict.published;
        }
        return challenge != null ? challenge.answeredAt : merge != null ? merge.at : Instant.MIN;
    }

    @JsonIgnore
    boolean isListedSaying() {
        return said != null && said.counted == null;
    }

    private TimelineEvent withFirst(boolean first) {
        return new TimelineEvent(
                type, date, precision, first, label, why, said, verdict, deadline, challenge, merge, source);
    }

    private static TimelineEvent spoken(Type type, LocalDate on, Precision precision, Said said, Source source) {
        return new TimelineEvent(type, on, precision, false, null, null, said, null, null, null, null, source);
    }
}
