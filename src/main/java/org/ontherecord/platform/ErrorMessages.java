package org.ontherecord.platform;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What a page says that cannot be shown, by HTTP status. */
@MessageBundle("error")
public interface ErrorMessages {
    @Message(
            "{#switch status}{#case 400}We could not read this address{#case 401}Sign in first{#case 403}Your account may not do this{#case 404}Nothing is here{#case 405}This address does not work that way{#case 406}Not in this form{#case 409}Somebody was faster{#case 410}This is gone{#case 413}That is too much at once{#case 415}We cannot read this kind of file{#case 422}This could not be saved{#case 429}Too many requests{#case 503}We are back in a moment{#else}{#if status < 500}This did not work{#else}Something went wrong here{/if}{/switch}")
    String heading(int status);

    @Message(
            "{#switch status}{#case 400}Something in the address has a form we do not know.{#case 401}This page is for the newsroom.{#case 403}This step needs another role than yours.{#case 404}There is no page at this address.{#case 405}It cannot be asked for in this manner.{#case 406}We do not have this page in the form your program asked for.{#case 409}This was changed by somebody else while you were looking at it. Your change was not made.{#case 410}What was here is no longer here.{#case 413}What you sent is larger than 20 MB. Nothing was kept.{#case 415}What was sent has a form we do not know. Nothing was kept.{#case 422}Something in the form does not hold. Nothing was changed.{#case 429}This browser or network asked for a lot in a short time.{#case 503}The record cannot be reached just now. Nothing is lost.{#else}{#if status < 500}The request could not be answered.{#else}The fault is ours. What you sent may not have been saved.{/if}{/switch}")
    String happened(int status);

    @Message(
            "{#switch status}{#case 400}Check it, or start from a list.{#case 401}Sign in and try again.{#case 403}Ask an editor or an administrator of this desk. Nothing was changed.{#case 404}Claims keep their address for good, so the address may be mistyped. Search for the words or the person.{#case 405}Go back and use the links and buttons on the page.{#case 406}Pages are HTML. Everything on them is also JSON, see Data.{#case 409}Go back: what you typed is still there. Copy it, reload the page and look at what is new.{#case 410}Search for it, or start at the front page.{#case 413}Send a smaller file, or paste the text.{#case 415}Go back and use the form on the page.{#case 422}Go back: what you typed is still there.{#case 429}Wait a minute, then try again.{#case 503}Try again in a minute.{#else}{#if status < 500}Go back and try it another way.{#else}Go back: what you typed is still there. Try again; if it happens again, tell us the number below.{/if}{/switch}")
    String advice(int status);

    @Message("The form could not be sent")
    String formHeading();

    @Message("The page with the form was open too long, or this browser keeps no cookies.")
    String formHappened();

    @Message("Go back: what you typed is still there. Copy it if it is long, reload the page and send it again.")
    String formAdvice();

    @Message("{advice} Go back: what you typed is still there.")
    String goBack(String advice);

    @Message("To the desk")
    String toTheDesk();

    @Message("To the front page")
    String toTheFrontPage();

    @Message("Search the record")
    String searchTheRecord();

    @Message("Error {status}")
    String error(int status);

    @Message("Error {status}, number {number}")
    String numbered(int status, String number);
}
