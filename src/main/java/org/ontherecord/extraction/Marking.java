package org.ontherecord.extraction;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.Article;
import org.ontherecord.article.Quote;
import org.ontherecord.article.Snapshot;
import org.ontherecord.platform.LockedRow;

/** What a person does with the words of a text before anything is decided: marks them, chooses others, has all read again. */
@ApplicationScoped
class Marking {
    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    Marking(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** Other words for a candidate; they must stand in the text at that place. */
    @Transactional
    void requote(long candidateId, CandidateForm form, Quote quote) {
        Candidate candidate =
                LockedRow.of(database, Candidate.class, candidateId).orElseThrow();
        if (candidate.quote().equals(quote)) {
            return;
        }
        Deciding.requireUnchanged(candidate, form);
        if (isThere(candidate.snapshot, quote)) {
            throw new Refused("Another candidate has exactly these words.");
        }
        Map<String, Object> before = Map.of("start", candidate.quoteStart, "end", candidate.quoteEnd);
        candidate.quote(quote);
        AuditEvent.record(
                signedIn.account(),
                "quote changed",
                "candidate",
                candidate.id,
                before,
                Map.of("start", quote.start(), "end", quote.end()),
                clock.instant());
    }

    /** A candidate for words a person found in the text; the one that is there already if it has these words. */
    @Transactional
    long mark(long articleId, Quote quote) {
        Article article = Article.findById(articleId);
        Snapshot snapshot =
                Snapshot.<Snapshot>find("article = ?1 order by id", article).firstResult();
        Extraction.locked(snapshot.id);
        Optional<Candidate> there = Candidate.<Candidate>list("snapshot = ?1 order by id", snapshot).stream()
                .filter(candidate -> candidate.quote().isSameWordsAs(quote))
                .findFirst();
        if (there.isPresent()) {
            return there.get().id;
        }
        Candidate candidate = Candidate.marked(snapshot, quote, signedIn.account(), clock.instant());
        candidate.persist();
        AuditEvent.record(
                signedIn.account(),
                "candidate marked",
                "candidate",
                candidate.id,
                null,
                Map.of("start", quote.start(), "end", quote.end()),
                clock.instant());
        return candidate.id;
    }

    /** Puts a text that could not be read back into the queue. */
    @Transactional
    void readAgain(long articleId) {
        Snapshot snapshot = Snapshot.<Snapshot>find("article.id = ?1 order by id", articleId)
                .firstResult();
        Extraction.locked(snapshot.id)
                .filter(extraction -> extraction.state == Extraction.State.PARKED)
                .ifPresent(extraction -> {
                    extraction.requeue(clock.instant());
                    AuditEvent.record(
                            signedIn.account(),
                            "reading asked for again",
                            "snapshot",
                            snapshot.id,
                            null,
                            null,
                            clock.instant());
                });
    }

    private static boolean isThere(Snapshot snapshot, Quote quote) {
        return Candidate.count(
                        "snapshot = ?1 and quoteStart = ?2 and quoteEnd = ?3", snapshot, quote.start(), quote.end())
                > 0;
    }
}
