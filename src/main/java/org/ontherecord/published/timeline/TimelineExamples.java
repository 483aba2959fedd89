package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.ontherecord.published.timeline.TimelineEvent.Counted;
import org.ontherecord.published.timeline.TimelineEvent.Kind;
import org.ontherecord.published.timeline.TimelineEvent.Precision;
import org.ontherecord.published.timeline.TimelineEvent.Rating;
import org.ontherecord.published.timeline.TimelineEvent.Source;
import org.ontherecord.published.timeline.TimelineEvent.Verdict;

/**
 * Named timelines, one for each odd thing that can happen to a claim: for the tests, and for the page of components that
 * exists while developing. Invented, except where public record.
 */
public final class TimelineExamples {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final ZoneId WASHINGTON = ZoneId.of("America/New_York");
    static final Instant INAUGURATION_PLUS_ONE = Instant.parse("2025-01-21T17:00:00Z");

    static final Rating UNRATED = new Rating("promise", "not-yet-rated", "Not yet rated", "none", false);
    static final Rating WORKS = new Rating("promise", "in-the-works", "In the works", "prog", false);
    static final Rating STALLED = new Rating("promise", "stalled", "Stalled", "mid", false);
    static final Rating KEPT = new Rating("promise", "kept", "Kept", "pos2", true);
    static final Rating COMPROMISE = new Rating("promise", "compromise", "Compromise", "pos1", true);
    static final Rating BROKEN = new Rating("promise", "broken", "Broken", "neg2", true);
    static final Rating CANT = new Rating("promise", "cant-be-rated", "Can't be rated", "unk", true);
    static final Rating HALF_TRUE = new Rating("accuracy", "half-true", "Half true", "mid", true);

    private TimelineExamples() {}

    public static Map<String, List<TimelineEvent>> all() {
        Map<String, List<TimelineEvent>> all = new LinkedHashMap<>();
        all.put("24 hours", twentyFourHours());
        all.put("Nothing rated, said once", List.of(said("2026-03-04")));
        all.put(
                "Nothing known but a first verdict today",
                List.of(said("2026-11-20"), verdict(1, Kind.ORIGINAL, UNRATED, "2026-11-22")));
        all.put(
                "First verdict long ago, published today",
                List.of(
                        said("2023-03-04"),
                        deadline(INAUGURATION_PLUS_ONE),
                        published(1, Kind.ORIGINAL, BROKEN, "2025-01-22", "2026-11-22")));
        all.put("One verdict, no deadline", oneVerdict());
        all.put("Deadline ahead", deadlineAhead());
        all.put("Deadline moved", deadlineMoved());
        all.put("Twelve changes", twelveChanges());
        all.put("Back to an earlier verdict", backToEarlier());
        all.put("Two changes on one day", twoOnOneDay());
        all.put("Dates known roughly", rough());
        all.put("Said 500 times", fiveHundred());
        all.put("Older than twenty years", old());
        all.put("Withdrawn", withdrawn());
        all.put("Corrected, same rating", correctedSame());
        all.put("Corrected, new rating", correctedNew());
        all.put("Counted across the deadline", countedAcrossDeadline());
        all.put("Clarified and confirmed", clarifiedAndConfirmed());
        all.put("Crowded sayings", crowded());
        all.put(
                "Only reported",
                List.of(
                        TimelineEvent.reported(
                                day("2026-05-02"),
                                Precision.DAY,
                                "He would cut taxes",
                                "Sample Gazette",
                                new Source("Sample Gazette", "/articles/1-x")),
                        verdict(1, Kind.ORIGINAL, HALF_TRUE, "2026-06-01")));
        all.put("Changed in the last days", changedLastDays());
        all.put("Many checks and corrections", manyChecks());
        all.put("Three deadlines close together", threeDeadlines());
        all.put(
                "Said and rated in one week",
                List.of(
                        said("2026-11-16"),
                        verdict(1, Kind.ORIGINAL, WORKS, "2026-11-17"),
                        verdict(2, Kind.UPDATE, CANT, "2026-11-20")));
        return all;
    }

    static List<TimelineEvent> changedLastDays() {
        return List.of(
                said("2021-01-05"),
                said("2026-11-01"),
                verdict(1, Kind.ORIGINAL, WORKS, "2021-03-01"),
                TimelineEvent.deadline(
                        at("2026-11-15", WASHINGTON),
                        WASHINGTON,
                        "Before the middle of November 2026, by the time of the place where the promise was made"),
                verdict(2, Kind.UPDATE, BROKEN, "2026-11-18"));
    }

    static List<TimelineEvent> manyChecks() {
        List<TimelineEvent> events = new ArrayList<>(oneVerdict());
        for (int i = 0; i < 10; i++) {
            Kind kind = i % 3 == 1 ? Kind.CORRECTION : Kind.CONFIRMATION;
            events.add(verdict(
                    i + 2,
                    kind,
                    HALF_TRUE,
                    LocalDate.of(2024, 6, 1).plusDays(i * 60L).toString()));
        }
        return events;
    }

    static List<TimelineEvent> threeDeadlines() {
        Instant second = at("2025-07-31", WASHINGTON);
        Instant third = at("2025-09-30", WASHINGTON);
        return List.of(
                said("2025-01-05"),
                verdict(1, Kind.ORIGINAL, WORKS, "2025-02-01"),
                TimelineEvent.deadline(at("2025-06-30", WASHINGTON), WASHINGTON, "By June")
                        .moved(second, day("2025-06-20")),
                TimelineEvent.deadline(second, WASHINGTON, "By July").moved(third, day("2025-07-20")),
                TimelineEvent.deadline(third, WASHINGTON, "By September"),
                verdict(2, Kind.UPDATE, STALLED, "2025-08-01"),
                verdict(3, Kind.UPDATE, KEPT, "2025-10-02"));
    }

    static List<TimelineEvent> twentyFourHours() {
        List<TimelineEvent> events = new ArrayList<>(List.of(
                TimelineEvent.said(
                        day("2023-03-04"),
                        Precision.DAY,
                        "Before I even arrive at the Oval Office, I will have the disastrous war between Russia and Ukraine settled … it will take me no longer than one day.",
                        "Conservative Political Action Conference, Maryland",
                        null),
                said("2023-03-27"),
                said("2023-05-04"),
                said("2023-05-10"),
                said("2024-06-27"),
                said("2024-09-10"),
                TimelineEvent.reported(
                        day("2024-11-08"),
                        Precision.DAY,
                        "he would end the war in Ukraine “in 24 hours”",
                        "Sample Gazette",
                        new Source("Source article, 3 claims found", "/articles/331-x")),
                TimelineEvent.counted(
                        21,
                        new Counted(
                                day("2023-01-01"), day("2023-12-31"), false, "CNN count of public remarks, April 2025"),
                        new Source("CNN", "https://example.org/count")),
                TimelineEvent.counted(
                        32,
                        new Counted(
                                day("2024-01-01"), day("2024-12-31"), false, "CNN count of public remarks, April 2025"),
                        new Source("CNN", "https://example.org/count")),
                verdict(1, Kind.ORIGINAL, UNRATED, "2024-11-08", "Article reports the promise; record opened"),
                verdict(2, Kind.UPDATE, WORKS, "2024-11-27", "Special envoy named"),
                verdict(3, Kind.UPDATE, STALLED, "2025-01-08", "Envoy speaks of 100 days"),
                deadline(INAUGURATION_PLUS_ONE),
                verdict(4, Kind.UPDATE, BROKEN, "2025-01-22", "Rated after the deadline"),
                verdict(5, Kind.CONFIRMATION, BROKEN, "2025-03-14", null),
                verdict(6, Kind.CONFIRMATION, BROKEN, "2025-04-25", null),
                verdict(7, Kind.CONFIRMATION, BROKEN, "2026-02-24", "yearly review, no change")));
        return events;
    }

    static List<TimelineEvent> oneVerdict() {
        return List.of(said("2024-02-10"), verdict(1, Kind.ORIGINAL, HALF_TRUE, "2024-03-01"));
    }

    static List<TimelineEvent> deadlineAhead() {
        return List.of(
                said("2025-02-10"),
                verdict(1, Kind.ORIGINAL, WORKS, "2025-03-01"),
                TimelineEvent.deadline(at("2027-06-30", WASHINGTON), WASHINGTON, "By the end of June 2027"));
    }

    static List<TimelineEvent> deadlineMoved() {
        Instant later = at("2026-04-30", WASHINGTON);
        return List.of(
                said("2023-03-04"),
                verdict(1, Kind.ORIGINAL, WORKS, "2023-06-01"),
                TimelineEvent.deadline(at("2025-10-31", WASHINGTON), WASHINGTON, "By autumn 2025")
                        .moved(later, day("2025-11-12")),
                TimelineEvent.deadline(later, WASHINGTON, "By the end of April 2026"),
                verdict(2, Kind.UPDATE, BROKEN, "2026-05-02"));
    }

    static List<TimelineEvent> twelveChanges() {
        List<Rating> turns = List.of(
                UNRATED, WORKS, STALLED, WORKS, COMPROMISE, WORKS, STALLED, BROKEN, WORKS, STALLED, WORKS, KEPT);
        List<TimelineEvent> events = new ArrayList<>(List.of(said("2023-01-20"), said("2024-05-01")));
        for (int i = 0; i < turns.size(); i++) {
            LocalDate on = LocalDate.of(2023, 3, 10).plusDays(i * 101L);
            events.add(verdict(
                    i + 1,
                    i == 0 ? Kind.ORIGINAL : Kind.UPDATE,
                    turns.get(i),
                    on.toString(),
                    "Report number " + (i + 1) + " changed what we know"));
        }
        return events;
    }

    static List<TimelineEvent> backToEarlier() {
        return List.of(
                said("2022-04-04"),
                verdict(1, Kind.ORIGINAL, WORKS, "2022-06-01"),
                verdict(2, Kind.UPDATE, STALLED, "2023-09-01"),
                verdict(3, Kind.UPDATE, WORKS, "2025-01-15"));
    }

    static List<TimelineEvent> twoOnOneDay() {
        return List.of(
                said("2024-04-04"),
                verdict(1, Kind.ORIGINAL, WORKS, "2024-06-01"),
                verdict(2, Kind.UPDATE, STALLED, "2024-07-15"),
                verdict(3, Kind.UPDATE, BROKEN, "2024-07-15"));
    }

    static List<TimelineEvent> rough() {
        return List.of(
                TimelineEvent.said(
                        day("2022-01-01"),
                        Precision.YEAR,
                        "We will plant a million trees",
                        "A speech we know of by its year",
                        null),
                TimelineEvent.said(day("2024-03-01"), Precision.MONTH, "A million trees", null, null),
                said("2025-02-02"),
                verdict(1, Kind.ORIGINAL, STALLED, "2024-06-01"));
    }

    static List<TimelineEvent> fiveHundred() {
        List<TimelineEvent> events = new ArrayList<>();
        IntStream.range(0, 500)
                .forEach(i -> events.add(
                        said(LocalDate.of(2023, 2, 1).plusDays(i * 2L).toString())));
        events.add(verdict(1, Kind.ORIGINAL, HALF_TRUE, "2023-02-05"));
        events.add(said("2026-09-09"));
        return events;
    }

    static List<TimelineEvent> old() {
        return List.of(
                said("1998-05-05"),
                said("2004-05-05"),
                said("2017-01-05"),
                TimelineEvent.deadline(at("2010-12-31", WASHINGTON), WASHINGTON, "By 2010"),
                verdict(1, Kind.ORIGINAL, WORKS, "2001-06-01"),
                verdict(2, Kind.UPDATE, BROKEN, "2011-01-03"));
    }

    static List<TimelineEvent> withdrawn() {
        return List.of(
                said("2023-03-04"),
                verdict(1, Kind.ORIGINAL, HALF_TRUE, "2023-06-01"),
                new TimelineEventVerdict(
                                2,
                                Kind.WITHDRAWAL,
                                null,
                                "2023-06-01",
                                "2025-02-10",
                                "The recording turned out to be of another person.")
                        .event());
    }

    static List<TimelineEvent> correctedSame() {
        return List.of(
                said("2023-03-04"),
                verdict(1, Kind.ORIGINAL, BROKEN, "2024-01-22"),
                published(2, Kind.CORRECTION, BROKEN, "2024-01-22", "2025-03-01"));
    }

    static List<TimelineEvent> correctedNew() {
        return List.of(
                said("2023-03-04"),
                verdict(1, Kind.ORIGINAL, WORKS, "2023-06-01"),
                verdict(2, Kind.UPDATE, BROKEN, "2024-01-22"),
                published(3, Kind.CORRECTION, COMPROMISE, "2024-01-22", "2025-03-01"));
    }

    static List<TimelineEvent> countedAcrossDeadline() {
        List<TimelineEvent> events = new ArrayList<>(twentyFourHours());
        events.add(TimelineEvent.counted(
                7, new Counted(day("2025-01-01"), day("2025-06-30"), true, "Sample count"), null));
        events.add(
                TimelineEvent.counted(3, new Counted(day("2025-05-01"), day("2025-05-31"), true, "Other count"), null));
        return events;
    }

    static List<TimelineEvent> clarifiedAndConfirmed() {
        return List.of(
                said("2025-03-04"),
                verdict(1, Kind.ORIGINAL, KEPT, "2025-06-01"),
                published(2, Kind.CLARIFICATION, KEPT, "2025-06-01", "2025-09-01"),
                published(3, Kind.CONFIRMATION, KEPT, "2025-06-01", "2026-06-02"),
                TimelineEvent.context(
                        day("2026-02-01"), "law in force", "The law came into force.", new Source("Gazette", null)));
    }

    static List<TimelineEvent> crowded() {
        List<TimelineEvent> events = new ArrayList<>();
        IntStream.range(0, 18)
                .forEach(i -> events.add(
                        said(LocalDate.of(2024, 3, 1).plusDays(i * 2L).toString())));
        IntStream.range(0, 3)
                .forEach(i ->
                        events.add(said(LocalDate.of(2025, 6, 1).plusDays(i).toString())));
        events.add(said("2023-02-01"));
        events.add(verdict(1, Kind.ORIGINAL, UNRATED, "2024-03-20"));
        events.add(verdict(2, Kind.UPDATE, HALF_TRUE, "2024-10-20"));
        return events;
    }

    static TimelineEvent said(String on) {
        return TimelineEvent.said(day(on), Precision.DAY, "I’ll have that done in 24 hours.", "Rally", null);
    }

    static TimelineEvent deadline(Instant at) {
        return TimelineEvent.deadline(at, WASHINGTON, "24 hours from inauguration");
    }

    static TimelineEvent verdict(int version, Kind kind, Rating rating, String on) {
        return published(version, kind, rating, on, on);
    }

    static TimelineEvent verdict(int version, Kind kind, Rating rating, String on, String label) {
        return published(version, kind, rating, on, on).labelled(label);
    }

    static TimelineEvent published(int version, Kind kind, Rating rating, String inForce, String published) {
        return new TimelineEventVerdict(
                        version,
                        kind,
                        rating,
                        inForce,
                        published,
                        "The envoy now speaks of a hundred days, which is later than promised.")
                .event();
    }

    /** A verdict before it is an event. */
    record TimelineEventVerdict(int version, Kind kind, Rating rating, String inForce, String published, String why) {
        TimelineEvent event() {
            Instant at = day(published).atTime(LocalTime.of(14, 5)).toInstant(ZoneOffset.UTC);
            return TimelineEvent.verdict(
                    new Verdict(version, kind, rating, day(inForce), at, "M. Okafor", "J. Lindqvist"), why);
        }
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    private static Instant at(String day, ZoneId zone) {
        return day(day).atTime(23, 59).atZone(zone).toInstant();
    }
}
