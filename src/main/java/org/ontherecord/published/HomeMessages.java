package org.ontherecord.published;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The front page. */
@MessageBundle("home")
public interface HomeMessages {
    @Message("Who said what, when, and what became of it")
    String heading();

    @Message(
            "We take claims and promises from the news, keep the exact words, check them, and show every change of a verdict with its date and its reason.")
    String lede();

    @Message("Search the record")
    String searchTheRecord();

    @Message("Words, person or number of a claim")
    String searchLabel();

    @Message("Words, a person, or C-1001")
    String searchHint();

    @Message("Verdicts that changed")
    String changed();

    @Message("No verdict has changed yet.")
    String noneChanged();

    @Message("to")
    String to();

    @Message("Deadlines coming")
    String due();

    @Message("No promise on record is waiting for its deadline.")
    String noneDue();

    @Message("Newly checked")
    String fresh();
}
