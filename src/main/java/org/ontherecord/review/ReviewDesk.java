package org.ontherecord.review;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

import org.ontherecord.account.SignedIn;

/** The queue of what waits for a second person, for publication, or for oneself. */
@Path("/desk/review")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class ReviewDesk {
    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance queue(List<ReviewQueue> groups);
    }

    private final SignedIn signedIn;

    ReviewDesk(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @GET
    @Transactional
    public TemplateInstance queue() {
        return Templates.queue(ReviewQueue.allFor(signedIn.account()));
    }
}
