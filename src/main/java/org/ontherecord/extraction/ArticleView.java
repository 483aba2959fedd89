package org.ontherecord.extraction;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.ontherecord.article.Article;
import org.ontherecord.article.Snapshot;
import org.ontherecord.extraction.reading.TextReading;

/**
 * An article on the desk: its text as it was first taken, with the candidates in it, and how far the deciding has come. What
 * its page says later is shown among its versions, since every quote stands in the text it was found in.
 */
public record ArticleView(
        Head head, Progress reading, List<MarkedText.Paragraph> text, List<Card> cards, Card selected, Filter filter) {

    /** What stands above the text. */
    public record Head(
            long id,
            String title,
            String outlet,
            String byline,
            LocalDate publishedOn,
            String language,
            String originalUrl,
            String savedCopyUrl,
            String addedBy,
            Instant addedAt,
            Origin origin) {

        /** Whether we have the words of its language. */
        public boolean isReadable() {
            return TextReading.reads(language);
        }

        public String languageInWords() {
            return Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
        }
    }

    /** The article this one copies. */
    public record Origin(long id, String title, String outlet) {}

    /** How the reading of the text for claims stands. */
    public record Progress(String state, int attempts, String trouble) {
        public boolean isWaiting() {
            return state.equals("QUEUED");
        }

        public boolean isParked() {
            return state.equals("PARKED");
        }
    }

    /** One of the lists of candidates, with how many each holds. */
    public record Filter(String shown, int all, int open, int linked, int accepted, int dismissed) {

        public int decided() {
            return all - open;
        }
    }

    private static final List<String> FILTERS = List.of("all", "open", "linked", "new", "dismissed");

    /** Four selects: article, snapshot, candidates, extraction. */
    static Optional<ArticleView> of(long articleId, String show, Long selectedId) {
        Article article = Article.findById(articleId);
        if (article == null) {
            return Optional.empty();
        }
        Snapshot snapshot =
                Snapshot.<Snapshot>find("article = ?1 order by id", article).firstResult();
        List<Card> cards = cards(snapshot);
        Card selected = select(cards, selectedId);
        String shown = FILTERS.contains(show) ? show : "all";
        return Optional.of(new ArticleView(
                head(article, snapshot),
                reading(snapshot),
                MarkedText.of(snapshot.text, cards, selected),
                cards.stream()
                        .filter(in(shown).or(card -> selected != null && card.id() == selected.id()))
                        .toList(),
                selected,
                new Filter(
                        shown,
                        cards.size(),
                        count(cards, "open"),
                        count(cards, "linked"),
                        count(cards, "new"),
                        count(cards, "dismissed"))));
    }

    static List<Card> cards(Snapshot snapshot) {
        List<Candidate> candidates = Candidate.list(
                "from Candidate c left join fetch c.decidedBy left join fetch c.markedBy left join fetch c.claim"
                        + " where c.snapshot = ?1 order by c.quoteStart, c.quoteEnd, c.id",
                snapshot);
        List<Card> cards = new ArrayList<>();
        for (Candidate candidate : candidates) {
            cards.add(Card.of(candidate, cards.size() + 1));
        }
        return cards;
    }

    /** The one most worth checking that nobody has decided on; null when all are decided. */
    static Card nextOpen(List<Card> cards) {
        return mostWorth(cards).findFirst().orElse(null);
    }

    /** The next one in the text that nobody has decided on, else the first; null when all are decided. */
    static Card openAfter(List<Card> cards, Long done) {
        int from = 1 + cards.stream().map(Card::id).toList().indexOf(done);
        return Stream.concat(cards.subList(from, cards.size()).stream(), cards.subList(0, from).stream())
                .filter(Card::isOpen)
                .findFirst()
                .orElse(null);
    }

    /** Of the page as it stands. */
    public String address() {
        return "/desk/articles/" + head.id
                + (selected == null ? "?" : "?candidate=" + selected.id() + "&")
                + "show=" + filter.shown;
    }

    /** The three to begin with. */
    public List<Card> first() {
        return mostWorth(cards).limit(3).toList();
    }

    private static Stream<Card> mostWorth(List<Card> cards) {
        return cards.stream()
                .filter(Card::isOpen)
                .sorted(Comparator.comparing((Card card) -> -card.score()).thenComparing(Card::number));
    }

    public boolean isSelected(Card card) {
        return selected != null && card.id() == selected.id();
    }

    private static Card select(List<Card> cards, Long id) {
        return cards.stream()
                .filter(card -> id != null && card.id() == id)
                .findFirst()
                .orElseGet(() -> nextOpen(cards));
    }

    private static Predicate<Card> in(String shown) {
        return card -> shown.equals("all") || card.look().equals(shown);
    }

    private static int count(List<Card> cards, String look) {
        return (int) cards.stream().filter(in(look)).count();
    }

    static Head head(Article article, Snapshot snapshot) {
        return new Head(
                article.id,
                article.title,
                article.outlet == null ? null : article.outlet.name,
                article.byline,
                article.publishedOn,
                article.language,
                article.canonicalUrl,
                snapshot.savedCopyUrl,
                article.addedBy.name,
                article.addedAt,
                origin(article.originArticle));
    }

    private static Origin origin(Article origin) {
        return origin == null
                ? null
                : new Origin(origin.id, origin.title, origin.outlet == null ? null : origin.outlet.name);
    }

    private static Progress reading(Snapshot snapshot) {
        Extraction extraction = Extraction.findById(snapshot.id);
        return extraction == null
                ? new Progress("DONE", 0, null)
                : new Progress(extraction.state.name(), extraction.turn.attempts, extraction.turn.trouble);
    }
}
