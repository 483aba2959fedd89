package org.ontherecord;

import java.util.Random;

/** A word that no other test has, so that each finds its own claims among all in the one database. */
public final class InventedWord {
    private InventedWord() {}

    public static String beginningWith(char capital) {
        return capital + of(9, 'a', 'z');
    }

    public static String of(int letters, char first, char last) {
        return new Random()
                .ints(letters, first, last + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
