package org.ontherecord.extraction;

import java.time.Instant;
import java.util.List;

import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.extraction.reading.Surroundings;
import org.ontherecord.matching.Utterance;

/** The candidate that is open in the inbox, in its context, with what is needed to decide it there. */
public record Selected(
        Card card,
        ArticleView.Head head,
        CandidateForm.Typed typed,
        CandidateDesk.Aside aside,
        String assignedTo,
        Instant snoozedUntil) {

    /** Null when nothing is selected or what was is gone. */
    static Selected of(Inbox inbox, Suggestions suggestions, InboxWorkDesk.Tried tried) {
        Long id = inbox.selected();
        Candidate candidate = id == null ? null : Candidate.findById(id);
        if (candidate == null) {
            return null;
        }
        Card card = Card.of(candidate, numberOf(candidate));
        CandidateForm.Typed typed =
                tried == null ? CandidateForm.Typed.of(card) : CandidateForm.Typed.of(tried.form(), card);
        return new Selected(
                card,
                ArticleView.head(candidate.snapshot.article, candidate.snapshot),
                typed,
                aside(inbox, candidate, card, suggestions, tried, typed),
                candidate.assignedTo == null ? null : candidate.assignedTo.name,
                candidate.snoozedUntil);
    }

    private static CandidateDesk.Aside aside(
            Inbox inbox,
            Candidate candidate,
            Card card,
            Suggestions suggestions,
            InboxWorkDesk.Tried tried,
            CandidateForm.Typed typed) {
        long article = candidate.snapshot.article.id;
        Surroundings around = InContext.around(candidate);
        Utterance said = InContext.of(candidate, around);
        boolean open = card.isOpen();
        List<Suggestions.Decided> rejected = open
                ? suggestions.decidedOnQuote(card.exact(), article).stream()
                        .filter(Suggestions.Decided::rejected)
                        .toList()
                : List.of();
        Long unlike = tried == null ? null : tried.unlike();
        return new CandidateDesk.Aside(
                open ? suggestions.ofQuote(said, card.exact(), article) : List.of(),
                rejected,
                rejected.stream().anyMatch(one -> Long.valueOf(one.claim()).equals(unlike)) ? unlike : null,
                open ? ClaimSearch.of(typed.q()) : List.of(),
                tried == null ? List.of() : tried.places(),
                open ? Speakers.names() : List.of(),
                open ? typed.namesakes() : List.of(),
                null,
                null,
                inbox.query().open(inbox.after(card.id())).parameters(),
                InContext.read(candidate, around));
    }

    /** Counted from the top of its text, as the article page does. */
    private static int numberOf(Candidate candidate) {
        return (int) Candidate.count(
                "snapshot = ?1 and (quoteStart < ?2 or quoteStart = ?2 and (quoteEnd < ?3 or quoteEnd = ?3 and id <= ?4))",
                candidate.snapshot,
                candidate.quoteStart,
                candidate.quoteEnd,
                candidate.id);
    }
}
