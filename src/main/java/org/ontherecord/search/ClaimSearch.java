package org.ontherecord.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.QueryTimeoutException;

import org.ontherecord.matching.ClaimMatcher;
import org.ontherecord.matching.Match;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.published.ClaimFacets;
import org.ontherecord.published.ClaimQuery;
import org.ontherecord.published.Hit;
import org.ontherecord.published.HitList;
import org.ontherecord.published.MergedClaim;
import org.ontherecord.published.PublishedFacets;
import org.ontherecord.published.PublishedHits;
import org.ontherecord.published.PublishedMerges;

/** One box for all: an address finds its page's claims, a number its claim, words what has them, or else what comes near. */
@ApplicationScoped
public class ClaimSearch {
    /** With fewer hits than this, words that may be misspelt are set right and meaning is asked. */
    private static final int FEW = 5;

    private static final int NAMES = 3;

    /**
     * In hundredths of meaning: a score tells how likely it is the same claim, which words searched for seldom are. Of the
     * demonstration record what was meant stood at 40 to 71 hundredths, what had nothing to do with it below 34.
     */
    private static final int NEAR = 35;

    private final PublishedHits hits;
    private final PublishedFacets facets;
    private final PastedPages pages;
    private final Spelling spelling;
    private final SearchNames names;
    private final ClaimMatcher matcher;
    private final PublishedMerges merges;

    ClaimSearch(
            PublishedHits hits,
            PublishedFacets facets,
            PastedPages pages,
            Spelling spelling,
            SearchNames names,
            ClaimMatcher matcher,
            PublishedMerges merges) {
        this.hits = hits;
        this.facets = facets;
        this.pages = pages;
        this.spelling = spelling;
        this.names = names;
        this.matcher = matcher;
        this.merges = merges;
    }

    /** Words that nearly every claim has, side by side in few, can take longer than the database may: then they are not looked for. */
    public Found find(ClaimQuery query) {
        try {
            return found(query);
        } catch (QueryTimeoutException tooLong) {
            if (query.words() == null) {
                throw tooLong;
            }
            return tooCommon(new HitList(query, 0, List.of()));
        }
    }

    private static Found tooCommon(HitList none) {
        return new Found(none, Found.How.WORDS, null, null, null, List.of(), true);
    }

    private Found found(ClaimQuery query) {
        if (query.q() == null) {
            return found(hits.find(query), Found.How.FILTERS, null, null, null);
        }
        String address = PastedPage.address(query.q());
        if (address != null) {
            PastedPage page = pages.at(address, query.asOf().moment());
            if (!page.claims().isEmpty() || query.q().contains("://")) {
                return found(hits.find(query.among(page.claims())), Found.How.ADDRESS, null, null, page);
            }
        }
        Optional<MergedClaim> merged = query.itsNumber() > 0
                ? merges.of(query.itsNumber(), query.asOf().moment())
                : Optional.empty();
        if (merged.isPresent()) {
            return found(hits.find(query.among(List.of(merged.get().into()))), Found.How.NUMBER, null, null, null);
        }
        HitList list = hits.find(query);
        if (query.itsNumber() > 0) {
            return found(list, Found.How.NUMBER, null, null, null);
        }
        if (list.total() == 0 && hits.areTooCommon(query)) {
            return tooCommon(list);
        }
        return list.total() < FEW ? respelt(query, list) : found(list, Found.How.WORDS, null, null, null);
    }

    /** Words set right take the place of words that find nothing, by meaning neither; where those find something, they are only offered. */
    private Found respelt(ClaimQuery query, HitList list) {
        Optional<String> better = spelling.better(query.q());
        if (better.isPresent()) {
            HitList other = hits.find(query.respelt(better.get()));
            if (list.total() == 0 && other.total() > 0) {
                return found(other, Found.How.SPELLING, better.get(), null, null);
            }
            if (list.total() == 0) {
                Found asTyped = found(list, Found.How.WORDS, null, null, null);
                return asTyped.near().isEmpty() ? found(other, Found.How.WORDS, null, null, null) : asTyped;
            }
            if (other.total() > list.total()) {
                return found(list, Found.How.WORDS, null, better.get(), null);
            }
        }
        return found(list, Found.How.WORDS, null, null, null);
    }

    private Found found(HitList list, Found.How how, String instead, String better, PastedPage at) {
        boolean few =
                list.total() < FEW && how != Found.How.NUMBER && list.query().page() == 1;
        return new Found(
                list, how, instead, better, at, few && list.query().words() != null ? near(list) : List.of(), false);
    }

    /** What each filter would show beside the others. */
    public ClaimFacets facets(Found found) {
        return found.tooCommon() ? ClaimFacets.NONE : facets.of(found.list().query());
    }

    /** People, topics and articles that the words name, some of each; on the first page. */
    public List<SearchName> names(Found found) {
        ClaimQuery query = found.list().query();
        return query.words() == null || query.page() > 1
                ? List.of()
                : names.named(query.words(), query.asOf().moment(), NAMES);
    }

    /** What the words did not find: the index of meanings knows today's claims only. */
    private List<Hit> near(HitList list) {
        ClaimQuery query = list.query();
        if (query.asOf().isPast()) {
            return List.of();
        }
        List<Long> known = list.hits().stream().map(Hit::number).toList();
        List<Long> near = matcher.match(Utterance.of(query.words()), Sight.PUBLIC, FEW + known.size()).stream()
                .filter(match -> match.meaningPercent() >= NEAR)
                .map(Match::number)
                .filter(number -> !known.contains(number))
                .limit(FEW)
                .collect(Collectors.toList());
        return near.isEmpty()
                ? List.of()
                : hits.find(query.among(near)).hits().stream()
                        .sorted(Comparator.comparingInt(hit -> near.indexOf(hit.number())))
                        .toList();
    }
}
