package org.ontherecord.article;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.EntityManager;

import org.ontherecord.platform.WordDiff;

/** What became of an article's text: its snapshots, what differs between two of them, and which quoted words are gone. */
public record ArticleVersions(
        long id,
        String title,
        String address,
        Look look,
        List<Version> versions,
        Version from,
        Version to,
        WordDiff difference,
        List<QuotedWords> quotes) {
    private static final int MOST_VERSIONS = 100;
    private static final int MOST_QUOTES = 200;
    /** What stays the same is shown around a change only; so many characters on each side. */
    private static final int AROUND = 160;

    /** When we last looked; {@code waiting} while a look is due. The trouble is why the last tries failed. */
    public record Look(boolean waiting, Instant lookedAt, Instant liveSince, boolean parked, String trouble) {}

    public record Version(long id, Instant takenAt, String how, boolean first, boolean live) {}

    /** Words of the article that a claim quotes, and whether they still stand in the live text, letter for letter. */
    public record QuotedWords(long claim, String exact, boolean stands) {}

    static Optional<ArticleVersions> of(EntityManager database, long id, Long from, Long to, Instant now) {
        Article article = Article.findById(id);
        if (article == null) {
            return Optional.empty();
        }
        List<Snapshot> snapshots = Snapshot.<Snapshot>find("article = ?1 order by id", article)
                .page(0, MOST_VERSIONS)
                .list();
        ArticleLook look = ArticleLook.findById(id);
        Snapshot first = snapshots.get(0);
        Snapshot live = look == null ? snapshots.get(snapshots.size() - 1) : look.live;
        Snapshot old = chosen(snapshots, from, first);
        Snapshot current = chosen(snapshots, to, live);
        return Optional.of(new ArticleVersions(
                id,
                article.title,
                article.canonicalUrl,
                look == null
                        ? null
                        : new Look(
                                look.isDue(now),
                                look.lookedAt,
                                look.liveSince,
                                look.state == ArticleLook.State.PARKED,
                                look.turn.trouble),
                snapshots.stream().map(one -> version(one, first, live)).toList(),
                version(old, first, live),
                version(current, first, live),
                old == current ? null : shortened(WordDiff.between(old.text, current.text)),
                quotes(database, id, live)));
    }

    public boolean isChanged() {
        return versions.size() > 1;
    }

    private static Snapshot chosen(List<Snapshot> snapshots, Long id, Snapshot otherwise) {
        return snapshots.stream().filter(one -> one.id.equals(id)).findFirst().orElse(otherwise);
    }

    private static Version version(Snapshot one, Snapshot first, Snapshot live) {
        String how = switch (one.how) {
            case PASTED -> "pasted";
            case FETCHED -> "opened at its address";
            case UPLOADED -> "from a file";
            case FEED -> "from a feed";
        };
        return new Version(one.id, one.takenAt, how, one == first, one == live);
    }

    private static WordDiff shortened(WordDiff whole) {
        return new WordDiff(whole.stretches().stream()
                .map(stretch -> stretch.change() == WordDiff.Change.SAME ? shortened(stretch) : stretch)
                .toList());
    }

    private static WordDiff.Stretch shortened(WordDiff.Stretch same) {
        String text = same.text();
        int length = text.codePointCount(0, text.length());
        if (length <= 2 * AROUND + 20) {
            return same;
        }
        String head = text.substring(0, text.offsetByCodePoints(0, AROUND));
        String tail = text.substring(text.offsetByCodePoints(0, length - AROUND));
        return new WordDiff.Stretch(WordDiff.Change.SAME, head + " […] " + tail);
    }

    @SuppressWarnings("unchecked")
    private static List<QuotedWords> quotes(EntityManager database, long id, Snapshot live) {
        List<Object[]> rows = database.createNativeQuery("""
                        select a.claim_id, a.quote_exact, strpos(live.text, a.quote_exact) > 0
                          from appearance a join snapshot s on s.id = a.snapshot_id cross join snapshot live
                         where s.article_id = :article and live.id = :live order by 3, a.quote_start, a.id""")
                .setParameter("article", id)
                .setParameter("live", live.id)
                .setMaxResults(MOST_QUOTES)
                .getResultList();
        return rows.stream()
                .map(row -> new QuotedWords(((Number) row[0]).longValue(), (String) row[1], (Boolean) row[2]))
                .toList();
    }
}
