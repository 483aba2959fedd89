package org.ontherecord.published;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Lists of claims, people, topics and articles, and the pages of each. */
@MessageBundle("list")
public interface ListMessages {
    @Message("Breadcrumb")
    String breadcrumb();

    @Message("{#if count == 0}No claims{#else if count == 1}1 claim{#else}{count} claims{/if}")
    String total(long count);

    @Message("{#if count == 1}1 claim on record{#else}{count} claims on record{/if}")
    String claimsOnRecord(long count);

    @Message("{#if count == 1}claim{#else}claims{/if}")
    String claimsAfterNumber(long count);

    @Message("{#if count == 1}1 promise{#else}{count} promises{/if}")
    String promises(long count);

    @Message("{#if count == 1}1 statement of fact{#else}{count} statements of fact{/if}")
    String statements(long count);

    @Message(", page")
    String page();

    @Message("Pages")
    String pages();

    @Message("Page {page} of {pages}")
    String pageOf(int page, int pages);

    @Message("Page")
    String pageWord();

    @Message("Previous")
    String previous();

    @Message("Next")
    String next();

    @Message("page")
    String pageAfter();

    @Message("All claims")
    String allClaims();

    @Message("There is no such page.")
    String noSuchPage();

    @Message("To the first page")
    String toTheFirstPage();

    @Message("No claim has been published yet. What the newsroom publishes appears here.")
    String nothingPublished();

    @Message("Last checked")
    String lastChecked();

    @Message("last checked")
    String lastCheckedInText();

    @Message("Claims")
    String claims();

    @Message("first said")
    String firstSaid();

    @Message("first reported")
    String firstReported();

    @Message("said")
    String said();

    @Message("deadline")
    String deadline();

    @Message("for “{words}”")
    String forWords(String words);

    @Message("Search and filter")
    String searchAndFilter();

    @Message("Words")
    String words();

    @Message("Kind")
    String kind();

    @Message("Promises and statements")
    String bothKinds();

    @Message("Promises")
    String promisesHeading();

    @Message("Statements of fact")
    String statementsHeading();

    @Message("Verdict")
    String verdict();

    @Message("Any")
    String any();

    @Message("Withdrawn")
    String withdrawn();

    @Message("Person")
    String person();

    @Message("Anybody")
    String anybody();

    @Message("Topic")
    String topic();

    @Message("First said")
    String firstSaidHeading();

    @Message("from")
    String from();

    @Message("until")
    String until();

    @Message("First said from")
    String firstSaidFrom();

    @Message("First said until")
    String firstSaidUntil();

    @Message("Show claims")
    String showClaims();

    @Message("Remove all")
    String removeAll();

    @Message("Filters in force")
    String filtersInForce();

    @Message("Remove the filter")
    String removeTheFilter();

    @Message("Show all claims")
    String showAllClaims();

    @Message("Order")
    String order();

    @Message("Order:")
    String orderLabel();

    @Message("Newest verdict")
    String newestVerdict();

    @Message("Last to be first said")
    String lastToBeSaid();

    @Message("Most often said")
    String mostOften();

    @Message("Deadline")
    String byDeadline();

    @Message("Results")
    String results();

    @Message("The same list as")
    String sameListAs();

    @Message("One mark for each claim")
    String oneMarkEach();

    @Message("One mark for each claim, by its verdict today.")
    String oneMarkEachToday();

    @Message("One mark for each claim, by its verdict on {moment}.")
    String oneMarkEachOn(String moment);

    @Message("What we have checked")
    String whatWeChecked();

    @Message("People")
    String people();

    @Message("Those whose claims we have checked. We choose what to check, so the numbers do not compare people.")
    String peopleLede();

    @Message("How we choose")
    String howWeChoose();

    @Message("How we choose claims")
    String howWeChooseClaims();

    @Message("We choose what to check, so these counts do not measure how honest a person is.")
    String countsNote();

    @Message("People by name")
    String peopleByName();

    @Message("People and bodies by name")
    String peopleAndBodies();

    @Message("Name")
    String name();

    @Message("Find")
    String find();

    @Message("All people")
    String allPeople();

    @Message("Role")
    String role();

    @Message("We have not checked a claim by anybody of that name.")
    String nobodyOfThatName();

    @Message("We have not checked a claim by anybody yet.")
    String nobodyYet();

    @Message("We have not checked a claim by a person of that number.")
    String noSuchPerson();

    @Message("since {day}")
    String sinceDay(String day);

    @Message("until {day}")
    String untilDay(String day);

    @Message("{from} to {to}")
    String fromTo(String from, String to);

    /** Known to the month, the season or the year only. */
    @Message("since {span}")
    String sinceAbout(String span);

    @Message("until {span}")
    String untilAbout(String span);

    @Message("{from} to {to}")
    String fromToAbout(String from, String to);

    @Message("Promises over time")
    String promisesOverTime();

    @Message("One line for each promise, all on one axis from {first} to {last}. The flag is the deadline.")
    String oneAxis(int first, int last);

    @Message("{#if count == 1}1 earlier promise is in the list{#else}{count} earlier promises are in the list{/if}")
    String earlierPromises(long count);

    @Message("Promises only")
    String promisesOnly();

    @Message("Statements of fact only")
    String statementsOnly();

    @Message("Search and filter these claims")
    String searchTheseClaims();

    @Message("Topics")
    String topics();

    @Message("What the claims on our record are about.")
    String topicsLede();

    @Message("No claim on our record has a topic yet.")
    String noTopicYet();

    @Message("No claim on our record is about a topic of that name.")
    String noSuchTopic();

    @Message("We choose what to check, so the numbers say what we looked at, not how much of it is true.")
    String topicNote();

    @Message("Deadlines and people")
    String deadlinesAndPeople();

    @Message("Deadlines coming")
    String deadlinesComing();

    @Message("Who spoke of it")
    String whoSpoke();
}
