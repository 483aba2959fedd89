package org.ontherecord.review.deadline;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;

/** When promises fall due. A deadline that passed waits here for a new verdict, or for a person to say why none is needed. */
@Path("/desk/deadlines")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DeadlineDesk {
    private static final Logger LOG = Logger.getLogger(DeadlineDesk.class);

    private static final Map<String, String> NOTICES = Map.of(
            "aside", "Set aside. It stays in the list of settled deadlines, where it can be put back.",
            "back", "Put back. The deadline waits again.");

    @CheckedTemplate(basePath = "deadline")
    static class Templates {
        static native TemplateInstance deadlines(DeadlineList list, Typed typed, FormErrors errors, String notice);
    }

    /** A note that could not be kept, and for which deadline it was typed. */
    public record Typed(Long passing, String note) {}

    private static final String SETTLED = "settled";

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    DeadlineDesk(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("") String done) {
        return Templates.deadlines(
                DeadlineList.of(database, show.equals(SETTLED), page, clock.instant()),
                new Typed(null, ""),
                new FormErrors(),
                NOTICES.get(done));
    }

    @POST
    @Path("{id:\\d+}/notes")
    @Transactional
    public Response setAside(
            @RestPath long id, @RestForm @DefaultValue("") String note, @RestForm @DefaultValue("1") int page) {
        String why = CleanText.of(note).strip();
        var errors = new FormErrors();
        errors.require(!why.isEmpty(), "note-" + id, "Say in a sentence why no new verdict is needed.");
        errors.requireAtMost(DeadlinePassing.LONGEST_NOTE, "note-" + id, why);
        DeadlinePassing passing = locked(id);
        if (!errors.isEmpty()) {
            int there = DeadlineList.pageOf(database, passing).orElseThrow(passing::settled);
            return Response.status(422)
                    .entity(Templates.deadlines(
                            DeadlineList.of(database, false, there, clock.instant()), new Typed(id, why), errors, null))
                    .build();
        }
        passing.setAside(why, signedIn.account(), clock.instant());
        LOG.infof("deadline %d set aside", id);
        return to("?page=" + page + "&done=aside");
    }

    @POST
    @Path("{id:\\d+}/reversal")
    @Transactional
    public Response putBack(@RestPath long id) {
        locked(id).putBack(signedIn.account(), clock.instant());
        LOG.infof("deadline %d put back", id);
        return to("?done=back");
    }

    private DeadlinePassing locked(long id) {
        return LockedRow.of(database, DeadlinePassing.class, "id", id).orElseThrow(NotFoundException::new);
    }

    private static Response to(String query) {
        return Response.seeOther(URI.create("/desk/deadlines" + query)).build();
    }
}
