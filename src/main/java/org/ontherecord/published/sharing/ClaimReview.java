package org.ontherecord.published.sharing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ontherecord.platform.Site;
import org.ontherecord.published.ClaimSummary;
import org.ontherecord.published.EvidenceSource;
import org.ontherecord.published.PublishedAppearance;
import org.ontherecord.published.PublishedClaim;
import org.ontherecord.published.PublishedVerdict;
import org.ontherecord.published.SpeakerRef;

/** The verdict in force as a schema.org ClaimReview, by the rules that readers of fact-checks published for it. */
final class ClaimReview {
    static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    /** The markup travels with each page; the API has every appearance. */
    private static final int MOST_APPEARANCES = 10;

    private final Site site;
    private final PublishedClaim record;
    private final ClaimSummary claim;
    private final PublishedVerdict verdict;

    private ClaimReview(Site site, PublishedClaim record) {
        this.site = site;
        this.record = record;
        this.claim = record.claim();
        this.verdict = claim.verdict();
    }

    /** Only of a claim that is not withdrawn: we do not stand by that verdict any more. */
    static Map<String, Object> of(Site site, PublishedClaim record) {
        return new ClaimReview(site, record).review();
    }

    private Map<String, Object> review() {
        String page = site.absolute(claim.page());
        var review = new LinkedHashMap<String, Object>();
        review.put("@context", "https://schema.org");
        review.putAll(Thing.of("ClaimReview")
                .with("@id", id("#review"))
                .with("url", page)
                .with("mainEntityOfPage", page)
                .with("identifier", claim.id())
                .with("claimReviewed", claim.wording())
                .with("reviewRating", rating())
                .with("itemReviewed", claimMade())
                .with("author", us().properties())
                .with("publisher", publisher())
                .with("datePublished", record.firstPublishedAt().toString())
                .with("dateModified", verdict.publishedAt().toString())
                .with("version", verdict.number())
                .with("inLanguage", site.newsroomLanguage())
                .with(
                        "citation",
                        record.evidence().stream().map(ClaimReview::source).toList())
                .with("correction", corrections())
                .with("publishingPrinciples", site.absolute("/how-we-choose"))
                .with("license", LICENCE)
                .with("sdLicense", LICENCE)
                .with("sdPublisher", Map.of("@id", publisherId()))
                .with("sdDatePublished", verdict.publishedAt().toString())
                .properties());
        return review;
    }

    /** The number is for good, the words after it are not: what names a thing has the number only. */
    private String id(String fragment) {
        return site.absolute("/claims/" + claim.number() + fragment);
    }

    /** A number only where the scale has one: none says more than the word does about a promise or the unproven. */
    private Map<String, Object> rating() {
        Thing rating = Thing.of("Rating").with("alternateName", verdict.label());
        if (verdict.ratingValue() != null) {
            rating.with("ratingValue", verdict.ratingValue())
                    .with("bestRating", 5)
                    .with("worstRating", 1);
        }
        return rating.with("ratingExplanation", verdict.reason()).properties();
    }

    /** Whether a first appearance known to us is the first of all nobody can say, so none is called that. */
    private Map<String, Object> claimMade() {
        boolean saidByThem = claim.timesSaid().count() > 0 && claim.firstSaid() != null;
        return Thing.of("Claim")
                .with("@id", id("#claim"))
                .with("text", claim.wording())
                .with("inLanguage", claim.language())
                .with("author", claim.speaker() == null ? null : speaker(claim.speaker()))
                .with("datePublished", saidByThem ? claim.firstSaid().machine() : null)
                .with("appearance", appearances())
                .properties();
    }

    private Map<String, Object> speaker(SpeakerRef speaker) {
        String wikidata = speaker.wikidataId();
        return Thing.of(speaker.kind().equals("body") ? "Organization" : "Person")
                .with("@id", site.absolute("/people/" + speaker.id() + "#speaker"))
                .with("name", speaker.name())
                .with("sameAs", wikidata == null ? null : "https://www.wikidata.org/wiki/" + wikidata)
                .properties();
    }

    /** Objects with an address, never the address alone; each work once, however often it is quoted. */
    private List<Map<String, Object>> appearances() {
        return record.appearances().stream()
                .map(ClaimReview::work)
                .distinct()
                .limit(MOST_APPEARANCES)
                .toList();
    }

    private static Map<String, Object> work(PublishedAppearance appearance) {
        PublishedAppearance.ArticleRef article = appearance.article();
        if (article == null) {
            return Thing.of("CreativeWork")
                    .with("headline", appearance.outsideSource().title())
                    .with("url", appearance.outsideSource().url())
                    .with(
                            "datePublished",
                            appearance.date() == null ? null : appearance.date().machine())
                    .properties();
        }
        return Thing.of("Article")
                .with("headline", article.title())
                .with("url", article.url())
                .with(
                        "datePublished",
                        article.publishedOn() == null
                                ? null
                                : article.publishedOn().toString())
                .with("inLanguage", article.language())
                .with("publisher", named(article.outlet()))
                .with("archivedAt", article.savedCopyUrl())
                .properties();
    }

    private static Map<String, Object> source(EvidenceSource source) {
        return Thing.of("CreativeWork")
                .with("name", source.title())
                .with("url", source.url())
                .with(
                        "datePublished",
                        source.dated() == null ? null : source.dated().machine())
                .with("publisher", named(source.source()))
                .with("archivedAt", source.savedCopyUrl())
                .properties();
    }

    private static Map<String, Object> named(String organisation) {
        return organisation == null
                ? null
                : Thing.of("Organization").with("name", organisation).properties();
    }

    private List<Map<String, Object>> corrections() {
        return record.verdicts().stream()
                .filter(verdict -> verdict.kind().equals("correction"))
                .map(verdict -> Thing.of("CorrectionComment")
                        .with("text", verdict.publicReason())
                        .with("datePublished", verdict.publishedAt().toString())
                        .properties())
                .toList();
    }

    private String publisherId() {
        return site.absolute("/#publisher");
    }

    private Thing us() {
        return Thing.of("Organization")
                .with("@id", publisherId())
                .with("name", Sharing.SITE)
                .with("url", site.absolute("/"));
    }

    private Map<String, Object> publisher() {
        return us().with("publishingPrinciples", site.absolute("/how-we-choose"))
                .with("correctionsPolicy", site.absolute("/corrections"))
                .with("actionableFeedbackPolicy", site.absolute("/corrections#report"))
                .properties();
    }
}
