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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.platform.FormErrors;

/** Every candidate of every article in one list, the one most worth checking first, and the selected one beside it. */
@Path("/desk/inbox")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class InboxDesk {
    private static final Logger LOG = Logger.getLogger(InboxDesk.class);

    private final Batching batching;
    private final InboxWorkDesk inbox;
    private final SignedIn signedIn;
    private final Clock clock;

    InboxDesk(Batching batching, InboxWorkDesk inbox, SignedIn signedIn, Clock clock) {
        this.batching = batching;
        this.inbox = inbox;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    public Response show(@Context UriInfo uri, @RestQuery Long done, @RestQuery Long batch) {
        return inbox.shown(InboxQuery.of(uri.getRequestUri().getRawQuery()), done, batch);
    }

    /** A line that says how many have come into a list since it was opened; empty when none has. */
    @GET
    @Path("arrivals")
    @Consumes(MediaType.WILDCARD)
    public Response arrivals(@Context UriInfo uri) {
        return inbox.arrivals(InboxQuery.of(uri.getRequestUri().getRawQuery()));
    }

    @POST
    @Path("batches")
    public Response handle(BatchForm form) {
        InboxQuery query = InboxQuery.of(form.inbox);
        var errors = new FormErrors();
        form.check(errors);
        if (!errors.isEmpty()) {
            return inbox.refused(422, query, InboxWorkDesk.Shown.of(form, null), errors);
        }
        long batch;
        try {
            batch = batching.apply(form);
        } catch (Refused refusal) {
            return inbox.refused(409, query, InboxWorkDesk.Shown.of(form, refusal.getMessage()), errors);
        }
        LOG.infof("batch %d: %s", batch, form.action());
        return form.versions().size() == 1
                ? inbox.next(query, form.versions().firstKey(), null, batch)
                : inbox.after(query, null, batch);
    }

    @POST
    @Path("batches/{batch:\\d+}/reversal")
    public Response undo(@RestPath long batch, @RestForm("inbox") String list) {
        requireThere(batch);
        batching.undo(batch);
        LOG.infof("batch %d undone", batch);
        return inbox.after(InboxQuery.of(list), null, batch);
    }

    /** Keeps the list as it is filtered now under a name. */
    @POST
    @Path("views")
    public Response keep(@RestForm String name, @RestForm("inbox") String list) {
        InboxQuery query = InboxQuery.of(list);
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
            return inbox.refused(422, query, InboxWorkDesk.Shown.named(name), errors);
        }
        return Response.seeOther(URI.create(query.address())).build();
    }

    /** Only one's own; one that is gone already is gone. */
    @POST
    @Path("views/{view:\\d+}/removal")
    public Response remove(@RestPath long view, @RestForm("inbox") String list) {
        QuarkusTransaction.requiringNew()
                .run(() -> InboxView.delete("id = ?1 and account = ?2", view, signedIn.account()));
        return Response.seeOther(URI.create(InboxQuery.of(list).address())).build();
    }

    private static void requireThere(long id) {
        boolean there = QuarkusTransaction.requiringNew().call(() -> CandidateBatch.count("id", id) > 0);
        if (!there) {
            throw new NotFoundException();
        }
    }
}
