package org.ontherecord.review;

import java.time.LocalDate;
import java.util.Optional;

import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.CountedAppearance;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.platform.WrittenDate;

/** What stands under "Times said" in the claim editor and is not saved, as far as it can be understood already. */
record UnsavedTimes(Typed typed, LocalDate today) {
    private static final int LONGEST_DATE = 60;

    /** A further time it was said, once its words and its day are there; its source may be missing still. */
    Optional<NewlySaid> said() {
        RoughDate on = date("said-date").orElse(null);
        String quote = typed.get("said-quote").strip();
        if (on == null || quote.isEmpty()) {
            return Optional.empty();
        }
        var mode = typed.get("said-mode").equals("REPORTED") ? Appearance.Mode.REPORTED : Appearance.Mode.SAID;
        String occasion = typed.isBlank("said-occasion")
                ? null
                : typed.get("said-occasion").strip();
        return Optional.of(new NewlySaid(
                quote, mode, new Appearance.Place(typed.get("said-source_title").strip(), null, on, occasion)));
    }

    Optional<CountedAppearance.Total> counted() {
        return NewlyCounted.read(typed, today, new FormErrors());
    }

    /** As typed beside it; as it is on record while what is typed is no date. Null when it is not known. */
    RoughDate dateOf(Appearance appearance) {
        RoughDate known = appearance.saidOn == null ? null : new RoughDate(appearance.saidOn, appearance.saidPrecision);
        String name = "said_on-" + appearance.id;
        if (!SaidDates.isChanged(typed, name, WrittenDate.inWords(appearance.saidOn, appearance.saidPrecision))) {
            return known;
        }
        return typed.isBlank(name) ? null : date(name).orElse(known);
    }

    private Optional<RoughDate> date(String name) {
        String written = typed.get(name).strip();
        return written.length() > LONGEST_DATE
                ? Optional.empty()
                : WrittenDate.rough(written).filter(on -> !on.date().isAfter(today));
    }
}
