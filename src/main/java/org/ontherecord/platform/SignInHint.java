package org.ontherecord.platform;

import java.util.List;

/** What a person who has just started the app needs to know to sign in; printed last. */
public interface SignInHint {
    /** Lines for the log. The address is that of the public site, without a slash at its end. */
    List<String> lines(String siteAddress);
}
