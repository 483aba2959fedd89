package org.ontherecord.review;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.review.copies.CopyRequest;

/** What the claim editor wants of an archive: a copy of a source's page, news of one asked for, or its address in the row. */
final class SourceCopies {
    private static final Pattern WISH = Pattern.compile("(ask|look|use)-copy-(\\d{1,3})");

    private SourceCopies() {}

    static boolean isWish(String wish) {
        return WISH.matcher(wish).matches();
    }

    /** Does what the button asks for; what it lacks is told at its row. */
    static void act(Claim claim, ClaimForm form, boolean archive, Account who, Instant now, FormErrors errors) {
        Matcher wish = WISH.matcher(form.get("do"));
        if (!wish.matches()) {
            return;
        }
        int row = Integer.parseInt(wish.group(2));
        String field = EvidenceRows.cell(row, "url");
        if (wish.group(1).equals("use")) {
            use(claim, form.typed, row);
        } else if (wish.group(1).equals("ask")) {
            errors.require(
                    archive,
                    EvidenceRows.cell(row, "saved_copy_url"),
                    "No archive is set up here. Save a copy yourself and paste its address.");
            errors.require(
                    !form.typed.isBlank(field),
                    field,
                    "Give the web address of source %d first, so that the archive knows what to save."
                            .formatted(row + 1));
            String url = form.typed.webAddress(field, errors);
            if (errors.isEmpty()) {
                CopyRequest.ask(claim, url, who, now);
            }
        }
    }

    private static void use(Claim claim, Typed typed, int row) {
        of(typed.get(EvidenceRows.cell(row, "url")), CopyRequest.of(claim)).stream()
                .filter(CopyRequest.Line::isSaved)
                .forEach(copy -> typed.put(EvidenceRows.cell(row, "saved_copy_url"), copy.copyUrl()));
    }

    /** The request for the address in a row, if there is one. */
    static List<CopyRequest.Line> of(String url, List<CopyRequest.Line> asked) {
        var address = Typed.empty();
        address.put("url", url);
        String wanted = address.webAddress("url", new FormErrors());
        return asked.stream().filter(line -> line.url().equals(wanted)).toList();
    }
}
