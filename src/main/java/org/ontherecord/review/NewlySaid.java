package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;

/** One more place the claim was made, outside our articles, as typed into the fields whose names begin with {@code said-}. */
record NewlySaid(String quote, Appearance.Mode mode, Appearance.Place place) {
    static final List<String> FIELDS =
            List.of("said-quote", "said-mode", "said-source_title", "said-source_url", "said-date", "said-occasion");

    /** Empty when nothing was typed, or when it has errors. */
    static Optional<NewlySaid> read(Typed typed, LocalDate today, FormErrors errors) {
        boolean untouched =
                FIELDS.stream().filter(name -> !name.equals("said-mode")).allMatch(typed::isBlank);
        return untouched ? Optional.empty() : Optional.ofNullable(needed(typed, today, errors));
    }

    /** Null when it has errors. */
    static NewlySaid needed(Typed typed, LocalDate today, FormErrors errors) {
        int before = errors.all().size();
        String quote = typed.needed("said-quote", 5_000, "Give the exact words.", errors);
        String title = typed.needed("said-source_title", 500, "Name the source of the words.", errors);
        var place = new Appearance.Place(
                title,
                typed.webAddress("said-source_url", errors),
                typed.pastRoughDate("said-date", today, errors),
                typed.text("said-occasion", 300, errors));
        var mode = typed.get("said-mode").equals("REPORTED") ? Appearance.Mode.REPORTED : Appearance.Mode.SAID;
        return errors.all().size() == before ? new NewlySaid(quote, mode, place) : null;
    }

    /** Says whether it is new: the same words from the same source, sent twice, are kept once. */
    boolean keep(Claim claim, Account who, Instant now) {
        boolean known = Appearance.of(claim).stream()
                .anyMatch(other -> other.snapshot == null
                        && other.quoteExact.equals(quote)
                        && other.sourceTitle.equals(place.sourceTitle())
                        && Objects.equals(other.sourceUrl, place.sourceUrl())
                        && Objects.equals(other.occasion, place.occasion())
                        && Objects.equals(
                                other.saidOn,
                                place.saidOn() == null ? null : place.saidOn().date())
                        && Objects.equals(
                                other.saidPrecision,
                                place.saidOn() == null ? null : place.saidOn().precision()));
        if (!known) {
            Appearance.outside(claim, mode, quote, place, who, now);
        }
        return !known;
    }
}
