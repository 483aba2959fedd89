package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.ontherecord.account.Account;
import org.ontherecord.claim.Claim;
import org.ontherecord.claim.likeness.Likeness;
import org.ontherecord.claim.likeness.LikenessDecision;
import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.WrittenDate;

/** Looks for earlier claims while one is being written, and keeps what the writer says about them. */
@ApplicationScoped
class EarlierClaims {
    private static final Pattern WISH = Pattern.compile("(check|unlike|relike|same)-earlier(?:-([1-9]\\d{0,17}))?");
    private static final int LONGEST = 1_000;

    private final Suggestions suggestions;

    EarlierClaims(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    /** Does what a button about earlier claims asks for; empty when another button was pressed. */
    Optional<Earlier> act(Typed typed, Long claim, Account who, Instant now) {
        Matcher wish = WISH.matcher(typed.get("do"));
        if (!wish.matches()) {
            return Optional.empty();
        }
        if (wish.group(2) != null && !words(typed).isEmpty()) {
            long other = Long.parseLong(wish.group(2));
            Likeness likeness = claim == null ? Likeness.ofTyped(other, words(typed)) : Likeness.ofClaims(claim, other);
            LikenessDecision.record(likeness, answer(wish.group(1)), who, now);
        }
        return Optional.of(find(typed, claim));
    }

    Earlier find(Typed typed, Long claim) {
        String words = words(typed);
        if (words.isEmpty()) {
            return Earlier.nothingTyped(claim);
        }
        Utterance utterance = Utterance.of(words).by(speaker(typed)).on(day(typed));
        return claim == null
                ? Earlier.of(null, suggestions.ofTyped(utterance), rejected(suggestions.decidedOnTyped(words)))
                : Earlier.of(claim, suggestions.ofClaim(utterance, claim), rejected(suggestions.decidedOnClaim(claim)));
    }

    /** What was said about the words holds for the claim that is made of them. */
    void carryOver(Typed typed, Claim claim, Account who, Instant now) {
        if (!words(typed).isEmpty()) {
            suggestions
                    .decidedOnTyped(words(typed))
                    .forEach(one -> LikenessDecision.record(
                            Likeness.ofClaims(claim.id, one.claim()),
                            one.rejected() ? LikenessDecision.Answer.NOT_THE_SAME : LikenessDecision.Answer.SAME,
                            who,
                            now));
        }
    }

    static String words(Typed typed) {
        String words = typed.get("wording").strip();
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    private static String speaker(Typed typed) {
        String name = typed.get("speaker").strip();
        return name.isEmpty() || name.length() > 200 ? null : name;
    }

    private static LocalDate day(Typed typed) {
        return typed.get("said-date").length() > 60
                ? null
                : WrittenDate.day(typed.get("said-date")).orElse(null);
    }

    private static List<Suggestions.Decided> rejected(List<Suggestions.Decided> decided) {
        return decided.stream().filter(Suggestions.Decided::rejected).toList();
    }

    private static LikenessDecision.Answer answer(String wish) {
        return switch (wish) {
            case "unlike" -> LikenessDecision.Answer.NOT_THE_SAME;
            case "same" -> LikenessDecision.Answer.SAME;
            default -> LikenessDecision.Answer.TAKEN_BACK;
        };
    }
}
