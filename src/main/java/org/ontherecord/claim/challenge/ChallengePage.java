package org.ontherecord.claim.challenge;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.FormErrors;

/** Where a reader says what is wrong with a claim. Nobody is signed in here, so there is nothing to forge. */
@Path("/claims/{number: [1-9][0-9]{0,17}}/challenge")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ChallengePage {
    private static final Logger LOG = Logger.getLogger(ChallengePage.class);

    @CheckedTemplate(basePath = "challenge")
    static class Templates {
        static native TemplateInstance challenge(
                ChallengedClaim claim, List<Choice> choices, ChallengeForm.Typed typed, FormErrors errors);
    }

    /** What a challenge can be about. */
    public record Choice(String name, String id, String label) {
        static final List<Choice> ALL = List.of(Challenge.About.values()).stream()
                .map(one -> new Choice(one.name(), "about-" + one.name().toLowerCase(), one.inWords))
                .toList();
    }

    private final EntityManager database;
    private final Clock clock;

    ChallengePage(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Response form(@RestPath long number) {
        ChallengedClaim claim = claim(number);
        return claim.mergedInto() == null
                ? Response.ok(page(claim, new ChallengeForm.Typed("", "", ""), new FormErrors()))
                        .build()
                : Response.status(308)
                        .location(URI.create("/claims/" + claim.mergedInto() + "/challenge"))
                        .build();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response send(@RestPath long number, ChallengeForm form, RoutingContext request) {
        ChallengedClaim claim = claim(number);
        var errors = new FormErrors();
        if (claim.mergedInto() != null) {
            errors.add(
                    "words",
                    "%s was merged into C-%d meanwhile. Read that record, and send this again if it is still wrong there."
                            .formatted(claim.id(), claim.mergedInto()));
            return refused(409, claim(claim.mergedInto()), form, errors);
        }
        form.check(errors);
        if (!errors.isEmpty()) {
            return refused(422, claim, form, errors);
        }
        Optional<Challenge> taken = Challenge.take(
                new Challenge.Sent(
                        number,
                        claim.verdict(),
                        form.about().orElseThrow(),
                        form.words(),
                        form.source(),
                        request.request().remoteAddress().hostAddress()),
                clock.instant());
        if (taken.isEmpty()) {
            errors.add(
                    "words",
                    "We have had many challenges within the hour. Send this again in an hour; it is kept below.");
            return refused(429, claim, form, errors);
        }
        LOG.infof("claim %d: challenge %d", number, taken.get().id);
        return Response.seeOther(URI.create("/challenges/" + taken.get().publicId))
                .build();
    }

    private static Response refused(int status, ChallengedClaim claim, ChallengeForm form, FormErrors errors) {
        return Response.status(status).entity(page(claim, form.typed(), errors)).build();
    }

    private static TemplateInstance page(ChallengedClaim claim, ChallengeForm.Typed typed, FormErrors errors) {
        return Templates.challenge(claim, Choice.ALL, typed, errors);
    }

    private ChallengedClaim claim(long number) {
        return ChallengedClaim.of(database, number).orElseThrow(NotFoundException::new);
    }
}
