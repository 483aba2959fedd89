package org.ontherecord.claim.challenge;

import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;

/** What became of a challenge, for who sent it. Its words are not public; nobody has looked at them before they arrive. */
@Path("/challenges/{id: [a-z2-9]{10}}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ReceivedChallengePage {
    @CheckedTemplate(basePath = "challenge")
    static class Templates {
        static native TemplateInstance received(ChallengedClaim claim, Received challenge);
    }

    /** As its reader sees it; the answer is null while there is none. */
    public record Received(String id, Instant at, String outcome, String answer, Instant answeredAt) {
        static Received of(Challenge challenge) {
            Optional<ChallengeAnswer> answer =
                    ChallengeAnswer.newest(challenge.id).filter(newest -> newest.outcome.closes);
            return new Received(
                    challenge.publicId,
                    challenge.receivedAt,
                    answer.map(given -> given.outcome.inWords).orElse(null),
                    answer.map(given -> given.words).orElse(null),
                    answer.map(given -> given.answeredAt).orElse(null));
        }
    }

    private final EntityManager database;

    ReceivedChallengePage(EntityManager database) {
        this.database = database;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath String id) {
        Challenge challenge = Challenge.known(id).orElseThrow(NotFoundException::new);
        return Templates.received(
                ChallengedClaim.of(database, challenge.claimId).orElseThrow(NotFoundException::new),
                Received.of(challenge));
    }
}
