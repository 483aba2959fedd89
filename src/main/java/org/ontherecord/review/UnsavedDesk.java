package org.ontherecord.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.account.SignedIn;
import org.ontherecord.claim.Claim;

/** Where the script of the claim editor keeps what is being typed, and learns how readers would see it. */
@Path("/desk/claims/{id:\\d+}/unsaved")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class UnsavedDesk {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneOffset.UTC);

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance kept(String time, Preview preview, List<Map.Entry<String, String>> echoes);
    }

    private final SignedIn signedIn;
    private final Clock clock;

    UnsavedDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @POST
    @Transactional
    public TemplateInstance keep(@RestPath long id, MultivaluedMap<String, String> sent) {
        Claim claim = claim(id);
        ClaimForm form = ClaimForm.typed(sent);
        Instant now = clock.instant();
        UnsavedText.keep(claim, form, signedIn.account(), now);
        return Templates.kept(TIME.format(now), Preview.of(claim, form, now), form.echoes());
    }

    @POST
    @Path("discards")
    @Transactional
    public Response discard(@RestPath long id) {
        boolean there = UnsavedText.forget(claim(id), signedIn.account());
        return Response.seeOther(URI.create("/desk/claims/" + id + (there ? "?done=discarded" : "")))
                .build();
    }

    private static Claim claim(long id) {
        return Claim.<Claim>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }
}
