package org.ontherecord.extraction.model;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;

/** What the language model is asked, what it costs and what came of it. */
@Path("/desk/model")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ModelDesk {
    @CheckedTemplate(basePath = "extraction")
    static class Templates {
        static native TemplateInstance model(ModelView view);
    }

    private final EntityManager database;
    private final ModelJob job;
    private final ModelBudget budget;
    private final SignedIn signedIn;
    private final Clock clock;

    ModelDesk(EntityManager database, ModelJob job, ModelBudget budget, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.job = job;
        this.budget = budget;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance show() {
        return Templates.model(ModelView.of(database, job, budget.used(clock.instant())));
    }

    @POST
    @Path("retries")
    @RolesAllowed("ADMIN")
    @Transactional
    public Response tryAgain() {
        var now = clock.instant();
        int again = database.createNativeQuery("""
                        update model_reading set state = 'QUEUED', attempts = 0, finished_at = null, next_try_at = :now
                        where state = 'PARKED'""").setParameter("now", now).executeUpdate();
        if (again > 0) {
            AuditEvent.record(signedIn.account(), "parked texts shown again", "model", 0L, null, null, now);
        }
        return Response.seeOther(URI.create("/desk/model")).build();
    }
}
