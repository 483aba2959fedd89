package org.ontherecord.published;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What is on the record today and was not at the moment asked about: since when it is, and the way to it.
 *
 * @param what its name at the beginning of a sentence
 * @param today its page
 * @param first its page as it began
 */
public record NotYet(AsOf asOf, String what, Instant begins, String today, String first) {

    static NotYet of(AsOf asOf, String what, Instant begins, String today) {
        String first = today + "?as_of=" + LocalDate.ofInstant(begins, ZoneOffset.UTC);
        return new NotYet(asOf, what, begins, today, first);
    }
}
