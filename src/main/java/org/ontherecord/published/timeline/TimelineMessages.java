package org.ontherecord.published.timeline;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The figure, its text and its list of steps, in words. */
@MessageBundle("timeline")
public interface TimelineMessages {
    @Message("en")
    String language();

    @Message("{day}")
    String onDay(String day);

    @Message("said {date}")
    String saidAt(String date);

    @Message("about {date}")
    String about(String date);

    @Message("until {day}")
    String untilDay(String day);

    @Message("until {about}")
    String untilAbout(String about);

    @Message(
            "{#switch count}{#case 0}no{#case 1}one{#case 2}two{#case 3}three{#case 4}four{#case 5}five{#case 6}six{#case 7}seven{#case 8}eight{#case 9}nine{/switch}")
    String small(int count);

    @Message("{#if count == 1}once{#else if count == 2}twice{#else}{number} times{/if}")
    String times(int count, String number);

    @Message("at least {times}")
    String atLeast(String times);

    @Message("{times} in {year}")
    String timesInYear(String times, String year);

    @Message("{#if count == 1}1 year{#else}{count} years{/if}")
    String years(int count);

    @Message("{#if count == 1}1 month{#else}{count} months{/if}")
    String months(int count);

    @Message("{#if count == 1}1 week{#else}{count} weeks{/if}")
    String weeks(int count);

    @Message("{#if count == 1}1 day{#else}{count} days{/if}")
    String days(int count);

    @Message("{span} later")
    String later(String span);

    @Message("noon")
    String noon();

    @Message("end of the day")
    String endOfDay();

    @Message("{time} in {place}")
    String timeIn(String time, String place);

    @Message("{time} on {day}")
    String timeOn(String time, String day);

    @Message("and")
    String and();

    @Message(";")
    String semicolon();

    @Message(", then")
    String then();

    @Message("Said")
    String laneSaid();

    @Message("Verdict")
    String laneVerdict();

    @Message("Checked")
    String laneChecked();

    @Message("Key")
    String keyName();

    @Message("First said")
    String firstSaid();

    @Message("First reported")
    String firstReported();

    @Message("Said again")
    String saidAgain();

    @Message("Reported")
    String reported();

    @Message("Verdict changed")
    String verdictChanged();

    @Message("Checked, no change")
    String checkedNoChange();

    @Message("Corrected")
    String corrected();

    @Message("Context")
    String context();

    @Message("Deadline")
    String deadline();

    @Message("Deadline before it was moved")
    String deadlineBefore();

    @Message("On record, not yet rated")
    String unrated();

    @Message("Interim verdict")
    String interimVerdict();

    @Message("Final verdict")
    String finalVerdict();

    @Message("Times counted: {by}.")
    String timesCounted(String by);

    @Message("Read the timeline as a list")
    String readAsList();

    @Message("Download the data")
    String download();

    @Message("Today")
    String today();

    @Message("since {day}")
    String since(String day);

    @Message("said, not yet on our record")
    String notYet();

    @Message("Enlarged")
    String enlarged();

    @Message("In detail")
    String inDetail();

    @Message("{number} times")
    String manyTimes(String number);

    @Message("Deadline {day}, {time}")
    String deadlineAt(String day, String time);

    @Message("corrected {day}")
    String correctedOnDay(String day);

    @Message("context")
    String contextHere();

    @Message("challenged")
    String challengedHere();

    @Message("Challenged by a reader, and put right")
    String challengeChanged();

    @Message("Challenged by a reader, nothing changed")
    String challengeKept();

    @Message("Challenged by a reader, not taken up")
    String challengeDeclined();

    @Message("merged")
    String mergedHere();

    @Message("Merged with {id}")
    String mergedWith(String id);

    @Message("Merged into {id}")
    String mergedInto(String id);

    @Message("No longer merged with {id}")
    String partedFrom(String id);

    @Message("checked, no change")
    String checkedHere();

    @Message("withdrawn {day}")
    String withdrawnOnDay(String day);

    @Message("Withdrawn")
    String withdrawnHere();

    @Message(", corrected to")
    String correctedTo();

    @Message("Timeline of {name}, {span}")
    String title(String name, String span);

    @Message("The list of steps tells the same, one by one.")
    String listTellsTheSame();

    @Message("Said {times}")
    String saidTimes(String times);

    @Message("First said {date}")
    String firstSaidOn(String date);

    @Message("First reported {date}")
    String firstReportedOn(String date);

    @Message(", {times} on record {until}")
    String onRecordUntil(String times, String until);

    @Message(", counted {times}")
    String countedTimes(String times);

    @Message("There is no verdict yet.")
    String noVerdict();

    @Message("Verdicts: {list}.")
    String verdicts(String list);

    @Message("{number} verdicts: first {first}; last {last}.")
    String manyVerdicts(String number, String first, String last);

    @Message("withdrawn")
    String withdrawn();

    @Message("{verdict} from {day}")
    String from(String verdict, String day);

    @Message("(since corrected)")
    String sinceCorrected();

    @Message("The deadline is {day}, {time}")
    String deadlineIs(String day, String time);

    @Message("The deadline was {day}, {time}")
    String deadlineWas(String day, String time);

    @Message(", moved from {days}")
    String movedFrom(String days);

    @Message("Checked again {times}, last on {day}, no change.")
    String checkedAgain(String times, String day);

    @Message("Corrected on {days}.")
    String correctedOn(String days);

    @Message("on record {times}, on {day}")
    String onRecordOn(String times, String day);

    @Message("on record {times}, {about}")
    String onRecordAbout(String times, String about);

    @Message("said over {span}")
    String saidOver(String span);

    @Message("no verdict yet")
    String noVerdictYet();

    @Message("one verdict, {verdict}")
    String oneVerdict(String verdict);

    @Message("{number} verdicts in one day")
    String verdictsInOneDay(String number);

    @Message("{number} verdicts in {span}")
    String verdictsIn(String number, String span);

    @Message("{#if count == 1}one check{#else}{number} checks{/if} since")
    String checksSince(int count, String number);

    @Message("Deadline ahead")
    String deadlineAhead();

    @Message("Deadline passed")
    String deadlinePassed();

    @Message("{rule}: {time}.")
    String ruleAndTime(String rule, String time);

    @Message("Deadline taken off")
    String deadlineTakenOff();

    @Message("It was {day}.")
    String itWas(String day);

    @Message("Deadline moved")
    String deadlineMoved();

    @Message("From {from} to {to}.")
    String fromTo(String from, String to);

    @Message("First verdict:")
    String firstVerdict();

    @Message("New facts, the verdict is still")
    String stillVerdict();

    @Message("Verdict changed to")
    String changedTo();

    @Message("Verdict changed back to")
    String changedBackTo();

    @Message("Corrected; the verdict did not change")
    String correctedSame();

    @Message("Corrected: we wrote {verdict}; it is")
    String correctedFrom(String verdict);

    @Message("Wording made clearer; the verdict did not change")
    String clarified();

    @Message("Checked again, no change")
    String checkedAgainNoChange();

    @Message("Verdict withdrawn")
    String verdictWithdrawn();

    @Message("counted by {counter}")
    String countedBy(String counter);

    @Message("checked by {checker}")
    String checkedBy(String checker);

    @Message("checked by {checker}, approved by {approver}")
    String checkedAndApprovedBy(String checker, String approver);

    @Message("in force from {day}")
    String inForceFrom(String day);

    @Message("published {day}")
    String publishedOn(String day);

    @Message("Said {number} more times, {months}")
    String saidMore(String number, String months);

    @Message("Reported {number} more times, {months}")
    String reportedMore(String number, String months);

    @Message("Said or reported {number} more times, {months}")
    String saidOrReportedMore(String number, String months);

    @Message("{count} more are in the data.")
    String moreInData(int count);

    @Message("What changed with version {version}")
    String whatChanged(int version);

    @Message("the words in the original")
    String wordsInOriginal();

    @Message("saved copy")
    String savedCopy();
}
