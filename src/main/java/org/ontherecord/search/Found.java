package org.ontherecord.search;

import java.util.List;

import org.ontherecord.published.Hit;
import org.ontherecord.published.HitList;

/**
 * What a search came to.
 *
 * @param list the claims of the page asked for
 * @param how what they were found by
 * @param instead the words that were looked for instead of those given, or null
 * @param better words that would find more, or null
 * @param at the page that a pasted address is of, or null
 * @param near claims that say something near, which the words did not find
 * @param tooCommon whether the words are such that nearly every claim has them, so that they were not looked for
 */
public record Found(
        HitList list, How how, String instead, String better, PastedPage at, List<Hit> near, boolean tooCommon) {
    /** What claims were found by. */
    public enum How {
        FILTERS,
        WORDS,
        NUMBER,
        SPELLING,
        ADDRESS
    }

    public boolean isByAddress() {
        return how == How.ADDRESS;
    }
}
