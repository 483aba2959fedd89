package org.ontherecord.extraction.reading;

/** Counts words as a reader would: letters and digits in a row, with the apostrophes and hyphens inside. */
public final class Words {

    private Words() {}

    public static int count(String words) {
        int count = 0;
        boolean inside = false;
        for (int i = 0; i < words.length(); i++) {
            boolean letter = Character.isLetterOrDigit(words.charAt(i)) || Character.isSurrogate(words.charAt(i));
            if (letter && !inside) {
                count++;
            }
            inside = letter || inside && (words.charAt(i) == '\'' || words.charAt(i) == '’' || words.charAt(i) == '-');
        }
        return count;
    }
}
