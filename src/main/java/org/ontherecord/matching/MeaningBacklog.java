package org.ontherecord.matching;

/** Claims that are found by their words already and will soon be found by their meaning too. */
public interface MeaningBacklog {
    /** How many of the claims with numbers from one to another wait; none where no model reads meaning. */
    long between(long firstNumber, long lastNumber);
}
