package org.ontherecord.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.account.Account;
import org.ontherecord.platform.FormErrors;

/** What to do with the candidates somebody picked in the inbox. */
public class BatchForm {
    /** Four pages of the inbox. */
    private static final int MOST = 100;

    /** Before the working day of most newsrooms that read UTC begins. */
    private static final LocalTime MORNING = LocalTime.of(6, 0);

    private static final Map<String, Integer> DAYS = Map.of("tomorrow", 1, "week", 7, "month", 30);

    /** Each a candidate's id and the version it had on the page, with a full stop between. */
    @RestForm
    List<String> picked;

    @RestForm
    String action;

    @RestForm
    String reason;

    @RestForm
    String until;

    /** An account's id; nobody's when empty. */
    @RestForm
    String assignee;

    @RestForm
    String inbox;

    /** As it goes back into the controls. */
    public record Typed(List<String> picked, String reason, String until, String assignee) {
        static Typed nothing(long me) {
            return new Typed(List.of(), "", "tomorrow", String.valueOf(me));
        }

        public boolean isPicked(String row) {
            return picked.contains(row);
        }
    }

    Typed typed() {
        return new Typed(picked == null ? List.of() : picked, given(reason), given(until), given(assignee));
    }

    void check(FormErrors errors) {
        errors.require(
                !versions().isEmpty(), "picked", "Select at least one candidate: tick the boxes before their words.");
        errors.require(versions().size() <= MOST, "picked", "Select at most 100 candidates at once.");
        errors.require(
                versions().isEmpty() || action() != null, "picked", "Choose what to do: dismiss, snooze or assign.");
        errors.require(
                action() != CandidateBatch.Action.DISMISSED || reason() != null,
                "batch-reason",
                "Say why they are not worth a check.");
        errors.require(
                action() != CandidateBatch.Action.SNOOZED || DAYS.containsKey(given(until)),
                "batch-until",
                "Choose until when: tomorrow, in a week or in a month.");
    }

    /** By id, so that two people who pick the same lock them in the same order. */
    TreeMap<Long, Integer> versions() {
        TreeMap<Long, Integer> versions = new TreeMap<>();
        for (String one : picked == null ? List.<String>of() : picked) {
            if (one != null && one.matches("[1-9]\\d{0,17}\\.\\d{1,9}")) {
                int stop = one.indexOf('.');
                versions.put(Long.valueOf(one.substring(0, stop)), Integer.valueOf(one.substring(stop + 1)));
            }
        }
        return versions;
    }

    CandidateBatch.Action action() {
        return CandidateForm.named(CandidateBatch.Action.values(), action);
    }

    Candidate.DismissReason reason() {
        return CandidateForm.named(Candidate.DismissReason.values(), reason);
    }

    Instant until(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC)
                .plusDays(DAYS.get(given(until)))
                .atTime(MORNING)
                .toInstant(ZoneOffset.UTC);
    }

    /** Null for nobody; refuses who is not there any more. */
    Account assignee() {
        if (given(assignee).isEmpty()) {
            return null;
        }
        Account account = assignee.matches("[1-9]\\d{0,17}") ? Account.findById(Long.valueOf(assignee)) : null;
        if (account == null || account.isDisabled()) {
            throw new Refused("This person is not in the newsroom any more. Choose somebody else.");
        }
        return account;
    }

    private static String given(String typed) {
        return typed == null ? "" : typed;
    }
}
