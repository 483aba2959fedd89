package org.ontherecord.extraction;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.claim.likeness.Suggestions;
import org.ontherecord.platform.FormErrors;

/** Every candidate of every article in one list, the one most worth checking first, and the selected one beside it. */
@Path("/desk/inbox")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class InboxDesk {
    private static final Logger LOG = Logger.getLogger(InboxDesk.class);
    private static final int MOST_COLLEAGUES = 200;

    @CheckedTemplate(basePath = "extraction")
    static class Templates {
        static native TemplateInstance inbox(
                Inbox inbox, Selected selected, Around around, BatchForm.Typed picking, FormErrors errors);
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

    private final Batching batching;
    private final Suggestions suggestions;
    private final SignedIn signedIn;
    private final Clock clock;

    InboxDesk(Batching batching, Suggestions suggestions, SignedIn signedIn, Clock clock) {
        this.batching = batching;
        this.suggestions = suggestions;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance show(@Context UriInfo uri, @RestQuery Long done, @RestQuery Long batch) {
        return page(
                InboxQuery.of(uri.getRequestUri().getRawQuery()),
                new Shown(done, batch, null, null, null),
                new FormErrors());
    }

    @POST
    @Path("batches")
    public Response handle(BatchForm form) {
        InboxQuery query = InboxQuery.of(form.inbox);
        var errors = new FormErrors();
        form.check(errors);
        if (!errors.isEmpty()) {
            return answer(422, query, Shown.of(form, null), errors);
        }
        long batch;
        try {
            batch = batching.apply(form);
        } catch (Refused refusal) {
            return answer(409, query, Shown.of(form, refusal.getMessage()), errors);
        }
        LOG.infof("batch %d: %s", batch, form.action());
        return to(query, batch);
    }

    @POST
    @Path("batches/{batch:\\d+}/reversal")
    public Response undo(@RestPath long batch, @RestForm String inbox) {
        requireThere(batch);
        batching.undo(batch);
        LOG.infof("batch %d undone", batch);
        return to(InboxQuery.of(inbox), batch);
    }

    /** Keeps the list as it is filtered now under a name. */
    @POST
    @Path("views")
    public Response keep(@RestForm String name, @RestForm String inbox) {
        InboxQuery query = InboxQuery.of(inbox);
        var errors = new FormErrors();
        String line = CleanText.line(name, 2 * InboxView.LONGEST_NAME);
        QuarkusTransaction.requiringNew().run(() -> {
            // two presses at once wait for each other here, so that the second finds the first
            Account me = signedIn.account();
            InboxView.lockFor(me);
            List<InboxView> mine = InboxView.of(me);
            var view = new InboxView(me, line, query, clock.instant());
            boolean sentAgain = mine.stream().anyMatch(one -> one.isLike(view));
            errors.require(!line.isEmpty(), "name", "Give the view a name.");
            errors.require(line.length() <= InboxView.LONGEST_NAME, "name", "Use at most 60 characters for the name.");
            errors.require(
                    sentAgain || mine.stream().noneMatch(one -> one.name.equalsIgnoreCase(line)),
                    "name",
                    "You have a view of that name. Choose another, or remove that one first.");
            errors.require(
                    sentAgain || mine.size() < InboxView.MOST,
                    "name",
                    "You have 20 views. Remove one you no longer use first.");
            if (errors.isEmpty() && !sentAgain) {
                view.persist();
            }
        });
        if (!errors.isEmpty()) {
            return answer(422, query, new Shown(null, null, null, name, null), errors);
        }
        return Response.seeOther(URI.create(query.address())).build();
    }

    /** Only one's own; one that is gone already is gone. */
    @POST
    @Path("views/{view:\\d+}/removal")
    public Response remove(@RestPath long view, @RestForm String inbox) {
        QuarkusTransaction.requiringNew()
                .run(() -> InboxView.delete("id = ?1 and account = ?2", view, signedIn.account()));
        return Response.seeOther(URI.create(InboxQuery.of(inbox).address())).build();
    }

    private static Response to(InboxQuery query, long batch) {
        Long row = query.candidate();
        return Response.seeOther(URI.create(query.address() + "&batch=" + batch + (row == null ? "" : "#r" + row)))
                .build();
    }

    private Response answer(int status, InboxQuery query, Shown shown, FormErrors errors) {
        return Response.status(status).entity(page(query, shown, errors)).build();
    }

    private static void requireThere(long id) {
        boolean there = QuarkusTransaction.requiringNew().call(() -> CandidateBatch.count("id", id) > 0);
        if (!there) {
            throw new NotFoundException();
        }
    }

    /** What was just done or typed. */
    private record Shown(Long done, Long batch, BatchForm.Typed picking, String viewName, String notice) {
        static Shown of(BatchForm form, String notice) {
            return new Shown(null, null, form.typed(), null, notice);
        }
    }

    private TemplateInstance page(InboxQuery query, Shown shown, FormErrors errors) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Account me = signedIn.account();
            Inbox inbox = Inbox.of(query, me.id, clock.instant());
            Candidate done = shown.done() == null ? null : Candidate.findById(shown.done());
            CandidateBatch batch = shown.batch() == null ? null : CandidateBatch.findById(shown.batch());
            var around = new Around(
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
            BatchForm.Typed picking = shown.picking() == null ? BatchForm.Typed.nothing(me.id) : shown.picking();
            return Templates.inbox(inbox, Selected.of(inbox, suggestions), around, picking, errors);
        });
    }
}
