package org.ontherecord.platform;

/** Words as they may stand in HTML that no template makes: in the text or between double quotation marks. */
public final class Html {
    private Html() {}

    public static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
