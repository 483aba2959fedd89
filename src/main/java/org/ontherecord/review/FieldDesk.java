package org.ontherecord.review;

import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.platform.FormErrors;

/** Reading a revision field by field: ticking what was seen, saying something about a field, and settling that. */
@Path("/desk/claims/{id:\\d+}/fields")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FieldDesk {
    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance comment(CommentPage p);
    }

    /** A comment that was refused, with what was typed. */
    public record CommentPage(long claim, long revision, String field, String label, String text, FormErrors errors) {}

    private final SignedIn signedIn;
    private final Clock clock;

    FieldDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @POST
    @Path("{field}/seen")
    @Transactional
    public Response tick(
            @RestPath long id,
            @RestPath String field,
            @RestForm @DefaultValue("0") long revision,
            @RestForm @DefaultValue("yes") String seen,
            @RestForm @DefaultValue("") String next) {
        Revision read = revision(id, revision);
        Part part = part(field);
        if (seen.equals("no")) {
            SeenField.untick(read, part, signedIn.account());
            return toReview(id, field);
        }
        SeenField.tick(read, part, signedIn.account(), clock.instant());
        return toReview(id, known(next).map(Part::anchor).orElse("done"));
    }

    @POST
    @Path("{field}/comments")
    @Transactional
    public Response comment(
            @RestPath long id,
            @RestPath String field,
            @RestForm @DefaultValue("0") long revision,
            @RestForm @DefaultValue("") String text) {
        Revision read = revision(id, revision);
        Part part = part(field);
        String said = CleanText.of(text).strip();
        var errors = new FormErrors();
        errors.require(!said.isEmpty(), "text", "Write what you want to say about this field.");
        errors.require(
                said.codePointCount(0, said.length()) <= FieldComment.LONGEST,
                "text",
                "A comment may have %,d characters at most.".formatted(FieldComment.LONGEST));
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.comment(new CommentPage(id, revision, field, part.label, said, errors)))
                    .build();
        }
        FieldComment.write(read, part, said, signedIn.account(), clock.instant());
        return toReview(id, field);
    }

    @POST
    @Path("{field}/comments/{comment:\\d+}/settlement")
    @Transactional
    public Response settle(
            @RestPath long id,
            @RestPath String field,
            @RestPath long comment,
            @RestForm @DefaultValue("") String from) {
        FieldComment told = FieldComment.<FieldComment>findByIdOptional(comment)
                .filter(one -> one.revision.review.claim.id == id && one.field == part(field))
                .orElseThrow(NotFoundException::new);
        told.settle(signedIn.account(), clock.instant());
        return from.equals("claim") ? to("/desk/claims/" + id + "#comments-title") : toReview(id, field);
    }

    private static Revision revision(long claim, long id) {
        return Revision.<Revision>findByIdOptional(id)
                .filter(revision -> revision.review.claim.id == claim)
                .orElseThrow(NotFoundException::new);
    }

    private static Part part(String anchor) {
        return known(anchor).orElseThrow(NotFoundException::new);
    }

    private static Optional<Part> known(String anchor) {
        return Stream.of(Part.values())
                .filter(part -> part.anchor().equals(anchor))
                .findFirst();
    }

    private static Response toReview(long claim, String field) {
        return to("/desk/claims/" + claim + "/review#field-" + field);
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
