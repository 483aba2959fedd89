package org.ontherecord.claim.challenge;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

/** What readers object to, for the newsroom to look into and to answer. */
@Path("/desk/challenges")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ChallengeDesk {
    private static final Logger LOG = Logger.getLogger(ChallengeDesk.class);

    private static final Map<String, String> NOTICES = Map.of(
            "answered", "The answer is kept. Its reader finds it at the address we gave them.",
            "back", "Taken back. The challenge waits again.");

    @CheckedTemplate(basePath = "challenge")
    static class Templates {
        static native TemplateInstance challenges(
                ChallengeList list,
                boolean mayAnswer,
                List<Choice> outcomes,
                Typed typed,
                FormErrors errors,
                String notice);
    }

    /** An outcome to choose. */
    public record Choice(String name, String label) {}

    /** An answer that could not be kept, and to which challenge it was typed. */
    public record Typed(Long challenge, String outcome, String words, boolean timeline) {
        public boolean isFor(long id) {
            return challenge != null && challenge == id;
        }
    }

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    ChallengeDesk(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance list(
            @RestQuery @DefaultValue("open") String show,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("") String done) {
        var nothing = new Typed(null, "", "", false);
        return page(show.equals("answered"), page, nothing, new FormErrors(), NOTICES.get(done));
    }

    @POST
    @Path("{id:\\d+}/answers")
    @Transactional
    public Response answer(
            @RestPath long id,
            @RestForm @DefaultValue("") String outcome,
            @RestForm @DefaultValue("") String words,
            @RestForm @DefaultValue("") String timeline,
            @RestForm @DefaultValue("0") long seen) {
        Challenge challenge = locked(id);
        String said = CleanText.of(words).strip();
        Optional<ChallengeAnswer.Outcome> chosen = ChallengeAnswer.Outcome.named(outcome);
        FormErrors errors = problems(id, chosen, said);
        if (!errors.isEmpty()) {
            ChallengeAnswer.requireWaiting(challenge);
            var typed = new Typed(id, outcome, said, !timeline.isEmpty());
            return Response.status(422)
                    .entity(page(false, ChallengeList.pageOf(database, challenge), typed, errors, null))
                    .build();
        }
        ChallengeAnswer.give(
                challenge, chosen.get(), said, !timeline.isEmpty(), seen, signedIn.account(), clock.instant());
        LOG.infof("challenge %d: %s", id, chosen.get());
        return to("done=answered");
    }

    @POST
    @Path("{id:\\d+}/reversal")
    @Transactional
    public Response takeBack(@RestPath long id, @RestForm @DefaultValue("0") long seen) {
        ChallengeAnswer.give(
                locked(id), ChallengeAnswer.Outcome.REOPENED, null, false, seen, signedIn.account(), clock.instant());
        LOG.infof("challenge %d to answer again", id);
        return to("done=back");
    }

    private static FormErrors problems(long id, Optional<ChallengeAnswer.Outcome> outcome, String words) {
        var errors = new FormErrors();
        errors.require(outcome.isPresent(), "outcome-" + id, "Choose what became of it.");
        boolean explained = outcome.isEmpty() || outcome.get().isExplained();
        errors.require(
                !explained || !words.isEmpty(), "words-" + id, "Answer the reader in a sentence or two; it is public.");
        errors.requireAtMost(ChallengeAnswer.LONGEST, "words-" + id, words);
        return errors;
    }

    private TemplateInstance page(boolean answered, int page, Typed typed, FormErrors errors, String notice) {
        boolean editor = signedIn.isEditor();
        List<Choice> outcomes = Stream.of(ChallengeAnswer.Outcome.values())
                .filter(one -> one.closes && (editor || !one.isExplained()))
                .map(one -> new Choice(one.name(), one.inWords))
                .toList();
        return Templates.challenges(
                ChallengeList.of(database, answered, page), editor, outcomes, typed, errors, notice);
    }

    private Challenge locked(long id) {
        return LockedRow.of(database, Challenge.class, id).orElseThrow(NotFoundException::new);
    }

    private static Response to(String query) {
        return Response.seeOther(URI.create("/desk/challenges?" + query)).build();
    }
}
