package org.ontherecord.claim.likeness;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
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
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.SignedIn;
import org.ontherecord.article.CleanText;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;

/** The relations of one claim: what readers see of them, who added and withdrew which, and a form for a further one. */
@Path("/desk/claims/{id:\\d+}/relations")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class RelationDesk {
    private static final Logger LOG = Logger.getLogger(RelationDesk.class);

    private static final Map<String, String> NOTICES = Map.of(
            "added", "The relation is added. It stands on both public pages as soon as both claims are public.",
            "withdrawn", "The relation is withdrawn. It stays on record here.");

    @CheckedTemplate(basePath = "likeness")
    static class Templates {
        static native TemplateInstance relations(
                Subject claim, List<RelatedClaim> related, RelationForm.Typed typed, FormErrors errors, String notice);
    }

    /** The claim whose relations are shown. */
    public record Subject(long id, String wording, String speaker, boolean mayRelate, List<Choice> ways) {
        public String number() {
            return "C-" + id;
        }
    }

    /** A way to choose. */
    public record Choice(String name, String label) {}

    private final SignedIn signedIn;
    private final Clock clock;

    RelationDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance show(
            @RestPath long id, @RestQuery @DefaultValue("") String other, @RestQuery @DefaultValue("") String done) {
        var typed = new RelationForm.Typed("", CleanText.line(other, 20), "");
        return page(claim(id), typed, new FormErrors(), NOTICES.get(done));
    }

    @POST
    @Transactional
    public Response add(@RestPath long id, RelationForm form) {
        Claim claim = claim(id);
        var errors = new FormErrors();
        Optional<Claim> other = form.check(claim, errors);
        if (other.isEmpty()) {
            return Response.status(422)
                    .entity(page(claim, form.typed(), errors, null))
                    .build();
        }
        Way way = form.way().orElseThrow();
        Relation.add(claim, way, other.get(), form.note(), signedIn.account(), clock.instant());
        LOG.infof("claim %d: relation %s to %d", id, way, other.get().id);
        return to(id, "added");
    }

    @POST
    @Path("{relation:\\d+}/withdrawal")
    @Transactional
    public Response withdraw(@RestPath long id, @RestPath long relation, @RestForm @DefaultValue("") String why) {
        Relation found = Relation.<Relation>findByIdOptional(relation)
                .filter(one -> one.claim.id == id || one.otherClaim.id == id)
                .orElseThrow(NotFoundException::new);
        found.withdraw(CleanText.line(why, Relation.LONGEST_NOTE), signedIn.account(), clock.instant());
        LOG.infof("claim %d: relation %d withdrawn", id, relation);
        return to(id, "withdrawn");
    }

    private TemplateInstance page(Claim claim, RelationForm.Typed typed, FormErrors errors, String notice) {
        var ways = Stream.of(Way.values())
                .map(way -> new Choice(way.name(), way.inWords))
                .toList();
        var subject = new Subject(
                claim.id, claim.wording, claim.speaker == null ? null : claim.speaker.name, signedIn.isEditor(), ways);
        return Templates.relations(subject, RelatedClaim.of(claim.id), typed, errors, notice);
    }

    private static Claim claim(long id) {
        return Claim.<Claim>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response to(long claim, String done) {
        return Response.seeOther(URI.create("/desk/claims/" + claim + "/relations?done=" + done))
                .build();
    }
}
