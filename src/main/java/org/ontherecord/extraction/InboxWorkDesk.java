package org.ontherecord.extraction;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.Quote;
import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Swap;

/** The inbox as whoever asks can take it: the whole page, the list with what is open beside it, or that alone. */
@ApplicationScoped
class InboxWorkDesk {
    private static final int MOST_COLLEAGUES = 200;

    @CheckedTemplate(basePath = "extraction")
    static class Templates {
        static native TemplateInstance inbox(
                Inbox inbox, Selected selected, Around around, BatchForm.Typed picking, FormErrors errors);

        static native TemplateInstance inboxPart(
                Inbox inbox, Selected selected, Around around, BatchForm.Typed picking, FormErrors errors);

        static native TemplateInstance inboxSelected(
                Inbox inbox, Selected selected, Around around, BatchForm.Typed picking, FormErrors errors);

        static native TemplateInstance inboxDecided(
                Inbox inbox,
                Selected selected,
                Around around,
                BatchForm.Typed picking,
                FormErrors errors,
                Long decided);

        static native TemplateInstance inboxArrivals(InboxQuery query, long arrived);
    }

    /** What stands around the list: people to assign to, views kept, what was just done, what was refused. */
    public record Around(
            List<Inbox.Choice> colleagues,
            List<View> views,
            Card done,
            long doneIn,
            BatchDone batch,
            String typedName,
            String notice) {}

    /** A view somebody keeps. */
    public record View(long id, String name, String address) {}

    /** What somebody tried with the open candidate, to stay in its fields; and a claim just said not to be the same. */
    record Tried(CandidateForm form, List<Quote> places, Long unlike) {}

    /** What was just done or typed. */
    record Shown(Long done, Long batch, BatchForm.Typed picking, String viewName, Tried tried, String notice) {
        static Shown of(Long done, Long batch) {
            return new Shown(done, batch, null, null, null, null);
        }

        static Shown of(BatchForm form, String notice) {
            return new Shown(null, null, form.typed(), null, null, notice);
        }

        static Shown named(String view) {
            return new Shown(null, null, null, view, null, null);
        }

        static Shown of(Tried tried, String notice) {
            return new Shown(null, null, null, null, tried, notice);
        }
    }

    private final Suggestions suggestions;
    private final MatchesAhead ahead;
    private final SignedIn signedIn;
    private final Swap swap;
    private final Clock clock;

    InboxWorkDesk(Suggestions suggestions, MatchesAhead ahead, SignedIn signedIn, Swap swap, Clock clock) {
        this.suggestions = suggestions;
        this.ahead = ahead;
        this.signedIn = signedIn;
        this.swap = swap;
        this.clock = clock;
    }

    Response shown(InboxQuery query, Long done, Long batch) {
        return answer(200, query, Shown.of(done, batch), new FormErrors());
    }

    /** After one candidate was dealt with: what comes next, and of the list no more than what has changed. */
    Response next(InboxQuery query, long dealtWith, Long done, Long batch) {
        return swap.isAsked()
                ? answer(200, query, Shown.of(done, batch), new FormErrors(), dealtWith)
                : after(query, done, batch);
    }

    /** After anything else that was done: on to the list, at once where only a part of the page is taken. */
    Response after(InboxQuery query, Long done, Long batch) {
        if (swap.isAsked()) {
            return shown(query, done, batch);
        }
        Long next = query.candidate();
        String what = done == null ? "&batch=" + batch : "&done=" + done;
        return Response.seeOther(URI.create(query.address() + what + (next == null ? "" : "#r" + next)))
                .build();
    }

    /** What a form is answered with that leads nowhere else: refused, or asked for more. */
    Response refused(int status, InboxQuery query, Shown shown, FormErrors errors) {
        return answer(status, query, shown, errors);
    }

    Response arrivals(InboxQuery query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Response.ok(Templates.inboxArrivals(
                                query, Inbox.arrived(query, signedIn.account().id, clock.instant())))
                        .build());
    }

    private Response answer(int status, InboxQuery query, Shown shown, FormErrors errors) {
        return answer(status, query, shown, errors, null);
    }

    private Response answer(int status, InboxQuery query, Shown shown, FormErrors errors, Long dealtWith) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account me = signedIn.account();
            Inbox inbox = Inbox.of(query, me.id, clock.instant(), !swap.isInto("selected"));
            Selected selected = Selected.of(inbox, suggestions, shown.tried());
            ahead.of(inbox.next());
            Around around = around(me, shown);
            BatchForm.Typed picking = shown.picking() == null ? BatchForm.Typed.nothing(me.id) : shown.picking();
            if (!swap.isAsked()) {
                return Response.status(status)
                        .entity(Templates.inbox(inbox, selected, around, picking, errors))
                        .build();
            }
            String address = inbox.query().address();
            if (dealtWith != null
                    && inbox.row(query.candidate()) != null
                    && inbox.query().page() == query.page()) {
                var next = Templates.inboxDecided(inbox, selected, around, picking, errors, dealtWith);
                return swap.partInto("selected", next, address);
            }
            TemplateInstance part = swap.isInto("selected")
                    ? Templates.inboxSelected(inbox, selected, around, picking, errors)
                    : Templates.inboxPart(inbox, selected, around, picking, errors);
            return swap.part(status, part, address);
        });
    }

    private static Around around(Account me, Shown shown) {
        Candidate done = shown.done() == null ? null : Candidate.findById(shown.done());
        CandidateBatch batch = shown.batch() == null ? null : CandidateBatch.findById(shown.batch());
        return new Around(
                Account.<Account>find("disabledAt is null order by name, id").page(0, MOST_COLLEAGUES).stream()
                        .map(one -> new Inbox.Choice(one.id, one.name))
                        .toList(),
                InboxView.of(me).stream()
                        .map(one -> new View(one.id, one.name, one.asQuery().address()))
                        .toList(),
                done == null ? null : Card.of(done, 0),
                done == null ? 0 : done.snapshot.article.id,
                batch == null ? null : BatchDone.of(batch),
                shown.viewName(),
                shown.notice());
    }
}
