package org.ontherecord.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

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
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Refusal;

/** Where a second person reads what changed and decides, and the author may take it back. */
@Path("/desk/claims/{id:\\d+}/review")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class HandoverDesk {
    private static final int LONGEST_NOTE = 2_000;

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance review(Comparison v);
    }

    private final SignedIn signedIn;
    private final Clock clock;

    HandoverDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestPath long id) {
        return page(review(id), Comparison.Decision.NONE, clock.instant());
    }

    @POST
    @Path("handovers")
    @Transactional
    public Response hand(
            @RestPath long id,
            @RestForm @DefaultValue("0") long revision,
            @RestForm @DefaultValue("") String step,
            @RestForm @DefaultValue("") String note) {
        Review review = review(id);
        Revision read = Revision.<Revision>findByIdOptional(revision).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        String said = CleanText.of(note);
        var errors = new FormErrors();
        errors.require(
                Stream.of(Handover.Step.values()).anyMatch(known -> known.name().equals(step)),
                "step",
                "Choose whether to approve this version or to return it.");
        errors.require(
                said.codePointCount(0, said.length()) <= LONGEST_NOTE,
                "note",
                "The note may have %,d characters at most.".formatted(LONGEST_NOTE));
        errors.require(!step.equals("RETURNED") || !said.isBlank(), "note", "Say in the note what should change.");
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(page(review, new Comparison.Decision(step, said, errors), now))
                    .build();
        }
        Account me = signedIn.account();
        var taken = Handover.Step.valueOf(step);
        try {
            switch (taken) {
                case SUBMITTED -> Handover.submit(review, read, me, now);
                case TAKEN_BACK -> Handover.takeBack(review, read, me, now);
                case RETURNED -> Handover.returnToAuthor(review, read, me, said, now);
                case APPROVED -> Handover.approve(review, read, me, said, now);
            }
        } catch (Refusal overtaken) {
            if (overtaken.because == Refusal.Because.NOT_ALLOWED || said.isBlank()) {
                throw overtaken;
            }
            errors.add("note", overtaken.getMessage() + " Your note is kept below.");
            return Response.status(overtaken.because.status)
                    .entity(page(review, new Comparison.Decision(step, said, errors), now))
                    .build();
        }
        String next = taken == Handover.Step.APPROVED
                ? "/review"
                : taken == Handover.Step.TAKEN_BACK ? "?done=taken-back" : "";
        return Response.seeOther(URI.create("/desk/claims/" + review.claim.id + next))
                .build();
    }

    private static Review review(long claimId) {
        return Claim.<Claim>findByIdOptional(claimId).flatMap(Review::of).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(Review review, Comparison.Decision decision, Instant now) {
        Revision revision = review.newest().orElseThrow(NotFoundException::new);
        var published = Verdict.newest(review.claim);
        // Once it is public, the newest version would be compared with itself; the one before tells more.
        var before = published
                .filter(verdict -> !verdict.revision.id.equals(revision.id))
                .or(() -> published.flatMap(verdict -> Verdict.before(verdict)))
                .map(Comparison.Basis::of)
                .or(() -> published.isPresent()
                        ? Optional.empty()
                        : Handover.lastReturned(revision).map(last -> Comparison.Basis.of(last, signedIn.account())));
        var file = ClaimFile.of(review.claim, now);
        return Templates.review(Comparison.of(
                file,
                Editor.said(review.claim, file),
                revision,
                before,
                Comparison.Reading.of(revision, signedIn.account()),
                rights(review, revision),
                decision));
    }

    private Comparison.Rights rights(Review review, Revision revision) {
        Account me = signedIn.account();
        boolean editor = signedIn.isEditor();
        boolean mine = revision.author.id.equals(me.id);
        boolean inReview = review.stage == Review.Stage.IN_REVIEW;
        boolean approved = review.stage == Review.Stage.APPROVED;
        String cannot = null;
        if (inReview && mine) {
            cannot = "You can't approve your own change. Another editor must.";
        } else if (inReview && !editor) {
            cannot = "Only editors can approve or return a version.";
        } else if (review.stage == Review.Stage.DRAFT) {
            cannot = "It is a draft. Nobody has sent it to review yet.";
        } else if (review.stage == Review.Stage.PUBLISHED) {
            cannot = "It is public. There is nothing to decide.";
        } else if (approved) {
            cannot = Handover.signer(revision)
                            .map(signer -> "Approved by " + signer.name + ".")
                            .orElse(null)
                    + (editor ? "" : " Only editors can publish.");
        }
        return new Comparison.Rights(
                inReview && editor && !mine, inReview && Handover.isBehind(revision, me), approved && editor, cannot);
    }
}
