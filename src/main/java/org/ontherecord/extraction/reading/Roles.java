package org.ontherecord.extraction.reading;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

import org.ontherecord.extraction.reading.Names.Mention;

/** Who has which role in a text: "spokesman Ivo Marsh", and later "the spokesman". */
final class Roles {
    private final String text;
    private final Names names;
    private final Lexicon lexicon;
    private final Mentions mentions;
    private final Map<String, Set<String>> holders = new HashMap<>();

    Roles(String text, Names names, Lexicon lexicon, Mentions mentions) {
        this.text = text;
        this.names = names;
        this.lexicon = lexicon;
        this.mentions = mentions;
        mentions.all().forEach(this::learn);
    }

    /** "The president-elect" means the one person the text gives that role. */
    String holder(Span words, int cut) {
        String phrase = text.substring(words.from(), cut).toLowerCase(Locale.ROOT);
        int space = phrase.lastIndexOf(' ');
        if (space < 0 || !lexicon.is("definite", phrase.substring(0, phrase.indexOf(' ')))) {
            return null;
        }
        Set<String> known = holders.get(phrase.substring(space + 1));
        return known != null && known.size() == 1 ? known.iterator().next() : null;
    }

    /** Roles stand right before a name or behind it between commas: "spokesman Ivo Marsh", "Ivo Marsh, the spokesman". */
    private void learn(Mention mention) {
        if (mention.possessive()) {
            return;
        }
        int from = Math.max(0, mention.span().from() - 60);
        String[] before = text.substring(from, mention.span().from()).split("[ \\u00A0]+");
        for (int i = before.length - 1; i >= Math.max(0, before.length - 2); i--) {
            boolean deputy = i > 0 && before[i - 1].equalsIgnoreCase("vice");
            if (!lexicon.is("role", before[i]) || deputy) {
                break;
            }
            role(before[i], mention);
        }
        int to = Math.min(text.length(), mention.span().to() + 90);
        if (mention.span().to() + 2 < to
                && text.charAt(mention.span().to()) == ','
                && !mentions.isOblique(from, mention)) {
            String apposed = text.substring(mention.span().to() + 1, to)
                    .split("[,.;:\\n]", 2)[0]
                    .strip();
            Matcher word = Tokens.WORD.matcher(apposed);
            boolean first = true;
            while (word.find()) {
                if (first && !lexicon.is("determiner", word.group()) && !lexicon.is("role", word.group())) {
                    return;
                }
                if (!first && lexicon.is("preposition", word.group())
                        || lexicon.is("boundary", word.group())
                        || lexicon.is("say", word.group())) {
                    return;
                }
                role(word.group(), mention);
                first = false;
            }
        }
    }

    private void role(String word, Mention mention) {
        String plain = word.toLowerCase(Locale.ROOT);
        if (lexicon.is("role", plain)) {
            holders.computeIfAbsent(plain, any -> new LinkedHashSet<>()).add(names.full(mention.bare()));
        }
    }
}
