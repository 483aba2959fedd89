package org.ontherecord.claim.likeness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.ontherecord.matching.ClaimMatcher;
import org.ontherecord.matching.Match;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;

/** The claims that are probably the same as something on the desk, without those a person has decided on. */
@ApplicationScoped
public class Suggestions {
    static final int MOST = 3;

    /** With less, a person found it to be another claim more than two times in three; looking costs less than checking twice. */
    private static final double LEAST_SCORE = 0.3;

    /**
     * On a small record the best of what has nothing to do with it stands alone and scores up to 0.86, so words or meaning must be
     * near too: of 32 sentences asked of the demonstration record, what was meant had 52 and more, the rest 46 and less but for one.
     */
    private static final int LEAST_PERCENT = 45;

    /** Where several claims say the same they share one belief; none of those other sentences came nearer to a claim than 55. */
    private static final int NEAR_WHATEVER_THE_SCORE = 70;

    /** What holds already, to be seen and taken back. */
    public record Decided(long claim, String answer, boolean rejected, String by, Instant at) {
        public String number() {
            return "C-" + claim;
        }
    }

    private final ClaimMatcher matcher;
    private final EntityManager database;

    Suggestions(ClaimMatcher matcher, EntityManager database) {
        this.matcher = matcher;
        this.database = database;
    }

    /** For words in an article. */
    public List<Suggestion> ofQuote(Utterance utterance, String exact, long article) {
        return of(utterance, numbers(decidedOnQuote(exact, article)));
    }

    /** What people decided on those words of that article, the newest first. */
    public List<Decided> decidedOnQuote(String exact, long article) {
        return LikenessDecision.holding(Likeness.plain(exact), article).stream()
                .map(decision -> decided(decision, decision.claimId))
                .toList();
    }

    /** For words somebody types that are no claim yet. */
    public List<Suggestion> ofTyped(Utterance utterance) {
        return of(utterance, numbers(decidedOnTyped(utterance.text())));
    }

    public List<Decided> decidedOnTyped(String typed) {
        return LikenessDecision.holding(Likeness.plain(typed), null).stream()
                .map(decision -> decided(decision, decision.claimId))
                .toList();
    }

    /** For what a claim on the desk says, or will say; never itself, nor one that it is related to. */
    public List<Suggestion> ofClaim(Utterance utterance, long claim) {
        Set<Long> decided = numbers(decidedOnClaim(claim));
        decided.add(claim);
        Relation.of(claim).stream()
                .filter(relation -> relation.withdrawnAt == null)
                .forEach(relation -> decided.add(relation.otherThan(claim).id));
        return of(utterance, decided);
    }

    public List<Decided> decidedOnClaim(long claim) {
        return LikenessDecision.holding(claim).stream()
                .map(decision -> decided(decision, decision.otherThan(claim)))
                .toList();
    }

    private List<Suggestion> of(Utterance utterance, Set<Long> decided) {
        List<Match> matches = matcher.match(utterance, Sight.DESK, MOST, decided).stream()
                .filter(Suggestions::isWorthALook)
                .toList();
        Map<Long, Standing> standings =
                Standing.of(database, matches.stream().map(Match::number).toList());
        List<Suggestion> suggestions = new ArrayList<>();
        for (Match match : matches) {
            suggestions.add(Suggestion.of(suggestions.size() + 1, match, standings.get(match.number())));
        }
        return List.copyOf(suggestions);
    }

    private static boolean isWorthALook(Match match) {
        int near = Math.max(match.wordingPercent(), match.meaningPercent());
        return near >= NEAR_WHATEVER_THE_SCORE || near >= LEAST_PERCENT && match.score() >= LEAST_SCORE;
    }

    private static Set<Long> numbers(List<Decided> decided) {
        Set<Long> numbers = new HashSet<>();
        decided.forEach(one -> numbers.add(one.claim()));
        return numbers;
    }

    private static Decided decided(LikenessDecision decision, long claim) {
        return new Decided(
                claim,
                decision.answer.inWords,
                decision.answer == LikenessDecision.Answer.NOT_THE_SAME,
                decision.decidedBy.name,
                decision.decidedAt);
    }
}
