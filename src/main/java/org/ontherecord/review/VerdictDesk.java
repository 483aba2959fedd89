package org.ontherecord.review;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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

import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Refusal;

/** Publishing: an approved revision becomes a verdict, with its kind and a reason for readers. */
@Path("/desk/reviews/{id:\\d+}/verdicts")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class VerdictDesk {
    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance publish(Page p);
    }

    /** A kind of publication to choose. */
    public record KindChoice(String name, String label, String meaning) {}

    /** The page as its template needs it. */
    public record Page(
            ClaimFile file,
            boolean mayPublish,
            List<KindChoice> kinds,
            String kind,
            String reason,
            LocalDate inForceFrom,
            List<PublishCheck.Item> blocks,
            List<String> readersWillSee,
            String refusal,
            boolean approved,
            String withoutReview,
            FormErrors errors) {}

    private final SignedIn signedIn;
    private final Clock clock;

    VerdictDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Path("new")
    @Transactional
    public TemplateInstance form(@RestPath long id) {
        Review review = Review.<Review>findByIdOptional(id).orElseThrow(NotFoundException::new);
        Revision revision = review.newest().orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        var blocks = PublishCheck.of(revision, null, now).blocks();
        String kind = Verdict.newest(review.claim).isEmpty() ? "ORIGINAL" : "";
        var publication = new PublishCheck.Publication(null, "", "");
        return page(review, revision, kind, publication, blocks, null, new FormErrors(), now);
    }

    @POST
    @Transactional
    public Response publish(
            @RestPath long id,
            @RestForm @DefaultValue("0") long revision,
            @RestForm @DefaultValue("") String kind,
            @RestForm("public_reason") @DefaultValue("") String publicReason,
            @RestForm @DefaultValue("") String how,
            @RestForm("without_review") @DefaultValue("") String withoutReview) {
        Review review = Review.<Review>findByIdOptional(id).orElseThrow(NotFoundException::new);
        Revision approved = Revision.<Revision>findByIdOptional(revision).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        String reason = CleanText.of(publicReason).strip();
        Verdict.Kind known = Stream.of(Verdict.Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(null);
        String because = CleanText.of(withoutReview).strip();
        var publication = new PublishCheck.Publication(known, reason, how.equals("without-review") ? because : null);
        try {
            Verdict.publish(review, approved, signedIn.account(), publication, now);
            return Response.seeOther(URI.create("/desk/claims/" + review.claim.id + "?done=published"))
                    .build();
        } catch (Refusal refusal) {
            if (refusal.because == Refusal.Because.NOT_ALLOWED) {
                throw refusal;
            }
            var errors = new FormErrors();
            List<PublishCheck.Item> blocks = refusal instanceof Blocked blocked ? blocked.blocks : List.of();
            blocks.stream()
                    .filter(item -> item.link().equals("#publication-kind")
                            || item.link().equals("#public_reason")
                            || item.link().equals(PublishCheck.WITHOUT_REVIEW))
                    .forEach(item -> errors.add(item.link().substring(1), item.sentence()));
            String sentence = blocks.isEmpty() ? refusal.getMessage() : null;
            var others = blocks.stream()
                    .filter(item -> errors.of(item.link().substring(1)) == null)
                    .toList();
            return Response.status(refusal.because.status)
                    .entity(page(
                            review,
                            approved,
                            kind,
                            new PublishCheck.Publication(known, reason, because),
                            others,
                            sentence,
                            errors,
                            now))
                    .build();
        }
    }

    private TemplateInstance page(
            Review review,
            Revision revision,
            String kind,
            PublishCheck.Publication typed,
            List<PublishCheck.Item> blocks,
            String refusal,
            FormErrors errors,
            Instant now) {
        var published = Verdict.newest(review.claim);
        var kinds = Stream.of(Verdict.Kind.values())
                .filter(each -> (each == Verdict.Kind.ORIGINAL) == published.isEmpty())
                .map(each -> new KindChoice(each.name(), each.label, each.meaning))
                .toList();
        return Templates.publish(new Page(
                ClaimFile.of(review.claim, now),
                signedIn.isEditor(),
                kinds,
                kind,
                typed.publicReason(),
                revision.inForceFrom,
                blocks,
                Comparison.readersWillSee(revision, published.map(verdict -> verdict.revision.draft())),
                refusal,
                review.stage == Review.Stage.APPROVED || review.stage == Review.Stage.PUBLISHED,
                typed.withoutReview(),
                errors));
    }
}
