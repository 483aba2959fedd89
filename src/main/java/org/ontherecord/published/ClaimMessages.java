package org.ontherecord.published;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The page of one claim. */
@MessageBundle("claim")
public interface ClaimMessages {
    @Message("Is something wrong?")
    String somethingWrong();

    @Message("Challenge this claim")
    String challenge();

    @Message("A person reads it and answers.")
    String aPersonAnswers();

    @Message("No longer in the live article, as we saw on {day}.")
    String noLongerThere(String day);

    @Message("Breadcrumb")
    String breadcrumb();

    @Message("The promise:")
    String thePromise();

    @Message("The claim:")
    String theClaim();

    @Message("Our verdict on this promise")
    String verdictOnPromise();

    @Message("Our verdict on this claim")
    String verdictOnClaim();

    @Message("Withdrawn on")
    String withdrawnOn();

    @Message("Since")
    String since();

    @Message("since")
    String sinceInText();

    @Message(", corrected on")
    String correctedOn();

    @Message("Before that:")
    String beforeThat();

    @Message("We had said:")
    String weHadSaid();

    @Message(", then")
    String then();

    @Message("{count} other verdicts, the last one {last}")
    String otherVerdicts(int count, String last);

    @Message("Promise scale")
    String promiseScale();

    @Message("Accuracy scale")
    String accuracyScale();

    @Message("said {date}")
    String saidAt(String date);

    @Message("First said")
    String firstSaid();

    @Message("First reported")
    String firstReported();

    @Message("Not known")
    String notKnown();

    @Message("Said")
    String said();

    @Message("Deadline")
    String deadline();

    @Message("None")
    String noDeadline();

    @Message("Last checked")
    String lastChecked();

    @Message("no change")
    String noChange();

    @Message("How the verdict changed")
    String howItChanged();

    @Message("What we found")
    String whatWeFound();

    @Message("We withdrew this check on {day}.")
    String weWithdrew(String day);

    @Message("What follows is what we had written.")
    String whatFollows();

    @Message("The deadline")
    String theDeadline();

    @Message("What counts as kept")
    String whatCounts();

    @Message("Step by step")
    String stepByStep();

    @Message("Every time it was said")
    String everyTime();

    @Message("We list no occasion.")
    String noOccasion();

    @Message("Date not known")
    String dateNotKnown();

    @Message("reported")
    String reported();

    @Message("original")
    String original();

    @Message("saved copy")
    String savedCopy();

    @Message("{#if atLeast}At least {/if}{times} times from")
    String countedFrom(int times, boolean atLeast);

    @Message("to")
    String countedTo();

    @Message(", counted by {counter}:")
    String countedBy(String counter);

    @Message("Verdict history")
    String history();

    @Message("Every verdict we published on this claim, newest first")
    String historyCaption();

    @Message("In force from")
    String inForceFrom();

    @Message("Verdict")
    String verdict();

    @Message("Why")
    String why();

    @Message("Published")
    String published();

    @Message("Checked by {checker}, signed off by {signer}.")
    String signedOff(String checker, String signer);

    @Message("Checked by {checker}. Published without review:")
    String withoutReview(String checker);

    @Message("Sources and more")
    String sourcesAndMore();

    @Message("Sources")
    String sources();

    @Message("None given.")
    String noSources();

    @Message("primary")
    String primary();

    @Message("secondary")
    String secondary();

    @Message("Whom we asked")
    String whomWeAsked();

    @Message(
            "We asked {who} {#switch way}{#case 'email'}by email{#case 'phone'}by telephone{#case 'letter'}by letter{#case 'post'}in a public post{#else}in person{/switch} on {day}.")
    String weAsked(String who, String way, String day);

    @Message("That was about C-{number}, which was merged into this claim.")
    String askedAbout(long number);

    @Message("They answered on {day}:")
    String theyAnswered(String day);

    @Message("They had not answered by {day}.")
    String noAnswerBy(String day);

    @Message("Related claims")
    String relatedClaims();

    @Message(
            "{#switch relation}{#case 'same'}The same claim, under another number{#case 'narrower'}A wider claim, of which this is a part{#case 'wider'}A narrower claim, part of this one{#case 'other_period'}The same about another period{#case 'other_place'}The same about another place{#case 'contradicts'}Contradicts this claim{#case 'reverses'}Said earlier, and taken back by this claim{#case 'reversed_by'}Said later, and takes this claim back{#else}{relation}{/switch}")
    String relatedAs(String relation);

    @Message("Checked by {publisher}, not by us: {rating}")
    String checkedByOther(String publisher, String rating);

    @Message("Checked by {publisher}, not by us")
    String checkedByOtherUnrated(String publisher);

    @Message("Checked by {publisher}")
    String checkedByPublisher(String publisher);

    @Message("Also checked by")
    String alsoCheckedBy();

    @Message("They give no rating in a word.")
    String noRatingOfTheirs();

    @Message("The rating above is ours. This one is theirs, in their words and on their scale.")
    String theirsBesideOurs();

    @Message("We have not checked this claim ourselves.")
    String notCheckedByUs();

    @Message("Read the check at {publisher}")
    String readTheirCheck(String publisher);

    @Message("Said")
    String saidWhen();

    @Message("Checked there")
    String checkedThere();

    @Message("Taken in here")
    String takenIn();

    @Message("What this page is")
    String whatOthersPageIs();

    @Message(
            "{publisher} checked this claim. The words and the rating are theirs; the rating is on their scale and no verdict of ours. We keep it here so that it can be found; our lists, counts and feeds hold only what we checked.")
    String othersPage(String publisher);

    @Message("Checked by {publisher}: {rating}. We have not checked this claim ourselves.")
    String othersInShort(String publisher, String rating);

    @Message("Also on record")
    String alsoOnRecord();

    @Message("Use this record")
    String useThisRecord();

    @Message("Everything on this page as JSON")
    String asJson();

    @Message("The timeline as CSV")
    String asCsv();

    @Message("More data, and the licence")
    String moreData();

    @Message("Record {id} · version {version} · text CC BY 4.0")
    String footer(String id, int version);

    @Message("There is no claim {id} on the public record.")
    String notThere(String id);
}
