package org.ontherecord.extraction.reading;

import java.util.ArrayList;
import java.util.List;

import org.ontherecord.extraction.reading.Names.Mention;

/** Whom "he" and "she" mean, by whom the sentences before were about. */
final class Pronouns {
    /** So many subjects back one is still meant. */
    private static final int SUBJECTS_BACK = 8;
    /** And a name in so many characters before. */
    private static final int CHARACTERS_BACK = 1_500;

    private final Names names;
    private final Lexicon lexicon;
    private final Mentions mentions;
    /** Subjects of the sentences read so far, the newest last. */
    private final List<String> subjects = new ArrayList<>();

    Pronouns(Names names, Lexicon lexicon, Mentions mentions) {
        this.names = names;
        this.lexicon = lexicon;
        this.mentions = mentions;
    }

    /** Whom a pronoun means: the newest subject it can stand for. */
    String meant(String pronoun, int at) {
        String gender = lexicon.is("he", pronoun) ? "he" : lexicon.is("she", pronoun) ? "she" : null;
        if (gender == null) {
            return null;
        }
        for (int i = subjects.size() - 1; i >= 0 && i >= subjects.size() - SUBJECTS_BACK; i--) {
            if (names.fits(subjects.get(i), gender)) {
                return subjects.get(i);
            }
        }
        for (Mention mention : mentions.backFrom(at)) {
            if (at - mention.span().from() > CHARACTERS_BACK) {
                break;
            }
            if (names.surelyFits(mention.bare(), gender)) {
                return names.full(mention.bare());
            }
        }
        return null;
    }

    /** Remembers whom a sentence was about. */
    void sentenceWasAbout(String subject) {
        if (subject != null) {
            subjects.remove(subject);
            subjects.add(subject);
        }
    }
}
