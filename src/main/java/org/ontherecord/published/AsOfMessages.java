package org.ontherecord.published;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The record as it stood at another moment. */
@MessageBundle("asof")
public interface AsOfMessages {
    @Message("This is the record as it stood on")
    String past();

    @Message("See it today")
    String seeToday();

    @Message("That day lies ahead. This is the record as it stands today,")
    String ahead();

    @Message(
            "We could not read “{asked}” as a day. This is the record as it stands today. Choose a day below, or write it as in")
    String unreadable(String asked);

    @Message("The record as of")
    String label();

    @Message("Show that day")
    String show();

    @Message("Today")
    String today();

    @Message("On {moment} nothing of this was on our record yet.")
    String nothingYet(String moment);

    @Message("Not on the record on {day}")
    String notYetTitle(String day);

    @Message("{what} was not on our record on")
    String notYet(String what);

    @Message("The record of it begins on")
    String begins();

    @Message("What was said before then stands on the page with its own dates.")
    String saidBefore();

    @Message("See it as it began")
    String seeFirst();
}
