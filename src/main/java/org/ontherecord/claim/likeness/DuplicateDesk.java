package org.ontherecord.claim.likeness;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.platform.Refusal;

/** Public claims that look alike, side by side, for a person to say what they are to each other, or to merge. Nothing is merged by itself. */
@Path("/desk/duplicates")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class DuplicateDesk {
    private static final Logger LOG = Logger.getLogger(DuplicateDesk.class);
    private static final String NOT_THE_SAME = "NOT_THE_SAME";

    @CheckedTemplate(basePath = "likeness")
    static class Templates {
        static native TemplateInstance duplicates(
                DuplicateList list, DuplicateList.Pair done, boolean mayRelate, List<RelationDesk.Choice> ways);
    }

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    DuplicateDesk(EntityManager database, SignedIn signedIn, Clock clock) {
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
            @RestQuery Long done) {
        var ways = Stream.of(Way.values())
                .filter(way -> way != Way.SAME)
                .map(way -> new RelationDesk.Choice(way.name(), way.inWords))
                .toList();
        DuplicateList.Pair just = done == null
                ? null
                : LikelyDuplicate.<LikelyDuplicate>findByIdOptional(done)
                        .map(found -> DuplicateList.pair(database, found))
                        .orElse(null);
        return Templates.duplicates(
                DuplicateList.of(database, show.equals("decided"), page), just, signedIn.isEditor(), ways);
    }

    /** NOT_THE_SAME, or a way the first claim stands to the second. "Same" is kept; merging is offered beside it. */
    @POST
    @Path("{id:\\d+}/answers")
    @Transactional
    public Response answer(
            @RestPath long id, @RestForm @DefaultValue("") String answer, @RestForm @DefaultValue("") String seen) {
        LikelyDuplicate pair = pair(id);
        Account who = signedIn.account();
        Instant now = clock.instant();
        Optional<Way> way = Way.named(answer);
        if (way.isEmpty() && !answer.equals(NOT_THE_SAME)) {
            throw Refusal.incomplete("Choose how the two claims stand to each other, then press the button again.");
        }
        PairState state = locked(pair);
        if (!state.seen().equals(seen)) {
            if (isAnswered(state, answer, who)) {
                return to(id);
            }
            throw Refusal.outOfStep(
                    state.isDecided()
                            ? "%s has decided on C-%d and C-%d already: %s. Take that back first if it is wrong."
                                    .formatted(state.by(), pair.claimId, pair.otherClaimId, state.outcome())
                            : "C-%d or C-%d was changed while you were deciding. Look at them again."
                                    .formatted(pair.claimId, pair.otherClaimId));
        }
        way.ifPresent(chosen -> Relation.add(state.one(), chosen, state.other(), null, who, now));
        if (way.isEmpty() || way.get() == Way.SAME) {
            LikenessDecision.record(likeness(pair), LikenessDecision.Answer.valueOf(answer), who, now);
        }
        LOG.infof("claims %d and %d: %s", pair.claimId, pair.otherClaimId, answer);
        return to(id);
    }

    /** Takes back what holds between the two: the answer, and the relations that are open. */
    @POST
    @Path("{id:\\d+}/reversal")
    @Transactional
    public Response takeBack(@RestPath long id) {
        LikelyDuplicate pair = pair(id);
        Account who = signedIn.account();
        Instant now = clock.instant();
        PairState state = locked(pair);
        state.relations().forEach(relation -> relation.withdraw("Taken back", who, now));
        LikenessDecision.record(likeness(pair), LikenessDecision.Answer.TAKEN_BACK, who, now);
        LOG.infof("claims %d and %d to decide again", pair.claimId, pair.otherClaimId);
        return to(id);
    }

    private PairState locked(LikelyDuplicate pair) {
        database.createNativeQuery("select id from claim where id in (:one, :other) order by id for update")
                .setParameter("one", pair.claimId)
                .setParameter("other", pair.otherClaimId)
                .getResultList();
        return PairState.of(pair.claimId, pair.otherClaimId);
    }

    /** The same button pressed twice. */
    private static boolean isAnswered(PairState state, String answer, Account who) {
        boolean related = Way.named(answer)
                .map(way -> state.relations().stream()
                        .anyMatch(open -> open.wayFrom(state.one().id) == way && open.addedBy.id.equals(who.id)))
                .orElse(false);
        return related
                || state.decision()
                        .filter(last -> last.answer.name().equals(answer) && last.decidedBy.id.equals(who.id))
                        .isPresent();
    }

    private static Likeness likeness(LikelyDuplicate pair) {
        return Likeness.ofClaims(pair.claimId, pair.otherClaimId);
    }

    private static LikelyDuplicate pair(long id) {
        return LikelyDuplicate.<LikelyDuplicate>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response to(long done) {
        return Response.seeOther(URI.create("/desk/duplicates?done=" + done)).build();
    }
}
