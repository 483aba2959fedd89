package org.ontherecord.review;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.platform.Refusal;

/** Where a second person says that they have looked at what was published without review. */
@Path("/desk/verdicts/{id:\\d+}/second-look")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SecondLookDesk {
    private final SignedIn signedIn;
    private final Clock clock;

    SecondLookDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @POST
    @Transactional
    public Response look(@RestPath long id, @RestForm @DefaultValue("") String note) {
        Verdict verdict = Verdict.<Verdict>findByIdOptional(id).orElseThrow(NotFoundException::new);
        String said = CleanText.of(note).strip();
        if (said.codePointCount(0, said.length()) > SecondLook.LONGEST_NOTE) {
            throw Refusal.incomplete("The note may have %,d characters at most. Go back to shorten it."
                    .formatted(SecondLook.LONGEST_NOTE));
        }
        SecondLook.record(verdict, signedIn.account(), said, clock.instant());
        return Response.seeOther(URI.create("/desk/claims/" + verdict.claim.id + "/review"))
                .build();
    }
}
