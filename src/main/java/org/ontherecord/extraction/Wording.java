package org.ontherecord.extraction;

import java.util.regex.Pattern;

/** A first plain wording of a claim for the desk to improve: the article's words, less quotation marks and "he said". */
final class Wording {

    private static final int LONGEST = 300;
    private static final Pattern MARKS = Pattern.compile("[\"“”„«»‟＂]");
    private static final Pattern OWN_WILL = Pattern.compile(
            "^(?:(?:and|but|so|well|look|now|then),? )?(?:I|we)(?:['’]ll| will| shall|(?:['’]m| am|['’]re| are) going to| promise to| pledge to| vow to)(?: (?:also|then|now|immediately|finally|personally))? ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WOULD = Pattern.compile(
            "^(?:that )?(?:he|she|they|it|we|the \\p{L}{2,20}|his \\p{L}{2,20}|her \\p{L}{2,20}|their \\p{L}{2,20})(?: would|['’]d| will|['’]ll) (?!not\\b|never\\b)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SUBJECT = Pattern.compile("^(?:he|she)(?=[ '’])", Pattern.CASE_INSENSITIVE);
    private static final Pattern LOOSE_END = Pattern.compile("[\\s,;:–—-]+$|(?<=[^.])\\.$");

    private Wording() {}

    static String of(String words, boolean promise, String speaker) {
        String plain = MARKS.matcher(words.replaceAll("[\\s\\u00A0]++", " "))
                .replaceAll("")
                .strip();
        if (promise) {
            plain = OWN_WILL.matcher(plain).replaceFirst("");
            plain = WOULD.matcher(plain).replaceFirst("");
        } else if (speaker != null) {
            plain = SUBJECT.matcher(plain).replaceFirst(speaker.replace("$", ""));
        }
        plain = LOOSE_END.matcher(plain).replaceAll("");
        if (plain.codePointCount(0, plain.length()) > LONGEST) {
            plain = plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
        }
        if (plain.isEmpty()) {
            return words;
        }
        int first = plain.codePointAt(0);
        return new StringBuilder()
                .appendCodePoint(Character.toTitleCase(first))
                .append(plain.substring(Character.charCount(first)))
                .toString();
    }
}
