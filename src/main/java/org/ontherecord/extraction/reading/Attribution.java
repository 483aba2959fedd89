package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is speaking, by the reporting verb beside the words; left open where the text does not say it clearly. */
final class Attribution {

    private static final Pattern PRONOUN =
            Pattern.compile("(?:^|[\\s,;:—–-])(he|she|they|it|we|I)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile(
            "(?:\\s+(?:has|have|had|is|was|also|later|then|repeatedly|again|always|consistently|previously|once|often|publicly"
                    + "|earlier|reportedly|himself|herself|\\p{Ll}{3,14}ly|yesterday|today|(?:on )?(?:late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))+$");
    private static final Pattern OBLIQUE = Pattern.compile(
            "(?:^|\\s)(?:of|for|from|to|in|at|on|with|about|against|between|by|into|over|under|after|before|like|near|than|via|toward|towards|among)"
                    + "(?: (?:the|a|an|his|her|its|their|former|late|then))?(?: \\p{L}+ and)?\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DESCRIPTION = Pattern.compile(
            "(?:official|spokesman|spokeswoman|spokesperson|source|aide|analyst|expert|critic|ally|allie|opponent|researcher|report|study|figure"
                    + "|survey|poll|data|statistic|statement|minister|ministry|police|authoritie|government|lawmaker|economist|adviser|lawyer|document|record)s?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_VERB =
            Pattern.compile("^\\s+(?:(?:the|a|an|\\p{Ll}[\\p{Ll}-]{1,20})\\s+){0,6}$");
    private static final Pattern OPENING_PRONOUN = Pattern.compile("^(He|She)\\b");
    private static final Pattern OWNING = Pattern.compile(
            "(?<![\\p{L}])(his|her|their|its|my|our)(?: \\p{L}[\\p{L}-]{0,20}){0,3} ?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRONOUN_AFTER = Pattern.compile("^\\s+(he|she|they|it)\\b");

    private final String text;
    private final Names names;
    /** Subjects of the sentences read so far, the newest last. */
    private final List<String> subjects = new ArrayList<>();

    Attribution(String text, Names names) {
        this.text = text;
        this.names = names;
    }

    /** The subject of a reporting verb that begins at {@code verb}, looked for back to {@code from}; null if it is left open. */
    String subjectBefore(int from, int verb) {
        String before = text.substring(from, verb);
        before = strip(before);
        Matcher between = BETWEEN.matcher(before);
        if (between.find()) {
            before = strip(before.substring(0, between.start()));
        }
        for (int step = 0; step < 4 && !before.isEmpty(); step++) {
            boolean comma = before.endsWith(",");
            if (comma) {
                before = strip(before.substring(0, before.length() - 1));
            }
            Matcher pronoun = PRONOUN.matcher(before);
            if (pronoun.find()) {
                return meant(pronoun.group(1));
            }
            if (!comma && DESCRIPTION.matcher(before).find()) {
                return null;
            }
            Names.Mention near = endingAt(from, from + before.length());
            if (near != null) {
                if (!isOblique(from, near)) {
                    return names.full(near.bare());
                }
                if (!comma && DESCRIPTION.matcher(head(from, near)).find()) {
                    return null;
                }
            }
            int earlier = before.lastIndexOf(',');
            if (earlier < 0) {
                break;
            }
            before = before.substring(0, earlier + 1);
        }
        return null;
    }

    /** The subject behind a verb that ends at {@code verbEnd}, as in "said Jane Roe". */
    String subjectAfter(int verbEnd, int to) {
        Matcher pronoun = PRONOUN_AFTER.matcher(text).region(verbEnd, to);
        if (pronoun.find()) {
            return meant(pronoun.group(1));
        }
        for (Names.Mention mention : names.in(text, new Span(verbEnd, Math.min(to, verbEnd + 120)))) {
            String gap = untitled(verbEnd, mention.span().from());
            return AFTER_VERB.matcher(gap).matches() ? names.full(mention.bare()) : null;
        }
        return null;
    }

    /** The first one a stretch names who is neither owner nor object of something; null if none. */
    String subjectOf(Span stretch) {
        Matcher pronoun = OPENING_PRONOUN.matcher(text).region(stretch.from(), stretch.to());
        if (pronoun.find()) {
            return meant(pronoun.group(1));
        }
        for (Names.Mention mention : names.in(text, stretch)) {
            if (!mention.possessive() && !isOblique(stretch.from(), mention)) {
                return names.full(mention.bare());
            }
        }
        return null;
    }

    /** The owner of a noun at {@code noun}: "Jane Roe's campaign promise", "her pledge". */
    Owner ownerBefore(int from, int noun) {
        Owner found = null;
        for (Names.Mention mention : names.in(text, new Span(from, noun))) {
            int words = Words.count(text.substring(mention.span().to(), noun));
            if (mention.possessive() && words <= 4) {
                found = new Owner(names.full(mention.bare()), mention.span().from());
            }
        }
        if (found != null) {
            return found;
        }
        Matcher pronoun = OWNING.matcher(text.substring(from, noun));
        return pronoun.find()
                ? new Owner(meant(possessor(pronoun.group(1))), from + pronoun.start(1))
                : new Owner(null, -1);
    }

    record Owner(String name, int from) {}

    /** Whom a pronoun means: the newest subject it can stand for. */
    String meant(String pronoun) {
        String lower = pronoun.toLowerCase(Locale.ROOT);
        if (!lower.equals("he") && !lower.equals("she")) {
            return null;
        }
        for (int i = subjects.size() - 1; i >= 0; i--) {
            if (names.fits(subjects.get(i), lower)) {
                return subjects.get(i);
            }
        }
        return null;
    }

    /** Whom the text was about last; null at its start. */
    String latest() {
        return subjects.isEmpty() ? null : subjects.get(subjects.size() - 1);
    }

    /** Remembers whom a sentence was about. */
    void sentenceWasAbout(String subject) {
        if (subject != null) {
            subjects.remove(subject);
            subjects.add(subject);
        }
    }

    private static String possessor(String pronoun) {
        return switch (pronoun.toLowerCase(Locale.ROOT)) {
            case "his" -> "he";
            case "her" -> "she";
            default -> pronoun;
        };
    }

    private Names.Mention endingAt(int from, int end) {
        Names.Mention last = null;
        for (Names.Mention mention : names.in(text, new Span(from, end))) {
            if (mention.span().to() == end) {
                last = mention;
            }
        }
        return last;
    }

    private boolean isOblique(int from, Names.Mention mention) {
        String before = untitled(from, mention.span().from());
        return OBLIQUE.matcher(before).find();
    }

    /** The text before a name without the titles that belong to the name. */
    private String untitled(int from, int nameStart) {
        String before = text.substring(from, Math.max(from, nameStart));
        return before.replaceAll(
                "(?:(?:\\p{Lu}[\\p{L}.'’-]{1,25}|\\p{Ll}{2,12}-elect|spokesman|spokeswoman|spokesperson|leader|minister|president|chancellor) ){1,5}$",
                "");
    }

    private String head(int from, Names.Mention mention) {
        String before = text.substring(from, mention.span().from());
        Matcher oblique = OBLIQUE.matcher(before);
        return oblique.find() ? strip(before.substring(0, oblique.start())) : before;
    }

    private static String strip(String words) {
        int end = words.length();
        while (end > 0
                && (Character.isWhitespace(words.charAt(end - 1)) || Character.isSpaceChar(words.charAt(end - 1)))) {
            end--;
        }
        return words.substring(0, end);
    }
}
