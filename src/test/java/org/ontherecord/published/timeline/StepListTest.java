package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ontherecord.published.timeline.StepList.Step;
import org.ontherecord.published.timeline.TimelineEvent.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ontherecord.published.timeline.TimelineExamples.BROKEN;
import static org.ontherecord.published.timeline.TimelineExamples.NOW;
import static org.ontherecord.published.timeline.TimelineExamples.WORKS;
import static org.ontherecord.published.timeline.TimelineExamples.published;
import static org.ontherecord.published.timeline.TimelineExamples.said;
import static org.ontherecord.published.timeline.TimelineExamples.verdict;

class StepListTest {

    @Test
    void theStoryIsToldOldestFirstWithTheDeadlineAsAnEvent() {
        List<Step> steps = steps(TimelineExamples.twentyFourHours());
        assertThat(steps)
                .extracting(Step::heading)
                .containsSubsequence(
                        "First said",
                        "First verdict:",
                        "Verdict changed to",
                        "Verdict changed to",
                        "Deadline passed",
                        "Verdict changed to",
                        "Checked again, no change",
                        "Yearly review, no change");
        Step deadline = step(steps, "Deadline passed");
        assertThat(deadline.date()).isEqualTo("21 Jan 2025");
        assertThat(deadline.why()).isEqualTo("24 hours from inauguration: noon in New York, 17:00 UTC.");
    }

    @Test
    void theSpineShowsWhatStoodOnTheRecordAfterEachStep() {
        List<Step> steps = steps(TimelineExamples.twentyFourHours());
        assertThat(step(steps, "First said").texture()).isEqualTo("said");
        assertThat(step(steps, "First verdict:").texture()).isEqualTo("unrated");
        assertThat(step(steps, "Deadline passed").texture()).isEqualTo("interim");
        Step last = steps.get(steps.size() - 1);
        assertThat(last.texture() + " " + last.role()).isEqualTo("final neg2");
    }

    @Test
    void whatWeDidOnOneDayIsToldInTheOrderWeDidIt() {
        LocalDate day = LocalDate.parse("2024-11-20");
        var corrected = new TimelineEvent.Verdict(
                2, Kind.CORRECTION, WORKS, day, Instant.parse("2024-11-20T10:26:00Z"), null, null);
        var answered = new TimelineEvent.Challenge("sample", "kept", Instant.parse("2024-11-20T10:29:00Z"));
        var merged = new TimelineEvent.Merge(1031, "merged_with", Instant.parse("2024-11-20T10:20:00Z"));
        List<TimelineEvent> events = TimelineEvent.inOrder(List.of(
                TimelineEvent.challenge(day, answered, "It holds."),
                TimelineEvent.verdict(corrected, "We were wrong."),
                TimelineEvent.merge(day, merged, "The same.", "A sample claim")));
        assertThat(events).extracting(TimelineEvent::why).containsExactly("The same.", "We were wrong.", "It holds.");
    }

    @Test
    void gapsOverSixMonthsAreSaid() {
        List<Step> steps = steps(List.of(said("2023-05-10"), said("2024-09-12"), said("2024-12-01")));
        assertThat(steps).extracting(Step::gap).containsExactly("1 year 4 months later", null, null);
    }

    @Test
    void manyRepeatsFoldIntoOneStepThatOpens() {
        List<TimelineEvent> events = new ArrayList<>();
        IntStream.range(0, 19)
                .forEach(i -> events.add(
                        said(LocalDate.of(2024, 3, 2).plusDays(i * 10L).toString())));
        events.add(verdict(1, Kind.ORIGINAL, BROKEN, "2025-01-02"));
        List<Step> steps = steps(events);
        assertThat(steps)
                .extracting(Step::heading)
                .containsExactly("First said", "Said 18 more times, Mar–Aug 2024", "First verdict:");
        assertThat(steps.get(1).folded()).hasSize(18);
        assertThat(print(events)).contains("<summary>Said 18 more times, Mar–Aug 2024</summary>");
    }

    @Test
    void hundredsOfRepeatsAreNotAllPrinted() {
        Step fold = step(steps(TimelineExamples.fiveHundred()), "Said 498 more times, Feb 2023–Sep 2026");
        assertThat(fold.folded()).hasSize(50);
        assertThat(fold.unfolded()).isEqualTo(448);
    }

    @Test
    void aFewRepeatsStayOpen() {
        assertThat(steps(List.of(said("2024-01-01"), said("2024-01-02"), said("2024-01-03"), said("2024-01-04"))))
                .extracting(Step::heading)
                .containsExactly("First said", "Said again", "Said again", "Said again");
    }

    @Test
    void aVerdictPublishedOverAWeekLaterSaysSo() {
        List<Step> steps = steps(List.of(
                published(1, Kind.ORIGINAL, WORKS, "2025-01-08", "2025-01-09"),
                published(2, Kind.UPDATE, BROKEN, "2025-01-22", "2025-02-22")));
        assertThat(steps.get(0).small()).containsExactly("Checked by M. Okafor, approved by J. Lindqvist");
        assertThat(steps.get(1).small())
                .containsExactly("Published 22 Feb 2025", "checked by M. Okafor, approved by J. Lindqvist");
    }

    @Test
    void correctionsSayWhatWasWrong() {
        assertThat(steps(TimelineExamples.correctedSame()))
                .extracting(Step::heading)
                .contains("Corrected; the verdict did not change");
        Step corrected = step(steps(TimelineExamples.correctedNew()), "Corrected: we wrote Broken; it is");
        assertThat(corrected.rating().label()).isEqualTo("Compromise");
        assertThat(corrected.date()).isEqualTo("1 Mar 2025");
        assertThat(corrected.small()).first().isEqualTo("In force from 22 Jan 2024");
    }

    @Test
    void clarificationsAndConfirmationsKeepTheVerdict() {
        List<Step> steps = steps(TimelineExamples.clarifiedAndConfirmed());
        assertThat(steps)
                .extracting(Step::heading)
                .contains(
                        "Wording made clearer; the verdict did not change", "Checked again, no change", "Law in force");
        assertThat(steps).filteredOn(s -> s.heading().startsWith("Checked")).allMatch(s -> s.rating() == null);
    }

    @Test
    void aReturnToAnEarlierVerdictIsCalledThat() {
        assertThat(steps(TimelineExamples.backToEarlier()))
                .extracting(Step::heading)
                .containsExactly("First said", "First verdict:", "Verdict changed to", "Verdict changed back to");
    }

    @Test
    void twoChangesOnOneDayAreTwoSteps() {
        List<Step> steps = steps(TimelineExamples.twoOnOneDay());
        assertThat(steps.get(2).rating().label()).isEqualTo("Stalled");
        assertThat(steps.get(3).rating().label()).isEqualTo("Broken");
        assertThat(steps.get(2).date()).isEqualTo(steps.get(3).date());
    }

    @Test
    void aMovedDeadlineIsAStepOnTheDayWeSaidSo() {
        List<Step> steps = steps(TimelineExamples.deadlineMoved());
        assertThat(steps)
                .extracting(Step::heading)
                .containsExactly(
                        "First said",
                        "First verdict:",
                        "Deadline passed",
                        "Deadline moved",
                        "Deadline passed",
                        "Verdict changed to");
        Step moved = step(steps, "Deadline moved");
        assertThat(moved.date()).isEqualTo("12 Nov 2025");
        assertThat(moved.why()).isEqualTo("From 31 Oct 2025 to 30 Apr 2026.");
    }

    @Test
    void aDeadlineTakenOffBeforeItPassedIsOnlyTakenOff() {
        TimelineEvent never = TimelineEvent.deadline(
                        Instant.parse("2027-01-01T00:00:00Z"), ZoneId.of("Europe/Kyiv"), "By New Year")
                .moved(null, LocalDate.of(2025, 5, 1));
        assertThat(steps(List.of(never)))
                .extracting(Step::heading, Step::why)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Deadline taken off", "It was 1 Jan 2027."));
    }

    @Test
    void aDeadlineAheadGivesPlaceAndUtcAndTheOtherDayThere() {
        Step ahead = step(steps(TimelineExamples.deadlineAhead()), "Deadline ahead");
        assertThat(ahead.why()).isEqualTo("By the end of June 2027: 23:59 in New York, 03:59 UTC on 1 Jul 2027.");
    }

    @Test
    void aWithdrawalLeavesTheSpineBare() {
        Step withdrawn = step(steps(TimelineExamples.withdrawn()), "Verdict withdrawn");
        assertThat(withdrawn.texture()).isEqualTo("withdrawn");
        assertThat(withdrawn.why()).isEqualTo("The recording turned out to be of another person.");
        assertThat(withdrawn.rating()).isNull();
    }

    @Test
    void roughDatesAreAbout() {
        List<Step> steps = steps(TimelineExamples.rough());
        assertThat(steps).extracting(Step::date).contains("About 2022", "About Mar 2024");
        assertThat(steps).extracting(Step::machineDate).contains("2022", "2024-03");
    }

    @Test
    void countedTotalsNameTheirCounterAndTheirSpan() {
        Step counted = step(steps(TimelineExamples.twentyFourHours()), "Said 21 times in 2023");
        assertThat(counted.date()).isEqualTo("2023");
        assertThat(counted.small()).containsExactly("Counted by CNN count of public remarks, April 2025");
    }

    @Test
    void whatOthersWroteIsEscaped() {
        TimelineEvent hostile = TimelineEvent.said(
                LocalDate.of(2024, 1, 1),
                TimelineEvent.Precision.DAY,
                "<script>alert(1)</script>",
                "<b>Rally</b>",
                new TimelineEvent.Source("<i>Gazette</i>", "/articles/1-x\" onclick=\"x"));
        assertThat(print(List.of(hostile))).doesNotContain("<script>", "<b>", "<i>", "\" onclick");
    }

    @Test
    void theStoryIsToldInFrenchToo() {
        List<Step> steps = StepList.of(TimelineExamples.twentyFourHours(), NOW, TimelinePrinter.FRENCH)
                .steps();
        assertThat(steps)
                .extracting(Step::heading)
                .containsSubsequence(
                        "Première fois",
                        "Premier verdict\u202f:",
                        "Le verdict passe à",
                        "Échéance passée",
                        "Revérifiée, sans changement");
        Step deadline = step(steps, "Échéance passée");
        assertThat(deadline.date()).isEqualTo("21 janv. 2025");
        assertThat(deadline.why()).isEqualTo("24 hours from inauguration\u202f: midi à New York, 17\u202fh UTC.");
        assertThat(StepList.of(
                                List.of(said("2023-05-10"), said("2024-09-12"), said("2026-10-13")),
                                NOW,
                                TimelinePrinter.FRENCH)
                        .steps())
                .extracting(Step::gap)
                .containsExactly("1 an 4 mois plus tard", "2 ans 1 mois plus tard", null);
        assertThat(StepList.of(TimelineExamples.rough(), NOW, TimelinePrinter.FRENCH)
                        .steps())
                .extracting(Step::date)
                .contains("Vers 2022", "Vers mars 2024");
    }

    private static List<Step> steps(List<TimelineEvent> events) {
        return StepList.of(events, NOW, TimelinePrinter.ENGLISH).steps();
    }

    private static Step step(List<Step> steps, String heading) {
        return steps.stream()
                .filter(s -> s.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    private static String print(List<TimelineEvent> events) {
        return TimelinePrinter.steps(events, NOW);
    }
}
