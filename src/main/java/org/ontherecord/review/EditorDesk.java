package org.ontherecord.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Refusal;
import org.ontherecord.review.copies.CopyJob;

/** The page of one claim: the editor in which its check is written, or for reading only while it is in review or merged. */
@Path("/desk/claims/{id:\\d+}")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class EditorDesk {
    private static final Map<String, String> NOTICES = Map.of(
            "added", "The claim is on the desk. Research it, then send it to review.",
            "linked", "The words are added to this claim.",
            "saved", "The draft is saved.",
            "unchanged", "Nothing was changed, so nothing was saved.",
            "sent", "The draft is saved and sent to review.",
            "discarded", "What was kept is discarded. Below stands what was saved last.",
            "taken-back", "You took it back. It is a draft again.",
            "published", "It is public now.");

    private static final String WENT_TO_REVIEW =
            "This claim was sent to review while you were writing, so nothing was saved."
                    + " What you typed stands below. Save it once the version is taken back or returned.";

    private static final String KEPT_MEANWHILE =
            "What you typed and did not save is kept for you, and stands in the editor once the version is taken back or returned.";

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance editor(Editor e, Earlier earlier, boolean mayPublish, boolean archive);

        static native TemplateInstance overview(
                ClaimFile file, List<Overview> parts, boolean mayTakeBack, boolean mayDecide, String notice);

        static native TemplateInstance merged(ClaimFile file, List<Overview> parts, long into);

        static native TemplateInstance conflict(Conflict c);
    }

    private final EarlierClaims earlierClaims;
    private final CopyJob copies;
    private final SignedIn signedIn;
    private final Clock clock;

    EditorDesk(EarlierClaims earlierClaims, CopyJob copies, SignedIn signedIn, Clock clock) {
        this.earlierClaims = earlierClaims;
        this.copies = copies;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath long id, @RestQuery @DefaultValue("") String done) {
        Claim claim = claim(id);
        Instant now = clock.instant();
        Optional<Review> review = Review.of(claim);
        if (claim.mergedInto != null) {
            Draft draft = review.map(Review::draft).orElseGet(() -> Draft.ofUnchecked(claim));
            return Templates.merged(ClaimFile.of(claim, now), Overview.of(draft), claim.mergedInto.id);
        }
        Optional<UnsavedText> kept = UnsavedText.of(claim, signedIn.account());
        if (review.isPresent() && review.get().stage == Review.Stage.IN_REVIEW) {
            return overview(review.get(), kept.isPresent() ? KEPT_MEANWHILE : NOTICES.get(done), now);
        }
        ClaimForm saved = ClaimForm.ofNewest(claim, review);
        Optional<UnsavedText> unsaved = kept.filter(text -> !text.form().saysTheSameAs(withDates(saved, claim, now)));
        return editor(
                claim,
                unsaved.map(UnsavedText::form).orElse(saved),
                new FormErrors(),
                NOTICES.get(done),
                now,
                unsaved.map(text -> text.keptAt).orElse(null));
    }

    @POST
    @Path("revisions")
    @Transactional
    public Response save(@RestPath long id, MultivaluedMap<String, String> sent) {
        Claim claim = claim(id);
        ClaimForm form = ClaimForm.typed(sent);
        if (claim.mergedInto != null) {
            throw Refusal.outOfStep(
                    "C-%d was merged into C-%d while you were writing, so nothing was saved. Go back to copy what you typed, and put it into C-%d."
                            .formatted(id, claim.mergedInto.id, claim.mergedInto.id));
        }
        Instant now = clock.instant();
        return formAgain(claim, form, now).orElseGet(() -> keep(claim, form, now));
    }

    /** On to the page of the claim, which says what was done. */
    static Response to(Claim claim, String done, String anchor) {
        return Response.seeOther(URI.create("/desk/claims/" + claim.id + "?done=" + done + anchor))
                .build();
    }

    /** For the buttons that change the form or look something up, and save nothing; empty for those that save. */
    private Optional<Response> formAgain(Claim claim, ClaimForm form, Instant now) {
        Account me = signedIn.account();
        var errors = new FormErrors();
        String wish = form.get("do");
        if (SourceCopies.isWish(wish)) {
            SourceCopies.act(claim, form, copies.isOn(), me, now, errors);
        } else if (!form.evidence().change(wish) && !wish.equals("preview")) {
            return earlierClaims
                    .act(form.typed, claim.id, me, now)
                    .map(earlier -> Response.ok(editor(Editor.of(claim, form, errors, null, now, me, null), earlier))
                            .build());
        }
        return Optional.of(Response.status(errors.isEmpty() ? 200 : 422)
                .entity(editor(claim, form, errors, null, now, null))
                .build());
    }

    private Response keep(Claim claim, ClaimForm form, Instant now) {
        Account me = signedIn.account();
        Review review = Review.open(claim, me, now);
        review.lock();
        Conflict.resolve(review, form);
        var errors = new FormErrors();
        Optional<Draft> read = new DraftReader(form, new OnRecord(now), errors).read(ClaimFile.today(now));
        var said = new TimesSaid(claim, form.typed, now, errors);
        if (!errors.isEmpty()) {
            return refused(422, editor(claim, form, errors, null, now, null));
        }
        Draft draft = read.orElseThrow();
        if (review.isSavedAlready(draft, me)) {
            form.typed.put("version", String.valueOf(review.version));
        }
        boolean stale = !form.get("version").equals(String.valueOf(review.version));
        if (stale && review.stage == Review.Stage.IN_REVIEW) {
            return refused(409, editor(claim, form, errors, WENT_TO_REVIEW, now, null));
        }
        var unchosen = stale ? new FormErrors() : Conflict.unchosen(review, form, draft);
        if (stale || !unchosen.isEmpty()) {
            return refused(stale ? 409 : 422, Templates.conflict(Conflict.of(review, form, draft, unchosen, now)));
        }
        boolean changed = review.save(draft, form.nextReview(review.nextReviewOn), review.version, me, now)
                .isPresent();
        boolean placed = said.keep(me, now);
        if (placed) {
            review.touch();
        }
        UnsavedText.forget(claim, me);
        String wish = form.get("do");
        if (wish.equals("submit")) {
            Revision newest = review.newest().orElseThrow(() -> Refusal.incomplete("There is nothing to review yet."));
            Handover.submit(review, newest, me, now);
            return to(claim, "sent", "");
        }
        return to(claim, changed || placed ? "saved" : "unchanged", wish.contains("said") ? "#said" : "");
    }

    private TemplateInstance editor(
            Claim claim, ClaimForm form, FormErrors errors, String notice, Instant now, Instant keptAt) {
        return editor(
                Editor.of(claim, form, errors, notice, now, signedIn.account(), keptAt), Earlier.notAsked(claim.id));
    }

    private TemplateInstance editor(Editor editor, Earlier earlier) {
        return Templates.editor(editor, earlier, signedIn.isEditor(), copies.isOn());
    }

    private TemplateInstance overview(Review review, String notice, Instant now) {
        Revision revision = review.newest().orElseThrow();
        Account me = signedIn.account();
        boolean mine = revision.author.id.equals(me.id);
        return Templates.overview(
                ClaimFile.of(review.claim, now),
                Overview.of(revision.draft()),
                Handover.isBehind(revision, me),
                signedIn.isEditor() && !mine,
                notice);
    }

    /** The form as a browser sends it back when nothing is typed: with the dates of "Times said", which the page adds. */
    private static ClaimForm withDates(ClaimForm form, Claim claim, Instant now) {
        Editor.said(claim, ClaimFile.of(claim, now)).stream()
                .filter(Editor.Said::open)
                .forEach(place -> form.typed.put(place.field(), place.date()));
        return form;
    }

    /** A refused form leaves nothing behind, not even the new person it named. */
    private static Response refused(int status, TemplateInstance page) {
        QuarkusTransaction.setRollbackOnly();
        return Response.status(status).entity(page).build();
    }

    private static Claim claim(long id) {
        return Claim.<Claim>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }
}
