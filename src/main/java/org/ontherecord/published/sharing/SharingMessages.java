package org.ontherecord.published.sharing;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Embeds, and the box that tells how to cite and pass on a claim. */
@MessageBundle("sharing")
public interface SharingMessages {
    @Message("As of")
    String asOf();

    @Message("Version {number}, published")
    String version(int number);

    @Message("See what it says today")
    String today();

    @Message("We withdrew this check. What it had said no longer stands.")
    String withdrawn();

    @Message("Verdict:")
    String verdict();

    @Message("Nothing is here")
    String nothingHere();

    @Message("There is no such claim on our record. The address of this embed may be mistyped.")
    String noSuchClaim();

    @Message("Cite this page")
    String cite();

    @Message("The address is that of this version. It stays as it is, also when the verdict changes.")
    String citeVersion();

    @Message("For a reference manager:")
    String referenceManager();

    @Message("plain text")
    String plainText();

    @Message("Embed this verdict")
    String embed();

    @Message("Code for your page. It shows the verdict of the day, without script or cookie.")
    String embedCode();

    @Message("See the embed")
    String seeTheEmbed();

    @Message("Picture for sharing (PNG)")
    String card();

    @Message("Report an error")
    String report();

    @Message("Merged into {id} since.")
    String mergedInto(String id);
}
