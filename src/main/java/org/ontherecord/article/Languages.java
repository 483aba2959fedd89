package org.ontherecord.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The language of a text from its script and its commonest small words; null when in doubt. */
public final class Languages {

    private static final int LOOKED = 20_000;
    private static final Pattern WORD = Pattern.compile("\\p{L}{1,12}");
    private static final Map<String, String> SMALL_WORDS = Map.ofEntries(
            Map.entry("en", "the and of to in that is was for with his has have by from not will said are they"),
            Map.entry(
                    "de", "der die das und ist nicht von mit den dem ein eine für auf sich wird wurde auch sagte dass"),
            Map.entry("fr", "le la les des est dans une pour que qui sur pas avec par au aux cette sont était il"),
            Map.entry("es", "el la los las que del en una para con por se su más pero como este fue son ha"),
            Map.entry("it", "il che di la della per una sono con non del dei gli nel alla più anche questo ha è"),
            Map.entry("pt", "o que da do em uma para com não os as por mais dos foi ao pelo são também é"),
            Map.entry("nl", "de het een van en dat niet zijn met voor op aan door ook wordt naar heeft werd bij uit"),
            Map.entry("pl", "i w nie na się że do jest to z od przez jak po który dla oraz był będzie są"),
            Map.entry("sv", "och att det som en på är av för med den till inte har om ett var från kommer ska"));
    private static final Map<Character.UnicodeScript, String> SCRIPTS = Map.of(
            Character.UnicodeScript.ARABIC, "ar",
            Character.UnicodeScript.HEBREW, "he",
            Character.UnicodeScript.GREEK, "el",
            Character.UnicodeScript.HANGUL, "ko",
            Character.UnicodeScript.HIRAGANA, "ja",
            Character.UnicodeScript.HAN, "zh",
            Character.UnicodeScript.THAI, "th",
            Character.UnicodeScript.DEVANAGARI, "hi");

    private Languages() {}

    public static String guess(String text) {
        String looked = text.substring(0, Math.min(LOOKED, text.length()));
        String byScript = byScript(looked);
        return byScript != null ? byScript : bySmallWords(looked);
    }

    /** A language tag as pages write it ("en_GB") in its canonical form, or null when it is not one. */
    static String tag(String written) {
        if (written == null || written.isBlank() || written.length() > 35) {
            return null;
        }
        String tag = Locale.forLanguageTag(written.strip().replace('_', '-')).toLanguageTag();
        return tag.equals("und") ? null : tag;
    }

    private static String byScript(String text) {
        Map<Character.UnicodeScript, Integer> counts = new HashMap<>();
        int letters = 0;
        for (int codePoint : (Iterable<Integer>) text.codePoints().filter(Character::isLetter)::iterator) {
            letters++;
            counts.merge(Character.UnicodeScript.of(codePoint), 1, Integer::sum);
        }
        if (counts.getOrDefault(Character.UnicodeScript.HIRAGANA, 0) > letters / 10) {
            return "ja";
        }
        if (counts.getOrDefault(Character.UnicodeScript.CYRILLIC, 0) > letters / 2) {
            return text.contains("і") || text.contains("ї") ? "uk" : "ru";
        }
        for (var script : SCRIPTS.entrySet()) {
            if (counts.getOrDefault(script.getKey(), 0) > letters / 2) {
                return script.getValue();
            }
        }
        return null;
    }

    private static String bySmallWords(String text) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
        int all = 0;
        while (words.find()) {
            all++;
            counts.merge(words.group(), 1, Integer::sum);
        }
        String best = null;
        int most = 0;
        int second = 0;
        for (var language : SMALL_WORDS.entrySet()) {
            int hits = 0;
            for (String word : language.getValue().split(" ")) {
                hits += counts.getOrDefault(word, 0);
            }
            if (hits > most) {
                second = most;
                most = hits;
                best = language.getKey();
            } else if (hits > second) {
                second = hits;
            }
        }
        return most >= 3 && most * 12 >= all && most > second ? best : null;
    }
}
