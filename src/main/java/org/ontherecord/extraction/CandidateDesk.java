package org.ontherecord.extraction;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.article.Quote;
import org.ontherecord.article.QuoteFinder;
import org.ontherecord.article.Snapshot;
import org.ontherecord.claim.likeness.Suggestion;
import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Swap;
import org.ontherecord.speaker.Namesake;

/** An article's text and its candidates side by side; a person decides on each. Lives here because articles know no candidates. */
@Path("/desk/articles/{id:\\d+}")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class CandidateDesk {
    private static final Logger LOG = Logger.getLogger(CandidateDesk.class);

    @CheckedTemplate(basePath = "extraction")
    static class Templates {
        static native TemplateInstance article(
                ArticleView article, CandidateForm.Typed typed, FormErrors errors, Aside aside);

        static native TemplateInstance articlePart(
                ArticleView article, CandidateForm.Typed typed, FormErrors errors, Aside aside);
    }

    /** What stands beside the candidates: matches for the selected one, places to choose from, what was just done. */
    public record Aside(
            List<Suggestion> suggested,
            List<Suggestions.Decided> rejected,
            Long justRejected,
            List<ClaimSearch.Found> searched,
            List<Quote> places,
            List<String> speakers,
            List<Namesake> namesakes,
            Card done,
            String notice,
            String inbox,
            Context context) {}

    /** The sentences around a quote, where its text is not beside it. */
    public record Context(String before, String after) {}

    private final Deciding deciding;
    private final Undoing undoing;
    private final Marking marking;
    private final Suggestions suggestions;
    private final InboxWorkDesk inbox;
    private final Swap swap;

    CandidateDesk(
            Deciding deciding,
            Undoing undoing,
            Marking marking,
            Suggestions suggestions,
            InboxWorkDesk inbox,
            Swap swap) {
        this.deciding = deciding;
        this.undoing = undoing;
        this.marking = marking;
        this.suggestions = suggestions;
        this.inbox = inbox;
        this.swap = swap;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response show(
            @RestPath long id,
            @RestQuery @DefaultValue("all") String show,
            @RestQuery Long candidate,
            @RestQuery Long done,
            @RestQuery Long unlike,
            @RestQuery boolean known) {
        String notice = known ? "We have this article already. Nothing was added." : null;
        var shown = new Shown(show, candidate, done, unlike);
        return page(200, id, shown, new CandidateForm(), new FormErrors(), List.of(), notice);
    }

    @POST
    @Path("candidates/{candidate:\\d+}/claim")
    public Response accept(@RestPath long id, @RestPath long candidate, CandidateForm form) {
        var errors = new FormErrors();
        form.checkClaim(errors);
        deciding.requireOneSpeaker(candidate, form, errors);
        return decide(id, candidate, form, errors, () -> deciding.accept(candidate, form));
    }

    @POST
    @Path("candidates/{candidate:\\d+}/link")
    public Response link(@RestPath long id, @RestPath long candidate, CandidateForm form) {
        var errors = new FormErrors();
        form.checkSaid(errors);
        return decide(id, candidate, form, errors, () -> deciding.link(candidate, form));
    }

    @POST
    @Path("candidates/{candidate:\\d+}/dismissal")
    public Response dismiss(@RestPath long id, @RestPath long candidate, CandidateForm form) {
        var errors = new FormErrors();
        errors.require(form.reason() != null, "reason", "Say why it is not worth a check.");
        return decide(id, candidate, form, errors, () -> deciding.dismiss(candidate, form));
    }

    @POST
    @Path("candidates/{candidate:\\d+}/reversal")
    public Response undo(@RestPath long id, @RestPath long candidate, CandidateForm form) {
        require(id, candidate);
        try {
            undoing.undo(candidate);
        } catch (Refused refusal) {
            return refused(id, candidate, form, refusal);
        }
        LOG.infof("decision on candidate %d undone", candidate);
        if (form.inbox != null) {
            return inbox.after(InboxQuery.of(form.inbox).open(candidate), candidate, null);
        }
        return to(id, candidate, candidate);
    }

    /** The claim is not suggested for these words of this article any more. What was typed stays in the fields. */
    @POST
    @Path("candidates/{candidate:\\d+}/unlike")
    public Response unlike(@RestPath long id, @RestPath long candidate, CandidateForm form) {
        require(id, candidate);
        try {
            deciding.unlike(candidate, form);
        } catch (Refused refusal) {
            return refused(id, candidate, form, refusal);
        }
        LOG.infof("claim %d said not to be candidate %d", form.claim, candidate);
        return page(200, id, new Shown("all", candidate, null, form.claim), form, new FormErrors(), List.of(), null);
    }

    @POST
    @Path("candidates/{candidate:\\d+}/unlike/{claim:\\d+}/reversal")
    public Response likeAfterAll(
            @RestPath long id, @RestPath long candidate, @RestPath long claim, CandidateForm form) {
        require(id, candidate);
        deciding.likeAfterAll(candidate, claim);
        return page(200, id, Shown.of(candidate), form, new FormErrors(), List.of(), null);
    }

    /** Answers with the page itself: what was typed stays in the fields, the claims found stand below. */
    @POST
    @Path("candidates/{candidate:\\d+}/search")
    public Response search(@RestPath long id, @RestPath long candidate, CandidateForm form) {
        require(id, candidate);
        return page(200, id, Shown.of(candidate), form, new FormErrors(), List.of(), null);
    }

    /** Other words for the quote: pasted, or a word more or fewer at one end. */
    @POST
    @Path("candidates/{candidate:\\d+}/quote")
    public Response requote(@RestPath long id, @RestPath long candidate, CandidateForm form) {
        Card card = require(id, candidate);
        Quote chosen;
        try {
            if (form.by == null) {
                Places places = places(id, form, card);
                if (places.chosen() == null) {
                    return choose(id, candidate, form, places, "quote");
                }
                chosen = places.chosen();
            } else {
                chosen = ByAWord.of(form.by).from(snapshotText(id), card.start(), card.end());
            }
            marking.requote(candidate, form, chosen);
        } catch (Refused refusal) {
            return refused(id, candidate, form, refusal);
        }
        if (form.inbox != null) {
            return Response.seeOther(
                            URI.create(InboxQuery.of(form.inbox).open(candidate).address() + "#r" + candidate))
                    .build();
        }
        return to(id, candidate, null);
    }

    @POST
    @Path("candidates")
    public Response mark(@RestPath long id, CandidateForm form) {
        Places places = places(id, form, null);
        if (places.chosen() == null) {
            return choose(id, null, form, places, "words");
        }
        long marked = marking.mark(id, places.chosen());
        LOG.infof("candidate %d marked by hand", marked);
        return to(id, marked, null);
    }

    @POST
    @Path("extraction")
    public Response readAgain(@RestPath long id) {
        snapshotText(id);
        marking.readAgain(id);
        return Response.seeOther(URI.create("/desk/articles/" + id)).build();
    }

    private Response decide(long id, long candidate, CandidateForm form, FormErrors errors, Runnable decision) {
        require(id, candidate);
        if (!errors.isEmpty()) {
            return page(422, id, Shown.of(candidate), form, errors, List.of(), null);
        }
        try {
            decision.run();
        } catch (Refused refusal) {
            return refused(id, candidate, form, refusal);
        }
        LOG.infof("candidate %d decided", candidate);
        if (form.inbox != null) {
            return inbox.next(InboxQuery.of(form.inbox), candidate, candidate, null);
        }
        return to(id, null, candidate);
    }

    /** Who was overtaken finds the form gone with the decision; their words then stand beside why. */
    private Response refused(long id, long candidate, CandidateForm form, Refused refusal) {
        CandidateForm.Typed typed = form.typed();
        boolean lost = !typed.wording().isBlank() && !require(id, candidate).isOpen();
        String notice = refusal.getMessage()
                + (lost
                        ? " You had typed: “%s”%s"
                                .formatted(typed.wording(), typed.speaker().isBlank() ? "" : ", by " + typed.speaker())
                        : "");
        return page(409, id, Shown.of(candidate), form, new FormErrors(), List.of(), notice);
    }

    private Response choose(long id, Long candidate, CandidateForm form, Places places, String field) {
        var errors = new FormErrors();
        errors.require(
                !places.found().isEmpty(),
                field,
                "These words do not stand in the article. Copy them from the text, letter by letter.");
        errors.require(
                places.found().isEmpty(),
                field,
                "These words stand in the article more than once. Choose which place you mean.");
        return page(422, id, Shown.of(candidate), form, errors, places.found(), null);
    }

    /** Where the words stand; {@code chosen} is null as long as a person has to choose or type others. */
    private record Places(List<Quote> found, Quote chosen) {}

    private static Places places(long articleId, CandidateForm form, Card card) {
        List<Quote> found = QuoteFinder.find(snapshotText(articleId), form.words == null ? "" : form.words);
        Quote chosen = found.size() == 1 ? found.get(0) : null;
        for (Quote quote : found) {
            boolean same = card != null && quote.start() < card.end() && card.start() < quote.end();
            if (form.start == null ? found.size() > 1 && same && chosen == null : quote.start() == form.start) {
                chosen = quote;
            }
        }
        return new Places(found, chosen);
    }

    private static String snapshotText(long articleId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Snapshot.<Snapshot>find("article.id = ?1 order by id", articleId)
                        .firstResultOptional()
                        .map(snapshot -> snapshot.text))
                .orElseThrow(NotFoundException::new);
    }

    /** A candidate of another article is not found in this one. */
    private static Card require(long articleId, long candidate) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Candidate.<Candidate>find("id = ?1 and snapshot.article.id = ?2", candidate, articleId)
                        .firstResultOptional()
                        .map(found -> Card.of(found, 0)))
                .orElseThrow(NotFoundException::new);
    }

    /** On to a candidate, or to the next one to decide after the one just done; at once where only a part of the page is taken. */
    private Response to(long articleId, Long candidate, Long done) {
        Card next = QuarkusTransaction.requiringNew().call(() -> {
            ArticleView view = ArticleView.of(articleId, "all", candidate).orElseThrow(NotFoundException::new);
            if (candidate != null) {
                return view.selected();
            }
            return ArticleView.openAfter(view.cards(), done);
        });
        if (swap.isAsked()) {
            var shown = new Shown("all", next == null ? null : next.id(), done, null);
            return page(200, articleId, shown, new CandidateForm(), new FormErrors(), List.of(), null);
        }
        String address = "/desk/articles/" + articleId + "?"
                + (next == null ? "" : "candidate=" + next.id())
                + (done == null ? "" : (next == null ? "" : "&") + "done=" + done)
                + (next == null ? "" : "#c" + next.number());
        return Response.seeOther(URI.create(address)).build();
    }

    /** Which list, which candidate, and what was just done: a candidate decided, or a claim said not to be the same. */
    private record Shown(String list, Long candidate, Long done, Long unlike) {
        static Shown of(Long candidate) {
            return new Shown("all", candidate, null, null);
        }
    }

    private Response page(
            int status,
            long id,
            Shown shown,
            CandidateForm form,
            FormErrors errors,
            List<Quote> places,
            String notice) {
        if (form.inbox != null && shown.candidate() != null) {
            var tried = new InboxWorkDesk.Tried(form, places, shown.unlike());
            return inbox.refused(
                    status,
                    InboxQuery.of(form.inbox).open(shown.candidate()),
                    InboxWorkDesk.Shown.of(tried, notice),
                    errors);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            ArticleView view =
                    ArticleView.of(id, shown.list(), shown.candidate()).orElseThrow(NotFoundException::new);
            Card selected = view.selected();
            CandidateForm.Typed typed = CandidateForm.Typed.of(form, selected);
            boolean undecided = selected != null && selected.isOpen();
            Candidate candidate = undecided ? Candidate.findById(selected.id()) : null;
            List<Suggestions.Decided> rejected = undecided
                    ? suggestions.decidedOnQuote(selected.exact(), id).stream()
                            .filter(Suggestions.Decided::rejected)
                            .toList()
                    : List.of();
            Card doneCard = shown.done() == null
                    ? null
                    : Candidate.<Candidate>find("id = ?1 and snapshot.article.id = ?2", shown.done(), id)
                            .firstResultOptional()
                            .map(found -> Card.of(found, 0))
                            .orElse(null);
            boolean unlike =
                    rejected.stream().anyMatch(one -> Long.valueOf(one.claim()).equals(shown.unlike()));
            Aside aside = new Aside(
                    undecided ? suggestions.ofQuote(InContext.of(candidate), selected.exact(), id) : List.of(),
                    rejected,
                    unlike ? shown.unlike() : null,
                    undecided ? ClaimSearch.of(typed.q()) : List.of(),
                    places,
                    undecided ? Speakers.names() : List.of(),
                    undecided ? typed.namesakes() : List.of(),
                    doneCard,
                    notice,
                    form.inbox,
                    null);
            if (!swap.isAsked()) {
                return Response.status(status)
                        .entity(Templates.article(view, typed, errors, aside))
                        .build();
            }
            TemplateInstance part = Templates.articlePart(view, typed, errors, aside);
            return swap.part(status, part, view.address());
        });
    }
}
