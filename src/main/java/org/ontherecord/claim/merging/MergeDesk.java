package org.ontherecord.claim.merging;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

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
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Refusal;
import org.ontherecord.platform.Swap;

/** The merges of one claim: those made and taken back, the preview of a further one, and making it. */
@Path("/desk/claims/{id:\\d+}/merges")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class MergeDesk {
    private static final Logger LOG = Logger.getLogger(MergeDesk.class);

    @CheckedTemplate(basePath = "merging")
    static class Templates {
        static native TemplateInstance merges(
                Subject claim, List<MergedLine> merges, Picker picker, Undo undo, FormErrors errors, MergedLine done);

        static native TemplateInstance preview(MergePreview preview, MergeForm.Typed typed, FormErrors errors);
    }

    /** The claim whose merges are shown; {@code merged} is the number that answers for it, or null. */
    public record Subject(long id, String wording, Long merged, boolean mayMerge) {
        public String number() {
            return "C-" + id;
        }
    }

    /**
     * From what the claim that is to answer is chosen; both lists are empty for who may not merge.
     *
     * @param q the words or the number it was looked for by
     * @param chosen its number, or 0
     * @param reason what was typed for the preview before the number had to be changed, to stand there again
     */
    public record Picker(String q, long chosen, String reason, List<MergeChoice> likely, List<MergeChoice> found) {
        /** Whether there may be more than are shown. */
        public boolean isFull() {
            return found.size() == MergeChoices.MOST;
        }
    }

    /** What was typed to take a merge back; its number is 0 when nothing was. */
    public record Undo(long merge, String reason) {
        static final Undo NOTHING = new Undo(0, "");
    }

    private final EntityManager database;
    private final MergeChoices choices;
    private final Swap swap;
    private final SignedIn signedIn;
    private final Clock clock;

    MergeDesk(EntityManager database, MergeChoices choices, Swap swap, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.choices = choices;
        this.swap = swap;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    /** With a number the preview of that merge, for editors, unless claims are only looked for. */
    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public Response show(@RestPath long id, MergeQuery query, @RestQuery Long done) {
        Claim claim = claim(id);
        var errors = new FormErrors();
        if (!query.isForThePreview() || !signedIn.isEditor() || claim.mergedInto != null) {
            return Response.ok(page(claim, query, Undo.NOTHING, errors, done)).build();
        }
        Optional<Claim> kept = query.check(claim, errors);
        if (kept.isEmpty()) {
            return Response.status(422)
                    .entity(page(claim, query, Undo.NOTHING, errors, null))
                    .build();
        }
        var preview = MergePreview.of(database, claim, kept.get());
        return Response.ok(Templates.preview(preview, query.typed(), errors)).build();
    }

    @POST
    @RolesAllowed("EDITOR")
    @Transactional
    public Response merge(@RestPath long id, MergeForm form) {
        Account who = signedIn.account();
        Merge.hold(id, MergeForm.number(form.into));
        Claim claim = claim(id);
        var errors = new FormErrors();
        Optional<Merge> made = Merge.open(id);
        if (made.isPresent()) {
            Merge merge = made.get();
            if (merge.isMadeBy(who, MergeForm.number(form.into), form.typed().reason())) {
                return to(merge);
            }
            throw Refusal.outOfStep(
                    "%s has merged C-%d into C-%d already. Take that back first if it is wrong, at C-%d."
                            .formatted(merge.mergedBy.name, id, merge.intoClaim.id, id));
        }
        Optional<Claim> kept = MergeForm.other(claim, form.into, errors);
        if (kept.isEmpty()) {
            return Response.status(422)
                    .entity(page(claim, MergeQuery.of(form), Undo.NOTHING, errors, null))
                    .build();
        }
        var preview = MergePreview.of(database, claim, kept.get());
        if (!preview.seen().equals(form.seen)) {
            errors.add(
                    "preview",
                    "C-%d or C-%d was changed while you were deciding. Nothing was merged; read again what it does now."
                            .formatted(claim.id, kept.get().id));
            return refused(409, preview, form, errors);
        }
        preview.obstacles().forEach(obstacle -> errors.add("obstacles", obstacle.sentence()));
        errors.require(
                preview.draft() == null || form.draft != null,
                "draft",
                "Publish the draft first, or take over what is worth keeping and tick that nobody needs it.");
        String reason = MergeForm.reason(form.reason, "reason", errors);
        if (!errors.isEmpty()) {
            return refused(422, preview, form, errors);
        }
        Merge merge = Merge.make(claim, kept.get(), reason, who, clock.instant());
        LOG.infof("claim %d: merged into %d", claim.id, kept.get().id);
        return to(merge);
    }

    @POST
    @RolesAllowed("EDITOR")
    @Path("{merge:\\d+}/reversal")
    @Transactional
    public Response takeBack(@RestPath long id, @RestPath long merge, @RestForm @DefaultValue("") String reason) {
        Merge found = Merge.<Merge>findByIdOptional(merge)
                .filter(one -> one.claim.id == id || one.intoClaim.id == id)
                .orElseThrow(NotFoundException::new);
        var errors = new FormErrors();
        String why = MergeForm.reason(reason, "reason-" + merge, errors);
        if (!errors.isEmpty() && found.reversal().isEmpty()) {
            return Response.status(422)
                    .entity(page(claim(id), new MergeQuery(), new Undo(merge, why), errors, null))
                    .build();
        }
        found.takeBack(why, signedIn.account(), clock.instant());
        LOG.infof("claim %d: merge %d taken back", found.claim.id, merge);
        return to(found);
    }

    private Response refused(int status, MergePreview preview, MergeForm form, FormErrors errors) {
        return Response.status(status)
                .entity(Templates.preview(preview, form.typed(), errors))
                .build();
    }

    private TemplateInstance page(Claim claim, MergeQuery query, Undo undo, FormErrors errors, Long done) {
        List<MergedLine> merges = MergedLine.of(claim.id);
        MergedLine just = merges.stream()
                .filter(line -> done != null && line.id() == done)
                .findFirst()
                .orElse(null);
        var subject = new Subject(
                claim.id, claim.wording, claim.mergedInto == null ? null : claim.mergedInto.id, signedIn.isEditor());
        return Templates.merges(subject, merges, picker(claim, query), undo, errors, just);
    }

    /** What looks the same stands there already when only the claims found are asked for. */
    private Picker picker(Claim claim, MergeQuery query) {
        boolean mayChoose = signedIn.isEditor() && claim.mergedInto == null;
        return new Picker(
                query.words(),
                MergeForm.number(query.into),
                query.reason(),
                mayChoose && !swap.isInto("choices") ? choices.likely(claim) : List.of(),
                mayChoose ? choices.found(claim, query.words()) : List.of());
    }

    private static Claim claim(long id) {
        return Claim.<Claim>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response to(Merge merge) {
        return Response.seeOther(URI.create("/desk/claims/" + merge.intoClaim.id + "/merges?done=" + merge.id))
                .build();
    }
}
