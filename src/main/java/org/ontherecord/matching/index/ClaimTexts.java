package org.ontherecord.matching.index;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

import org.ontherecord.matching.MatchableClaim;

/** The texts of a claim that have a meaning of their own, each in its slot: wording, title, quotes. */
final class ClaimTexts {
    static final int WORDING = 0;
    static final int TITLE = 1;
    static final int SLOTS = 7;

    private ClaimTexts() {}

    /** Null where there is no text, or only one that stands in an earlier slot. */
    static List<String> of(MatchableClaim claim) {
        List<String> texts = new ArrayList<>();
        texts.add(claim.wording());
        texts.add(claim.wording().equals(claim.title()) ? null : claim.title());
        for (String quote : claim.quotes()) {
            if (texts.size() < SLOTS) {
                texts.add(texts.contains(quote) ? null : quote);
            }
        }
        return texts;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
