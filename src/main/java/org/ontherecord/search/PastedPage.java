package org.ontherecord.search;

import java.net.IDN;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page somewhere else, by the address somebody pasted, and the claims on record that were made or checked there.
 *
 * @param title the article's title, or null when we have no article of that address
 * @param page the article's page here, or null
 */
public record PastedPage(String address, String title, String page, List<Long> claims) {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<scheme>https?://)?(?<host>[\\p{L}\\p{N}-]{1,63}(\\.[\\p{L}\\p{N}-]{1,63}){1,8})(?<rest>(:\\d{1,5})?(/\\S{0,2000})?(\\?\\S{0,2000})?)",
            Pattern.CASE_INSENSITIVE);

    /** The address in letters that stand in addresses, if the words are one and nothing else; otherwise null. */
    static String address(String words) {
        Matcher whole = ADDRESS.matcher(words.strip());
        if (!whole.matches()
                || whole.group("scheme") == null && !whole.group("rest").contains("/")) {
            return null;
        }
        try {
            return (whole.group("scheme") == null ? "https://" : whole.group("scheme"))
                    + IDN.toASCII(whole.group("host"))
                    + whole.group("rest");
        } catch (IllegalArgumentException notAHost) {
            return null;
        }
    }
}
