package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import org.ontherecord.account.Account;
import org.ontherecord.account.AuditEvent;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.CountedAppearance;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Refusal;

/** What the claim editor wants changed in "Times said": something new, other dates, or one of them removed. */
final class TimesSaid {
    private final Claim claim;
    private final ClaimFile file;
    private final String wish;
    private final Optional<NewlySaid> said;
    private final Optional<CountedAppearance.Total> counted;
    private final SaidDates dates;

    TimesSaid(Claim claim, Typed typed, Instant now, FormErrors errors) {
        LocalDate today = ClaimFile.today(now);
        this.claim = claim;
        file = ClaimFile.of(claim, now);
        wish = typed.get("do");
        dates = new SaidDates(claim, file, typed, today, errors);
        said = NewlySaid.read(typed, today, errors);
        counted = NewlyCounted.read(typed, today, errors);
    }

    /** Does all of it; says whether anything is different now. */
    boolean keep(Account who, Instant now) {
        boolean changed = dates.keep(who, now);
        changed |= said.isPresent() && said.get().keep(claim, who, now);
        changed |= counted.isPresent() && CountedAppearance.add(claim, counted.get(), who, now);
        changed |= wish.matches("remove-said-\\d{1,18}") && removeSaid(wanted(), who, now);
        changed |= wish.matches("remove-counted-\\d{1,18}") && removeCounted(wanted(), who, now);
        return changed;
    }

    private boolean removeSaid(long id, Account who, Instant now) {
        Appearance appearance =
                Appearance.<Appearance>find("id = ?1 and claim = ?2", id, claim).firstResult();
        if (appearance == null) {
            return false;
        }
        if (appearance.snapshot != null) {
            throw Refusal.outOfStep("What stands in an article is undone at the article.");
        }
        mustBeOpen(appearance.recordedAt);
        appearance.delete();
        AuditEvent.record(who, "appearance removed", "appearance", id, Map.of("claim", claim.id), null, now);
        return true;
    }

    private boolean removeCounted(long id, Account who, Instant now) {
        CountedAppearance total = CountedAppearance.<CountedAppearance>find("id = ?1 and claim = ?2", id, claim)
                .firstResult();
        if (total == null) {
            return false;
        }
        mustBeOpen(total.recordedAt);
        total.delete();
        AuditEvent.record(who, "count removed", "counted_appearance", id, Map.of("claim", claim.id), null, now);
        return true;
    }

    private void mustBeOpen(Instant recordedAt) {
        if (!Editor.isOpen(recordedAt, file)) {
            throw Refusal.outOfStep("What is public already cannot be removed.");
        }
    }

    private long wanted() {
        return Long.parseLong(wish.substring(wish.lastIndexOf('-') + 1));
    }
}
