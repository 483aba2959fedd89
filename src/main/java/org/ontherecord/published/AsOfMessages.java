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
}
