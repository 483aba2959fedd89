package org.ontherecord.extraction.reading;

/** What sort of thing was said; PROMISE is the only one that binds its speaker. */
public enum Kind {
    PROMISE("Promise"),
    PREDICTION("Prediction"),
    STATISTIC("Number"),
    PAST_FACT("Past event"),
    POSITION("Position"),
    QUOTE_OF_ANOTHER("About what another said");

    private final String inWords;

    Kind(String inWords) {
        this.inWords = inWords;
    }

    /** As the desk says it. */
    public String inWords() {
        return inWords;
    }
}
