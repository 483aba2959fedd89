package org.ontherecord.extraction;

import java.time.LocalDate;
import java.util.Random;

import org.ontherecord.extraction.reading.Quotation;

/**
 * Reads a million sentences made from templates with a fixed seed, and counts drafts and quotations whose words do not stand
 * in their text; there must be none. The argument is another number of sentences.
 */
public final class MillionSentences {

    private static final String[] WHO = {
        "Jane Roe", "Sen. Tom Hale, D-Ore.,", "the governor", "she", "a spokesman for the ministry", "Mr. Okafor", "José Peña-Ruiz"
    };
    private static final String[] SAID = {"said", "told reporters on Tuesday", "claimed", "promised", "wrote", "added last week"};
    private static final String[] WHAT = {
        "we lost 300 jobs in March", "I will close every mine by 2030", "the 'so-called' plan cost $4.2 million",
        "unemployment fell to 4.1% in the first quarter of 2023", "he 😀 voted against it twice", "it’s the worst deal ever"
    };
    private static final String[] SHAPE = {
        "\"%2$s,\" %1$s %3$s. ", "%1$s %3$s that %2$s. ", "%1$s %3$s: “%2$s.” ", "“%2$s”, %3$s %1$s. ", "%2$s, according to %1$s. ",
        "\"%2$s. %2$s.\"\n\n", "“%2$s.\n\n“%2$s,” %1$s %3$s.\n\n", "%2$s.\n"
    };

    private MillionSentences() {}

    public static void main(String[] arguments) {
        int wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Random chance = new Random(2024);
        long began = System.nanoTime();
        int read = 0;
        long found = 0;
        long strange = 0;
        while (read < wanted) {
            StringBuilder made = new StringBuilder();
            for (int i = 0; i < 200; i++, read++) {
                made.append(one(SHAPE, chance)
                        .formatted(one(WHO, chance), one(WHAT, chance), one(SAID, chance)));
            }
            String text = made.toString();
            LocalDate day = LocalDate.of(2024, 11, 8);
            Findings findings = ClaimExtractor.propose(text, "en", day);
            strange += findings.dropped();
            for (Proposal proposal : findings.proposals()) {
                found++;
                strange += proposal.quote().standsIn(text) && text.contains(proposal.quote().exact()) ? 0 : 1;
            }
            for (Quotation quotation : findings.quotations()) {
                found++;
                strange += quotation.quoted().of(text).isBlank() ? 1 : 0;
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        System.out.printf(
                "%d sentences, %d proposals and quotations, %d not literally in the text, %.0f sentences a second%n",
                read, found, strange, read / seconds);
    }

    private static String one(String[] of, Random chance) {
        return of[chance.nextInt(of.length)];
    }
}
