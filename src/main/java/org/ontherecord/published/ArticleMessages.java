package org.ontherecord.published;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The articles in which claims stand. */
@MessageBundle("article")
public interface ArticleMessages {
    @Message("Articles")
    String articles();

    @Message("The articles in which we found the claims we checked, newest first.")
    String lede();

    @Message("Articles by headline or outlet")
    String byTitle();

    @Message("Headline or outlet")
    String titleOrOutlet();

    @Message("All articles")
    String allArticles();

    @Message("No article on record has these words in its headline or its outlet's name.")
    String noneNamed();

    @Message("No public claim quotes an article yet.")
    String noneYet();

    @Message("No public claim quotes an article of that number.")
    String noSuchArticle();

    @Message(
            "We show the sentences we quote from it and what we say of them. The article itself belongs to its publisher.")
    String note();

    @Message("{#if count == 1}1 claim in it{#else}{count} claims in it{/if}")
    String claimsInIt(long count);

    @Message("in their own words")
    String ownWords();

    @Message("as the article reports it")
    String asReported();

    @Message("Quoted")
    String quoted();

    @Message("Reported")
    String reported();

    @Message("Today")
    String today();

    @Message("On {day}:")
    String onDay(String day);

    @Message("{moment}:")
    String atMoment(String moment);

    @Message("not on our record yet")
    String notYet();
}
