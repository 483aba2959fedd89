package org.ontherecord.demo;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.ontherecord.account.Account;
import org.ontherecord.article.ArticleIngest;
import org.ontherecord.article.ArticleText;
import org.ontherecord.article.Quote;
import org.ontherecord.article.QuoteFinder;
import org.ontherecord.article.Snapshot;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;

/** The demonstration's articles: invented texts around quotations that are public record. */
@ApplicationScoped
class DemoArticles {
    private final ArticleIngest ingest;

    DemoArticles(ArticleIngest ingest) {
        this.ingest = ingest;
    }

    Snapshot add(DemoScript.Piece piece, Account who, Instant now) {
        var text = new ArticleText(
                piece.text(), piece.title(), piece.byline(), piece.outlet(), piece.publishedOn(), "en", null);
        return ingest.store(text, Snapshot.How.PASTED, who, now);
    }

    void quote(Snapshot snapshot, DemoScript.Saying saying, Claim claim, Account who, Instant now) {
        Quote quote = QuoteFinder.find(snapshot.text, saying.quote()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not in the article: " + saying.quote()));
        Appearance.quoted(claim, saying.mode(), snapshot, quote, saying.date(), saying.occasion(), who, now);
    }
}
