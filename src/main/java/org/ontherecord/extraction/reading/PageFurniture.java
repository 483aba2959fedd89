package org.ontherecord.extraction.reading;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a page that are not the article: navigation, buttons, appeals, credits, lists of other stories. */
public final class PageFurniture {

    private static final int SHORT = 120;
    private static final Set<String> ALONE = Set.of(
            "world",
            "news",
            "home",
            "menu",
            "search",
            "politics",
            "business",
            "sport",
            "opinion",
            "share",
            "print",
            "save",
            "follow",
            "subscribe",
            "advertisement",
            "sponsored",
            "comments",
            "trending",
            "live",
            "latest",
            "tags",
            "topics",
            "more",
            "close",
            "back",
            "top stories",
            "most read",
            "editor's picks",
            "related");
    private static final Pattern OPENING = Pattern.compile(
            "^(?:next|previous|prev) (?:story|article|page|post)\\b|^send push\\b|^(?:read|see|watch|listen)(?: more| also| next| now|:)"
                    + "|^also (?:read|see|on)\\b|^related(?: articles| stories| topics| news|:)|^recommended\\b|^more (?:from|on|stories)\\b"
                    + "|^share (?:this|on|via)\\b|^follow (?:us|our|@)|^sign (?:up|in)\\b|^log ?in\\b|^subscribe\\b|^already a subscriber"
                    + "|^(?:photo|image|picture|video|graphic|file photo|illustration)s?(?: by| credit|:)|^credit:|^source:"
                    + "|^(?:published|updated|posted|last updated|first published|modified)(?: on| at|:| \\d)|^by \\p{L}+ \\p{L}+$"
                    + "|^(?:copyright|©|\\(c\\))|^click (?:here|to)\\b|^tap (?:here|to)\\b|^skip to\\b|^join (?:us|our|the conversation)\\b"
                    + "|^support (?:us|our)\\b|^enjoy(?:ing|ed)? (?:this|reading)\\b|^loving \\p{L}+\\?|^get (?:the|our) (?:app|newsletter|latest)\\b"
                    + "|^download\\b|^reporting by\\b|^editing by\\b|^additional reporting\\b|^our standards\\b|^this (?:article|story) (?:was|is|has been) "
                    + "|^\\d+ (?:min|minute|comment|share|view)s?\\b.{0,20}$|^loading\\b|^view (?:all|comments|gallery)\\b|^(?:lesen|lire|leer) (?:sie )?(?:auch|aussi|también|mehr|plus|más)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ANYWHERE = Pattern.compile(
            "\\b(?:download (?:the|our) app|all rights reserved|our newsletter|cookie (?:policy|settings)|terms of (?:use|service)"
                    + "|privacy policy|sign up (?:for|to)|subscribe (?:now|to|for|today)|getty images|share this (?:article|story)"
                    + "|push notifications?|accept (?:all )?cookies|unsubscribe|click here|read more|can be reached at"
                    + "|follow (?:him|her|them|us) (?:on|at)|is a (?:(?:senior|staff|political|national) )?(?:reporter|writer|correspondent|columnist) (?:at|for|with|based|covering))\\b|follow (?:him|her|them) @",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOCK_OR_DATE = Pattern.compile(
            "^[\\d\\s:./,|·–-]{1,40}(?:[ap]\\.?m\\.?|gmt|utc|cet|est|edt|bst)?[\\s|·–-]{0,3}$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LINKS = Pattern.compile(
            "^(?:related|recommended|most (?:read|popular)|trending|more (?:from|on|stories)|read (?:more|next)|also (?:read|on)|top stories)\\b",
            Pattern.CASE_INSENSITIVE);

    private PageFurniture() {}

    /** Whether the lines after this one are other stories' headlines, until a sentence comes. */
    static boolean opensLinks(String line) {
        return LINKS.matcher(line.strip()).find();
    }

    /** Whether a line is furniture for what it says. Short lines without a final stop are no sentences either, see {@link Paragraphs}. */
    public static boolean is(String line) {
        String bare = line.replaceAll("^[\\p{P}\\p{S}\\s]++", "").strip();
        if (bare.isEmpty()
                || ALONE.contains(bare.toLowerCase(Locale.ROOT))
                || CLOCK_OR_DATE.matcher(line).matches()) {
            return true;
        }
        return line.length() <= SHORT * 2
                && (OPENING.matcher(bare).find() || ANYWHERE.matcher(bare).find());
    }
}
