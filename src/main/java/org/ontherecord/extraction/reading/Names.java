package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in one article: runs of capitalised words without titles, a surname alone standing for the one full name it ends. */
final class Names {

    /** A name where it stands; {@code bare} is it without titles and nationalities. */
    record Mention(Span span, String bare, boolean possessive) {}

    private static final String TOKEN =
            "(?:\\p{Lu}\\.(?:\\p{Lu}\\.){0,3}|(?:Mr|Mrs|Ms|Mx|Dr|Sen|Rep|Gov|Gen|Prof|Lt|Col|Sgt|St|Rev|Hon)\\.|\\p{Lu}(?:['’]\\p{Lu})?[\\p{L}\\p{M}‐‑-]{0,30}+)";
    private static final Pattern RUN = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])" + TOKEN
            + "(?:[ \\u00A0](?:(?:de|van|von|der|den|da|di|du|dos|bin|ibn|al|el|la|le|ten) ){0,2}" + TOKEN + "){0,6}");
    private static final Pattern POSSESSIVE = Pattern.compile("^(?:['’]s|['’])(?!\\p{L})");
    private static final Set<String> TITLES = words(
            "president vice-president prime minister chancellor secretary senator representative congressman congresswoman governor"
                    + " mayor king queen prince princess pope general colonel captain judge justice chief leader speaker spokesman"
                    + " spokeswoman spokesperson ambassador commissioner director chairman chairwoman chair deputy mp mep sir lord lady"
                    + " dame mr mrs ms mx dr prof professor sen rep gov gen lt col sgt rev hon attorney treasurer councillor"
                    + " abgeordnete abgeordneter senatorin bürgermeister bürgermeisterin sprecher sprecherin ministre maire député députée présidente presidente ministro ministra alcalde alcaldesa premier taoiseach candidate democrat republican conservative labour member council attorney lawyer coach officer sheriff archbishop bishop cardinal secretary-general press");
    private static final Set<String> NEVER = words(
            "the a an in on at of for and but or if when while after before as by from to with without about he she it they we i you"
                    + " his her its their our my your this that these those there here what who why how where which not no yes some many"
                    + " most more few all both each every other another such even also still yet so then now today yesterday tomorrow"
                    + " however although though because since despite following regarding according meanwhile moreover instead once"
                    + " under over during between among against through until asked speaking during last next earlier later two three"
                    + " four five six seven eight nine ten one monday tuesday wednesday thursday friday saturday sunday january february"
                    + " march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct"
                    + " nov dec critics officials experts analysts police authorities ministers government lawmakers voters people"
                    + " supporters opponents researchers figures data statistics nobody everyone anyone people's only just never ever"
                    + " ich wir er sie es der die das ein eine und aber doch im am je nous il elle ils elles le la les un une et mais el"
                    + " los las ella pero en ist hat");
    private static final Set<String> SHE =
            words("mrs ms lady dame queen princess congresswoman spokeswoman chairwoman");
    private static final Set<String> HE = words("mr sir lord king prince pope congressman spokesman chairman");
    private static final Pattern SAID_SELF = Pattern.compile(
            "^(?: \\p{Ll}{3,14}ly)? (?:said|says|vowed|promised|pledged|claimed|insisted|told \\S{1,20})(?: that)? (he|she)\\b");

    private final Lexicon lexicon;
    private final Map<String, Set<String>> fullNamesBySurname = new HashMap<>();
    private final Map<String, Character> genders = new HashMap<>();
    private final Set<String> inMidSentence = new HashSet<>();

    Names(String text, List<Span> sentences, Lexicon lexicon) {
        this.lexicon = lexicon;
        for (Span sentence : sentences) {
            for (Mention mention : in(text, sentence, false)) {
                String[] tokens = mention.bare().split("[ \\u00A0]");
                if (tokens.length > 1) {
                    fullNamesBySurname
                            .computeIfAbsent(tokens[tokens.length - 1], surname -> new LinkedHashSet<>())
                            .add(mention.bare());
                }
                if (mention.span().from() > sentence.from() + 1) {
                    inMidSentence.add(mention.bare());
                }
                learnGender(text, mention);
            }
        }
    }

    /** The names in a stretch of text, in order. */
    List<Mention> in(String text, Span stretch) {
        return in(text, stretch, true);
    }

    /** The full name that a surname stands for in this article; the name itself when there is none, or more than one. */
    String full(String bare) {
        Set<String> known = bare.indexOf(' ') < 0 ? fullNamesBySurname.get(bare) : null;
        return known != null && known.size() == 1 ? known.iterator().next() : bare;
    }

    /** A name as a transcript puts it before a colon, without titles. */
    String label(String written) {
        List<Mention> mentions = in(written, new Span(0, written.length()), false);
        return mentions.isEmpty()
                ? written
                : full(mentions.get(mentions.size() - 1).bare());
    }

    /** Whether "he" or "she" can mean this person, as far as the article tells. */
    boolean fits(String name, String pronoun) {
        Character gender = genders.get(surname(name));
        return gender == null || gender == Character.toLowerCase(pronoun.charAt(0));
    }

    /** Whether the article tells that this person is meant by "he", or by "she". */
    boolean surelyFits(String name, String pronoun) {
        return genders.get(surname(name)) != null && fits(name, pronoun);
    }

    private List<Mention> in(String text, Span stretch, boolean strict) {
        List<Mention> mentions = new ArrayList<>();
        Matcher run = RUN.matcher(text).region(stretch.from(), stretch.to());
        run.useTransparentBounds(true);
        while (run.find()) {
            Mention mention = mention(text, run.start(), run.end(), stretch);
            if (mention != null && !(strict && startsSentenceByChance(mention, stretch))) {
                mentions.add(mention);
            }
        }
        return mentions;
    }

    private Mention mention(String text, int start, int end, Span stretch) {
        String[] tokens = text.substring(start, end).split("[ \\u00A0]");
        int first = 0;
        int offset = start;
        for (int i = 0; i < tokens.length; i++) {
            String plain = tokens[i].replace(".", "").toLowerCase(Locale.ROOT);
            if (isTitle(plain) || NEVER.contains(plain) && i == first) {
                for (int k = first; k <= i; k++) {
                    offset += tokens[k].length() + 1;
                }
                first = i + 1;
            }
        }
        if (first >= tokens.length) {
            return null;
        }
        int last = end;
        int count = tokens.length;
        while (count > first && NEVER.contains(tokens[count - 1].toLowerCase(Locale.ROOT))) {
            last -= tokens[--count].length() + 1;
        }
        if (count <= first || offset >= last) {
            return null;
        }
        String bare = text.substring(offset, last);
        if (bare.length() < 2 || bare.equals("I")) {
            return null;
        }
        Matcher possessive = POSSESSIVE.matcher(text).region(last, Math.max(last, stretch.to()));
        return new Mention(new Span(offset, last), bare, possessive.find());
    }

    /** Whether a capitalised word alone is no name but opens a sentence, or means many. */
    static boolean isNever(String word) {
        String plain = word.toLowerCase(Locale.ROOT);
        return NEVER.contains(plain) || isTitle(plain);
    }

    static boolean isTitle(String word) {
        return TITLES.contains(word) || word.matches(".{0,20}(?:minister|ministerin|präsident|präsidentin|kanzlerin?)");
    }

    /** Any word is capitalised at the start of a sentence; alone there it is a name only if it is one elsewhere too. */
    private boolean startsSentenceByChance(Mention mention, Span stretch) {
        return mention.span().from() <= stretch.from() + 1
                && mention.bare().indexOf(' ') < 0
                && !mention.possessive()
                && !inMidSentence.contains(mention.bare())
                && !fullNamesBySurname.containsKey(mention.bare())
                && !mention.bare().equals(mention.bare().toUpperCase(Locale.ROOT));
    }

    private void learnGender(String text, Mention mention) {
        int from = Math.max(0, mention.span().from() - 24);
        String[] before = text.substring(from, mention.span().from()).split("[^\\p{L}-]+");
        String title = before.length == 0 ? "" : before[before.length - 1].toLowerCase(Locale.ROOT);
        Matcher self = SAID_SELF.matcher(text.substring(
                mention.span().to(), Math.min(text.length(), mention.span().to() + 70)));
        Character gender =
                SHE.contains(title) ? Character.valueOf('s') : HE.contains(title) ? Character.valueOf('h') : null;
        int space = mention.bare().indexOf(' ');
        String given = space < 0 ? "" : mention.bare().substring(0, space);
        if (gender == null && lexicon.is("she-name", given)) {
            gender = 's';
        }
        if (gender == null && lexicon.is("he-name", given)) {
            gender = 'h';
        }
        if (gender == null && self.find()) {
            gender = self.group(1).charAt(0);
        }
        if (gender != null) {
            genders.putIfAbsent(surname(mention.bare()), gender);
        }
    }

    private static String surname(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static Set<String> words(String list) {
        return new HashSet<>(List.of(list.split(" ")));
    }
}
