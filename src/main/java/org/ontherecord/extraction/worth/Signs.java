package org.ontherecord.extraction.worth;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be counted in an English sentence that may make it worth checking, or not; the same counts in training and use. */
final class Signs {

    /** More of one sign says nothing new. */
    private static final int MOST = 3;
    /** Longer texts are read this far; no sentence is as long. */
    private static final int LONGEST = 3_000;

    private static final int LONG_SENTENCE = 25;

    private static final Pattern BRACKETED = Pattern.compile("^[(\\[].*[)\\]]\\.?$");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final List<Pattern> COUNTED = List.of(
            any("\\d"),
            any("\\d+(?:\\.\\d+)?\\s?(?:%|percent|per cent)"),
            any("[$€£]\\s?\\d"),
            any("\\b(?:19|20)\\d\\d\\b"),
            any("\\b(?:hundred|thousand|million|billion|trillion)s?\\b"),
            any("\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)\\b"),
            any(
                    "\\b(?:more|less|fewer|higher|lower|better|worse|bigger|largest|biggest|highest|lowest|most|worst|best|record|doubled?|half|third|quarter)\\b"),
            exact("\\b(?:I|me|my|mine)\\b"),
            any("\\b(?:we|us|our)\\b"),
            any("\\b(?:you|your)\\b"),
            any("\\b(?:he|she|him|her|his|they|their)\\b"),
            any("\\?"),
            any("!"),
            any("\\b(?:not|never|no|none|nobody|nothing)\\b|n['’]t\\b"),
            any("\\b\\w{3,}ed\\b"),
            any("\\b(?:voted|signed|passed|supported|opposed|said|called|spent|lost|created|increased|cut|raised)\\b"),
            any("\\b(?:think|believe|feel|hope|want|love|thank|thanks|know|guess)\\b"),
            any("\\b(?:will|would|should|could|can|going to|gonna|must|may|might)\\b|['’]ll\\b"),
            any("\\b(?:was|were|had|did)\\b"),
            any("\\b(?:has|have|been)\\b"),
            any("[\"“]"),
            any("\\b(?:ever|every|only|all|always|first|last|since|ago|years?|months?)\\b"),
            exact("(?<!^)(?<![.?!] )\\b[A-Z][a-z]+"),
            exact("\\b[A-Z]{2,}\\b"),
            any("--|\\.\\.\\.|…"),
            any(","),
            any("\\b(?:because|if|but|so|and)\\b"),
            any(
                    "\\b(?:jobs?|tax|taxes|deficit|debt|trade|wages?|unemployment|economy|budget|crime|murder|immigra\\w+|border|wall|health|insurance|medicare|obamacare|isis|iran|iraq|nafta|china|mexico|nato|oil|energy|guns?|police|school|college|women|abortion)\\b"));

    /** How many numbers {@link #of} gives. */
    static final int COUNT = COUNTED.size() + 8;

    private Signs() {}

    static double[] of(String words) {
        String read = words.length() <= LONGEST ? words : words.substring(0, LONGEST);
        String stripped = read.strip();
        String[] tokens = stripped.isEmpty() ? new String[0] : BLANKS.split(stripped);
        double[] signs = new double[COUNT];
        int i = 0;
        for (Pattern sign : COUNTED) {
            signs[i++] = count(sign.matcher(read));
        }
        signs[i++] = Math.log1p(tokens.length);
        signs[i++] = tokens.length <= 3 ? 1 : 0;
        signs[i++] = tokens.length <= 6 ? 1 : 0;
        signs[i++] = tokens.length > LONG_SENTENCE ? 1 : 0;
        signs[i++] = Math.min(40, tokens.length) / 40.0;
        signs[i++] = !stripped.isEmpty() && Character.isLowerCase(stripped.charAt(0)) ? 1 : 0;
        signs[i++] = BRACKETED.matcher(stripped).matches() ? 1 : 0;
        signs[i] = tokens.length == 0 ? 0 : (stripped.length() + 1.0) / tokens.length / 6;
        return signs;
    }

    private static int count(Matcher sign) {
        int count = 0;
        while (count < MOST && sign.find()) {
            count++;
        }
        return count;
    }

    private static Pattern any(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static Pattern exact(String pattern) {
        return Pattern.compile(pattern);
    }
}
