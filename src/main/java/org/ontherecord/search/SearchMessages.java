package org.ontherecord.search;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The search of the public record and what it found. */
@MessageBundle("search")
public interface SearchMessages {
    @Message("Best match")
    String bestMatch();

    @Message("Year")
    String year();

    @Message("First said in")
    String firstSaidIn();

    @Message("Language")
    String language();

    @Message("Checked by")
    String checkedBy();

    @Message("all")
    String anybody();

    @Message("us")
    String us();

    @Message("other publishers")
    String others();

    @Message(
            "“…” around words finds them side by side; a minus before a word leaves it out. An address finds what we have from that page.")
    String hint();

    @Message("No claim on record has the words “{asked}”. These have “{instead}”.")
    String respelt(String asked, String instead);

    @Message("Did you mean")
    String didYouMean();

    @Message("Close in meaning")
    String near();

    @Message("These do not have the words you typed. They were found because they may say something near it.")
    String nearLede();

    @Message("People")
    String people();

    @Message("Topics")
    String topics();

    @Message("Articles")
    String articles();

    @Message("People, topics and articles")
    String names();

    @Message("Also found:")
    String alsoFound();

    @Message("From the article")
    String fromArticle();

    @Message("from this address")
    String fromAddress();

    @Message(
            "We have no claim from a page at {address}. We know it by this address only, without what comes after # and what follows readers around.")
    String noSuchAddress(String address);

    @Message("No claims match “{words}”.")
    String noMatchFor(String words);

    @Message("No claims match these filters.")
    String noMatch();

    @Message(
            "Nearly every claim has the words {words}, so they were not looked for. Add a word that fewer claims have, or leave out the quotation marks.")
    String tooCommon(String words);

    @Message("The {number} newest of them stand in order of how well they match, the older ones after them.")
    String rankedInPart(int number);

    @Message("Try fewer words, or other words for the same.")
    String tryFewer();

    @Message("Remove a filter above, or look at all claims.")
    String tryFilters();

    @Message("Search without filters")
    String withoutFilters();

    @Message("All people")
    String allPeople();

    @Message("All topics")
    String allTopics();

    @Message("All articles")
    String allArticles();

    @Message("Rating there:")
    String ratingThere();

    @Message("no rating given")
    String noRating();

    @Message("Checked by {publisher}, not by us")
    String checkedByOther(String publisher);

    @Message("Their check")
    String theirCheck();

    @Message("said:")
    String said();
}
