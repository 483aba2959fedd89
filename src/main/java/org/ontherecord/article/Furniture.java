package org.ontherecord.article;

import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The parts of a web page that are certainly not its article, by what their markup calls them and by what they say. Only
 * for pages: what a person pasted is kept whole, and {@code extraction} passes over its furniture when it reads.
 */
final class Furniture {

    private static final String NEVER_TEXT =
            "script,style,noscript,template,svg,math,iframe,object,embed,form,nav,button,select,textarea,input,"
                    + "footer,aside,figcaption,dialog,video,audio,canvas,[hidden],[aria-hidden=true],"
                    + "[role=navigation],[role=complementary],[role=contentinfo],[role=search],[role=dialog],[role=alertdialog],"
                    + "[role=menu],[role=toolbar],[role=tablist],[itemprop=comment],"
                    + "amp-sidebar,amp-consent,amp-ad,amp-sticky-ad,amp-embed,amp-user-notification,amp-social-share";
    private static final Set<String> BOXES = Set.of(
            "div",
            "section",
            "ul",
            "ol",
            "dl",
            "p",
            "figure",
            "header",
            "table",
            "blockquote",
            "article",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6");

    /** What sites call such a box, as whole words of a class or an id. */
    private static final Set<String> NAMES = words(
            "nav navbar navigation menu breadcrumb breadcrumbs sidebar footer newsletter newsletters signup subscribe subscription"
                    + " paywall regwall piano share sharing sharebar social socials related recirc recirculation recommended recommendations"
                    + " outbrain taboola promo promos promotion trending popular mostread comments comment disqus cookie cookies consent gdpr"
                    + " onetrust modal popup overlay advert adverts advertisement ads ad sponsored pullquote");
    /** The same where the box says little; some sites wrap whole articles in boxes of these names. */
    private static final Set<String> NAMES_OF_SMALL_ONES = words(
            "byline author authors bio meta metadata date time timestamp published updated dateline kicker category eyebrow tags"
                    + " topics caption captions credit credits copyright print tools toolbar actions audio video gallery readtime skip"
                    + " rubrik ressort autor auteur fecha firma banner alert live");

    private static final List<String> PAIRS = List.of(
            "-most-read-",
            "-see-also-",
            "-read-more-",
            "-more-on-",
            "-more-from-",
            "-sign-up-",
            "-pull-quote-",
            "-also-read-",
            "-up-next-",
            "-read-next-",
            "-top-stories-",
            "-lire-aussi-",
            "-mehr-zum-",
            "-lea-tambien-",
            "-reading-time-",
            "-app-banner-");
    private static final int SMALL = 300;

    /** Whole lines: a button, an appeal, a pointer to something else. Each ends where its own words end. */
    private static final Pattern WHOLE_LINE = Pattern.compile(
            "(?:advertisement|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|إعلان"
                    + "|(?:share|print|save|copy link|comments?|subscribe|sign in|log in|menu|close|loading)(?: this)?(?: article| story| page)?"
                    + "|\\d{1,3} ?(?:min(?:ute)?s?|minuten|minutos) (?:read|de lecture|de lectura|lesezeit)|\\d{1,5} comments?"
                    + "|our standards: .{0,80}|continue reading(?: below)?|story continues below(?: advertisement)?|article continues (?:below|after).{0,40}"
                    + "|(?:teilen|drucken|merken|partager|imprimer|compartir|شارك)|\\d{1,2}[:.]\\d\\d ?(?:[ap]\\.?m\\.?|gmt|utc|cet|bst|est|edt|uhr)?)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern POINTER = Pattern.compile(
            "^(?:read (?:more|also|next)|also read|see also|related(?: stories| articles)?|more on this(?: story)?|recommended|watch|listen"
                    + "|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|le puede interesar|اقرأ أيضا|اقرأ أيضًا)\\s?[:：].*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern APPEAL = Pattern.compile(
            "^(?:[^.!?]{0,60}[?!] )?(?:sign up|subscribe|register|join|get|download|follow|like this|enjoy(?:ing|ed)?|support|abonnieren|melden|inscrivez|abonnez|recevez|suscríb|regístr|اشترك)"
                    + "[^.!?]{0,120}?(?:newsletter|inbox|briefing|alerts?\\b|our app|the app|unlimited access|full access|subscribers?|podcast"
                    + "|whatsapp|telegram|facebook|twitter|instagram|our journalism|boletín|lettre d.information|النشرة).{0,160}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern WALL = Pattern.compile(
            "(?:(?:we|our (?:site|partners)|this (?:site|website)) (?:and our (?:\\d+ )?partners )?(?:uses?|stores?) .{0,60}cookies"
                    + "|(?:accept|reject) all cookies|this article is (?:only |exclusively )?for (?:paying )?subscribers"
                    + "|(?:subscribe|sign in|log in) (?:now )?to (?:continue reading|read (?:the full|on|this))|already (?:a subscriber|have an account)\\?"
                    + "|you have (?:read|reached) .{0,40}free articles|to continue reading|all rights reserved)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private Furniture() {}

    /** The certain ones of a page. A box that holds the headline or nearly all the words is none. */
    static Set<Element> of(Document page) {
        Set<Element> furniture = Collections.newSetFromMap(new IdentityHashMap<>());
        furniture.addAll(page.select(NEVER_TEXT));
        furniture.remove(page.body());
        Set<Element> holding = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Element head : page.select("h1,main,[itemprop=articleBody]")) {
            for (Element around = head; around != null && holding.add(around); ) {
                around = around.parent();
            }
        }
        Map<Element, Integer> lengths = new IdentityHashMap<>();
        int most = measure(page.body(), furniture, lengths) * 9 / 10;
        for (Element box : page.body().getAllElements()) {
            if (BOXES.contains(box.normalName())
                    && (box.hasAttr("class") || box.hasAttr("id"))
                    && lengths.getOrDefault(box, 0) < most
                    && !holding.contains(box)
                    && isNamed(box, lengths.getOrDefault(box, 0))) {
                furniture.add(box);
            }
        }
        return furniture;
    }

    private static boolean isNamed(Element box, int length) {
        String given = (box.className() + " " + box.id());
        String parted = given.substring(0, Math.min(given.length(), 500))
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]++", "-");
        List<String> names = Arrays.asList(parted.split("-"));
        String joined = "-" + parted + "-";
        return names.stream().anyMatch(NAMES::contains)
                || PAIRS.stream().anyMatch(joined::contains)
                || length <= SMALL && names.stream().anyMatch(NAMES_OF_SMALL_ONES::contains);
    }

    /** Whether a block is furniture for what it says. */
    static boolean is(PageBlock block) {
        String line = block.text().replaceFirst("^[•\\s]+", "");
        return line.length() <= 400
                && (WHOLE_LINE.matcher(line).matches()
                        || APPEAL.matcher(line).matches()
                        || line.length() <= 250
                                && (POINTER.matcher(line).matches() && !(block.isProse() && block.linked() == 0)
                                        || WALL.matcher(line).find()
                                        || line.startsWith("©")));
    }

    private static int measure(Element element, Set<Element> without, Map<Element, Integer> lengths) {
        int length = 0;
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                length += text.getWholeText().strip().length();
            } else if (node instanceof Element child && !without.contains(child)) {
                length += measure(child, without, lengths);
            }
        }
        lengths.put(element, length);
        return length;
    }

    private static Set<String> words(String list) {
        return Arrays.stream(list.split(" ")).collect(Collectors.toUnmodifiableSet());
    }
}
