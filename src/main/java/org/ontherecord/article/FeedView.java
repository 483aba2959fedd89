package org.ontherecord.article;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.quarkus.hibernate.orm.panache.Panache;

import org.ontherecord.platform.Paging;

/** One watched feed on the desk: how it is doing, and what became of its items, newest first. */
public record FeedView(FeedList.Row feed, Facts facts, String shown, List<Item> items, int page, int pages) {

    static final int PAGE = 25;
    private static final List<String> SHOWN = List.of("all", "taken", "waiting", "skipped", "parked");

    /** What a person said about it, and what it did meanwhile. */
    public record Facts(String keywords, String addedBy, Instant addedAt, String note, int failures) {}

    /** One item; {@code articleId} leads to its article when there is one. */
    public record Item(
            long id,
            String title,
            String address,
            LocalDate publishedOn,
            String state,
            String reason,
            int attempts,
            Instant seenAt,
            Long articleId) {

        public String says() {
            return switch (state) {
                case "TAKEN" -> "Article added";
                case "KNOWN" -> "We had this article";
                case "SKIPPED" -> "Skipped";
                case "PARKED" -> "Parked";
                default -> attempts == 0 ? "Waiting" : "Waiting, tried " + (attempts == 1 ? "once" : "twice");
            };
        }
    }

    /** Three selects. */
    static Optional<FeedView> of(long id, String show, int wantedPage) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Panache.getEntityManager()
                .createNativeQuery(FeedList.SELECT + " where f.id = :id")
                .setParameter("id", id)
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        FeedList.Row row = FeedList.row(rows.get(0));
        WatchedFeed feed = WatchedFeed.findById(id);
        String shown = SHOWN.contains(show) ? show : "all";
        long count = switch (shown) {
            case "taken" -> row.taken();
            case "waiting" -> row.waiting();
            case "skipped" -> row.skipped();
            case "parked" -> row.parked();
            default -> row.taken() + row.waiting() + row.skipped() + row.parked();
        };
        int pages = Paging.pages(count, PAGE);
        int page = Math.max(1, Math.min(wantedPage, pages));
        List<Item> items = FeedItem.<FeedItem>find("feed = ?1 and state in ?2 order by id desc", feed, states(shown))
                .page(page - 1, PAGE)
                .stream()
                .map(FeedView::item)
                .toList();
        return Optional.of(new FeedView(
                row,
                new Facts(String.join(", ", feed.keywords), feed.addedBy.name, feed.addedAt, feed.note, feed.failures),
                shown,
                items,
                page,
                pages));
    }

    public long count() {
        return feed.taken() + feed.waiting() + feed.skipped() + feed.parked();
    }

    private static List<FeedItem.State> states(String shown) {
        return switch (shown) {
            case "taken" -> List.of(FeedItem.State.TAKEN, FeedItem.State.KNOWN);
            case "waiting" -> List.of(FeedItem.State.WAITING);
            case "skipped" -> List.of(FeedItem.State.SKIPPED);
            case "parked" -> List.of(FeedItem.State.PARKED);
            default -> List.of(FeedItem.State.values());
        };
    }

    private static Item item(FeedItem item) {
        return new Item(
                item.id,
                item.title,
                item.address,
                item.publishedOn,
                item.state.name(),
                item.turn.trouble,
                item.turn.attempts,
                item.seenAt,
                item.article == null ? null : item.article.id);
    }
}
