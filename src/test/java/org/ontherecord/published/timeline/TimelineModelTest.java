package org.ontherecord.published.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.ontherecord.published.timeline.TimelineAxis.Tick;
import org.ontherecord.published.timeline.TimelineEvent.Kind;
import org.ontherecord.published.timeline.TimelineShapes.Bracket;
import org.ontherecord.published.timeline.TimelineShapes.Diamond;
import org.ontherecord.published.timeline.TimelineShapes.Flag;
import org.ontherecord.published.timeline.TimelineShapes.Inside;
import org.ontherecord.published.timeline.TimelineShapes.Key;
import org.ontherecord.published.timeline.TimelineShapes.Mark;
import org.ontherecord.published.timeline.TimelineShapes.Segment;
import org.ontherecord.published.timeline.TimelineShapes.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ontherecord.published.timeline.TimelineExamples.BROKEN;
import static org.ontherecord.published.timeline.TimelineExamples.COMPROMISE;
import static org.ontherecord.published.timeline.TimelineExamples.HALF_TRUE;
import static org.ontherecord.published.timeline.TimelineExamples.UNRATED;
import static org.ontherecord.published.timeline.TimelineExamples.published;
import static org.ontherecord.published.timeline.TimelineExamples.said;
import static org.ontherecord.published.timeline.TimelineExamples.verdict;
import static org.ontherecord.published.timeline.TimelinePrinter.model;

class TimelineModelTest {

    @Test
    void theExampleStandsWhereTheDesignPutsIt() {
        TimelineModel model = model(TimelineExamples.twentyFourHours());
        assertThat(model.saidY()).isEqualTo(68);
        assertThat(model.ribbonY()).isEqualTo(112);
        assertThat(model.checkedY()).isEqualTo(188);
        Segment last = model.segments().get(model.segments().size() - 1);
        assertThat(last.x()).isCloseTo(601.1, within(2.0));
        assertThat(last.inside().word().words()).isEqualTo("Broken");
        assertThat(last.inside().since()).isEqualTo("since 22 Jan 2025");
        assertThat(model.panel().span()).isEqualTo("3 months");
        assertThat(model.panel().ticks())
                .extracting(Tick::words)
                .containsExactly("November 2024", "December", "January 2025");
        assertThat(model.panel().segments())
                .extracting(s -> s.role() + " " + s.texture())
                .containsExactly("none unrated", "prog interim", "mid interim", "neg2 final");
    }

    @Test
    void withoutADeadlineThereIsNoFlagAndNoEntryForItInTheKey() {
        TimelineModel model = model(TimelineExamples.oneVerdict());
        assertThat(model.flags()).isEmpty();
        assertThat(model.key()).extracting(Key::words).doesNotContain("Deadline");
    }

    @Test
    void aMovedDeadlineKeepsItsOldFlagHollowBesideTheNewOne() {
        TimelineModel model = model(TimelineExamples.deadlineMoved());
        assertThat(model.flags()).extracting(Flag::moved).containsExactlyInAnyOrder(false, true);
        Flag old = model.flags().stream().filter(Flag::moved).findFirst().orElseThrow();
        Flag valid = model.flags().stream().filter(f -> !f.moved()).findFirst().orElseThrow();
        assertThat(old.x()).isLessThan(valid.x());
        assertThat(old.top() != valid.top() || old.to() <= valid.from()).isTrue();
        assertThat(model.text().description()).contains("30 Apr 2026", "moved from 31 Oct 2025");
    }

    @Test
    void aDeadlineAheadLengthensTheAxisBeyondToday() {
        TimelineModel model = model(TimelineExamples.deadlineAhead());
        assertThat(model.flags()).singleElement().matches(Flag::ahead);
        assertThat(model.flags().get(0).x()).isGreaterThan(model.today().x());
        assertThat(model.ticks()).extracting(Tick::words).containsExactly("2025", "2026", "2027");
        assertThat(model.segments().get(0).x() + model.segments().get(0).width())
                .isCloseTo(model.today().x(), within(0.2));
    }

    @Test
    void oneVerdictEverNeedsNoEnlargement() {
        TimelineModel model = model(TimelineExamples.oneVerdict());
        assertThat(model.panel()).isNull();
        assertThat(model.diamonds()).hasSize(1);
        assertThat(model.labels()).extracting(Words::words).contains("First said", "1 Mar 2024");
    }

    @Test
    void aChangeThatStandsAloneIsNotEnlargedHoweverFarTheDeadlineIs() {
        TimelineModel model = model(List.of(
                TimelineExamples.said("2019-07-16"),
                TimelineExamples.verdict(1, TimelineEvent.Kind.ORIGINAL, TimelineExamples.WORKS, "2026-06-30"),
                TimelineExamples.deadline(Instant.parse("2050-12-31T23:00:00Z"))));
        assertThat(model.panel()).isNull();
    }

    @Test
    void aDeadlineAtMidnightBelongsToTheDayThatEnds() {
        TimelineEvent due = TimelineEvent.deadline(
                Instant.parse("2019-11-01T00:00:00Z"), ZoneId.of("Europe/London"), "The end of the day named.");
        assertThat(due.date()).isEqualTo("2019-10-31");
        assertThat(StepList.of(List.of(due), TimelineExamples.NOW, TimelinePrinter.ENGLISH)
                        .steps())
                .singleElement()
                .satisfies(step -> assertThat(step.date()).contains("31 Oct 2019"));
    }

    @Test
    void aBracketWithRoomForItsNumberOnlyLetsItsEndsSayWhen() {
        TimelineModel model = model(List.of(
                said("2023-03-04"),
                TimelineEvent.counted(
                        32,
                        new TimelineEvent.Counted(
                                LocalDate.parse("2024-01-01"), LocalDate.parse("2024-11-30"), true, "CNN"),
                        null),
                verdict(1, TimelineEvent.Kind.ORIGINAL, BROKEN, "2025-01-22")));
        assertThat(model.brackets()).singleElement().satisfies(bracket -> {
            assertThat(bracket.words().words()).isEqualTo("at least 32 times");
            assertThat(bracket.words().anchor()).isEqualTo("middle");
        });
    }

    @Test
    void roughDatesThatWouldRunIntoEachOtherAreLeftToTheList() {
        TimelineModel model = model(List.of(
                TimelineEvent.said(LocalDate.parse("2023-01-01"), TimelineEvent.Precision.YEAR, "One", null, null),
                TimelineEvent.said(LocalDate.parse("2023-07-01"), TimelineEvent.Precision.MONTH, "Two", null, null),
                TimelineExamples.verdict(1, TimelineEvent.Kind.ORIGINAL, TimelineExamples.WORKS, "2024-01-08")));
        assertThat(model.labels())
                .extracting(Words::words)
                .contains("First said about 2023")
                .doesNotContain("about Jul 2023");
    }

    @Test
    void twelveChangesAreAllThereAndNoCaptionCoversAnother() {
        TimelineModel model = model(TimelineExamples.twelveChanges());
        assertThat(model.segments()).hasSize(12);
        assertThat(model.panel().diamonds()).hasSize(12);
        List<Words> placed = new ArrayList<>();
        model.panel()
                .captions()
                .forEach(caption -> caption.lines().forEach(line -> {
                    assertThat(placed)
                            .noneMatch(p ->
                                    Math.abs(p.y() - line.y()) < 13 && p.from() < line.to() && p.to() > line.from());
                    placed.add(line);
                }));
        assertThat(placed).extracting(Words::words).contains("Kept");
        assertThat(model.text().description()).contains("12 verdicts: first Not yet rated", "last Kept");
    }

    @Test
    void aVerdictCanReturnToAnEarlierOne() {
        TimelineModel model = model(TimelineExamples.backToEarlier());
        assertThat(model.segments()).extracting(Segment::role).containsExactly("prog", "mid", "prog");
        assertThat(model.hatches()).containsExactly("prog", "mid");
    }

    @Test
    void twoChangesOnOneDayStandBesideEachOtherAndAreToldTogether() {
        TimelinePanel panel = model(TimelineExamples.twoOnOneDay()).panel();
        assertThat(panel.diamonds()).extracting(Diamond::x).doesNotHaveDuplicates();
        assertThat(panel.captions().get(1).lines()).extracting(Words::words).contains("15 Jul", "Stalled, then Broken");
    }

    @Test
    void aRoughDateIsABarAsLongAsTheDoubt() {
        TimelineModel model = model(TimelineExamples.rough());
        Mark year = model.marks().get(0);
        Mark month = model.marks().get(1);
        double yearWidth = (1088 - 84) / 5.0;
        assertThat(year.width()).isCloseTo(yearWidth, within(0.5));
        assertThat(month.width()).isCloseTo(yearWidth / 12, within(1.0));
        assertThat(model.labels()).extracting(Words::words).contains("First said about 2022", "about Mar 2024");
        assertThat(model.marks().get(2).isBar()).isFalse();
    }

    @Test
    void saidOnceAndNotRatedIsADotAndADottedLine() {
        TimelineModel model = model(List.of(said("2026-03-04")));
        assertThat(model.marks()).extracting(Mark::shape).containsExactly("first");
        assertThat(model.segments()).isEmpty();
        assertThat(model.panel()).isNull();
        assertThat(model.notYet().to()).isEqualTo(model.today().x());
        assertThat(model.key()).extracting(Key::words).containsExactly("First said");
        assertThat(model.text().lede()).isEqualTo("On record once, on 4 Mar 2026; no verdict yet.");
    }

    @Test
    void saidFiveHundredTimesIsOneBracket() {
        TimelineModel model = model(TimelineExamples.fiveHundred());
        assertThat(model.brackets()).extracting(b -> b.words().words()).containsExactly("500 times");
        assertThat(model.marks()).extracting(Mark::shape).containsExactly("first", "said");
    }

    @Test
    void closeSayingsAreStackedAndOverTwelveInFortyPixelsBecomeABracket() {
        TimelineModel model = model(TimelineExamples.crowded());
        List<Mark> stack = model.marks().stream().filter(m -> m.x() > 600).toList();
        assertThat(stack).extracting(Mark::y).containsExactly(model.saidY(), model.saidY() - 11, model.saidY() - 22);
        assertThat(model.brackets()).extracting(b -> b.words().words()).containsExactly("18 times");
    }

    @Test
    void countedTotalsAreBracketsThatMeetNeitherFlagNorEachOther() {
        TimelineModel model = model(TimelineExamples.countedAcrossDeadline());
        assertThat(model.brackets())
                .extracting(b -> b.words().words())
                .contains("21 times in 2023", "32 times in 2024", "at least seven times, Jan–Jun 2025");
        Flag flag = model.flags().get(0);
        for (Bracket bracket : model.brackets()) {
            boolean beside = bracket.to() < flag.from() || bracket.from() > flag.to();
            assertThat(beside || bracket.y() > flag.top() + 20).isTrue();
        }
        assertThat(model.text().counted()).contains("CNN count of public remarks, April 2025");
    }

    @Test
    void aClaimOlderThanTwentyYearsIsTickedByFiveYears() {
        assertThat(model(TimelineExamples.old()).ticks())
                .extracting(Tick::words)
                .containsExactly("1998", "2000", "2005", "2010", "2015", "2020", "2025");
    }

    @Test
    void aWithdrawalEndsTheRibbon() {
        TimelineModel model = model(TimelineExamples.withdrawn());
        Segment last = model.segments().get(model.segments().size() - 1);
        assertThat(last.x() + last.width()).isLessThan(model.today().x() - 100);
        assertThat(model.current()).isNull();
        assertThat(model.labels()).extracting(Words::words).contains("withdrawn 10 Feb 2025");
        assertThat(model.text().lede()).endsWith("withdrawn.");
    }

    @Test
    void aCorrectionOfTheSameRatingIsATriangleAndLeavesTheRibbon() {
        TimelineModel model = model(TimelineExamples.correctedSame());
        assertThat(model.marks()).extracting(Mark::shape).contains("correction");
        assertThat(model.segments()).hasSize(1);
        assertThat(model.labels()).extracting(Words::words).contains("corrected 1 Mar 2025");
    }

    @Test
    void aCorrectionToANewRatingRulesFromTheDayItApplies() {
        TimelineModel model = model(TimelineExamples.correctedNew());
        assertThat(model.segments()).extracting(Segment::role).containsExactly("prog", "pos1");
        assertThat(model.panel().diamonds()).extracting(Diamond::hollow).containsExactly(false, true, false);
        assertThat(model.panel().captions().get(1).lines())
                .extracting(Words::words)
                .contains("Broken, corrected to", "Compromise");
        assertThat(model.text().description()).contains("Broken from 22 Jan 2024 (since corrected)");
    }

    @Test
    void correctedOnTheDayOfPublicationTheCurrentVerdictIsStillInWords() {
        TimelineModel model = model(List.of(
                said("2023-03-04"),
                published(1, Kind.ORIGINAL, BROKEN, "2026-11-22", "2026-11-22"),
                published(2, Kind.CORRECTION, COMPROMISE, "2026-11-22", "2026-11-22")));
        assertThat(model.current()).extracting(Inside::role).isEqualTo("pos1");
        assertThat(model.current().word().words()).isEqualTo("Compromise");
        assertThat(model.mini().current().word().words()).isEqualTo("Compromise");
        assertThat(model.panel().captions().get(0).lines())
                .extracting(Words::words)
                .contains("Broken, corrected to", "Compromise");
    }

    @Test
    void aConfirmationIsATickAndAClarificationNothing() {
        TimelineModel model = model(TimelineExamples.clarifiedAndConfirmed());
        assertThat(model.marks()).extracting(Mark::shape).containsExactlyInAnyOrder("first", "check", "context");
        assertThat(model.segments()).hasSize(1);
        assertThat(model.text().description()).contains("Checked again once, last on 2 Jun 2026, no change.");
    }

    @Test
    void anUpdateThatLeavesTheRatingCountsAsACheck() {
        TimelineModel model = model(List.of(
                said("2024-03-04"),
                verdict(1, Kind.ORIGINAL, HALF_TRUE, "2024-05-01"),
                verdict(2, Kind.UPDATE, HALF_TRUE, "2025-05-01")));
        assertThat(model.segments()).hasSize(1);
        assertThat(model.marks()).extracting(Mark::shape).contains("check");
    }

    @Test
    void aVerdictThatChangesWithinDaysIsEnlargedByDays() {
        TimelineModel model = model(List.of(
                said("2026-11-20"),
                verdict(1, Kind.ORIGINAL, HALF_TRUE, "2026-11-21"),
                verdict(2, Kind.UPDATE, UNRATED, "2026-11-22")));
        assertThat(model.panel().span()).isEqualTo("16 days");
        assertThat(model.panel().years()).isEqualTo("2026");
        assertThat(model.panel().ticks()).extracting(Tick::words).contains("14 Nov", "28 Nov");
        assertThat(model.current().word().words()).isEqualTo("Not yet rated");
    }

    @Test
    void whatIsOnlyReportedIsNotCalledSaid() {
        TimelineModel model = model(TimelineExamples.all().get("Only reported"));
        assertThat(model.labels()).extracting(Words::words).contains("First reported");
        assertThat(model.key())
                .extracting(Key::words)
                .contains("First reported")
                .doesNotContain("First said");
    }

    @Test
    void aChangeOfTheLastDaysIsEnlargedWithoutTheYearsBeforeIt() {
        TimelineModel model = model(TimelineExamples.changedLastDays());
        assertThat(model.panel().name()).isEqualTo("Enlarged");
        assertThat(model.panel().span()).isEqualTo("19 days");
        assertThat(model.panel().diamonds()).hasSize(1);
        assertThat(model.diamonds()).hasSize(1);
        assertThat(model.labels()).extracting(Words::words).contains("1 Mar 2021");
        assertThat(model.panel().segments()).extracting(Segment::role).containsExactly("prog", "neg2");
        assertThat(model.current().word().words()).isEqualTo("Broken");
    }

    @Test
    void nothingAtAllIsAnEmptyAxis() {
        TimelineModel model = model(List.of());
        assertThat(model.marks()).isEmpty();
        assertThat(model.notYet()).isNull();
        assertThat(model.text().lede()).isEqualTo("No verdict yet.");
    }

    @Test
    void labelsOfChecksGiveWayAndTheFirstSayingNever() {
        List<TimelineEvent> events = new ArrayList<>(TimelineExamples.oneVerdict());
        for (int i = 0; i < 9; i++) {
            events.add(verdict(2 + i, Kind.CONFIRMATION, HALF_TRUE, "2026-0" + (i + 1) + "-05"));
        }
        TimelineModel model = model(events);
        assertThat(model.marks().stream().filter(m -> m.shape().equals("check")))
                .hasSize(9);
        assertThat(model.labels().stream().filter(w -> w.words().equals("checked, no change")))
                .hasSizeLessThan(3);
        assertThat(model.labels()).extracting(Words::words).contains("First said");
    }
}
