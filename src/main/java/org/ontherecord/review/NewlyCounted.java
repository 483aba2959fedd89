package org.ontherecord.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.ontherecord.claim.CountedAppearance;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;

/** A total that a source gives, as typed into the fields whose names begin with {@code counted-}. */
final class NewlyCounted {
    static final List<String> FIELDS = List.of(
            "counted-times",
            "counted-at_least",
            "counted-from",
            "counted-to",
            "counted-by",
            "counted-source_title",
            "counted-source_url");

    private NewlyCounted() {}

    static Optional<CountedAppearance.Total> read(Typed typed, LocalDate today, FormErrors errors) {
        if (FIELDS.stream().allMatch(typed::isBlank)) {
            return Optional.empty();
        }
        int before = errors.all().size();
        int times = times(typed, errors);
        errors.require(!typed.isBlank("counted-from"), "counted-from", "From which day on did they count?");
        RoughDate begin = typed.pastRoughDate("counted-from", today, errors);
        LocalDate from = begin == null ? null : begin.date();
        errors.require(!typed.isBlank("counted-to"), "counted-to", "Up to which day did they count?");
        RoughDate end = typed.pastRoughDate("counted-to", today, errors);
        // "To 2023" is to its last day, but nobody counted what has not come yet.
        LocalDate to = end == null ? null : end.last().isAfter(today) ? today : end.last();
        errors.require(
                from == null || to == null || !to.isBefore(from),
                "counted-to",
                "The last day is before the first one.");
        var total = new CountedAppearance.Total(
                times,
                !typed.isBlank("counted-at_least"),
                from,
                to,
                typed.needed("counted-by", 200, "Say who counted.", errors),
                typed.needed("counted-source_title", 500, "Name the source of the count.", errors),
                typed.webAddress("counted-source_url", errors));
        return errors.all().size() == before ? Optional.of(total) : Optional.empty();
    }

    private static int times(Typed typed, FormErrors errors) {
        String text = typed.get("counted-times").strip();
        boolean number = text.matches("[1-9]\\d{0,5}");
        errors.require(number, "counted-times", "Give the number of times, such as 21.");
        return number ? Integer.parseInt(text) : 0;
    }
}
