package org.ontherecord.extraction.reading;

import java.time.LocalDate;

/** A time as a text words it, and the days it covers by the article's own date, both ends included. */
public record Time(String words, LocalDate from, LocalDate to, Precision precision) {

    /** How exactly the words tell it. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }
}
