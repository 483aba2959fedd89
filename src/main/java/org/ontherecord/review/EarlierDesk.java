package org.ontherecord.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The earlier claims for what is being typed, as the piece of the form that the script of the page puts in. */
@Path("/desk/claims/earlier")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class EarlierDesk {
    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance earlier(Earlier earlier);
    }

    private final EarlierClaims claims;

    EarlierDesk(EarlierClaims claims) {
        this.claims = claims;
    }

    @POST
    @Transactional
    public TemplateInstance find(MultivaluedMap<String, String> sent) {
        Typed typed = Typed.of(sent);
        String claim = typed.get("claim");
        return Templates.earlier(claims.find(typed, claim.matches("[1-9]\\d{0,17}") ? Long.valueOf(claim) : null));
    }
}
