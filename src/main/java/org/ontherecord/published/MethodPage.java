package org.ontherecord.published;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** How this record is made and by whom. The ratings come from the scale tables, the examples from the record itself. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class MethodPage {
    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance howWeRate(List<Explained> promises, List<Explained> statements);

        static native TemplateInstance howWeChoose();

        static native TemplateInstance about();

        static native TemplateInstance accessibility();
    }

    /** A rating and the claim that got it last, if there is one. */
    public record Explained(ScaleRating rating, ClaimSummary example) {}

    private final PublishedClaims claims;
    private final Clock clock;

    MethodPage(PublishedClaims claims, Clock clock) {
        this.claims = claims;
        this.clock = clock;
    }

    @GET
    @Path("how-we-rate")
    public TemplateInstance howWeRate() {
        Map<String, ClaimSummary> examples = claims.oneOfEachRating(clock.instant()).stream()
                .collect(Collectors.toMap(claim -> claim.verdict().code(), Function.identity()));
        Map<String, List<Explained>> scales = claims.scales().stream()
                .map(rating -> new Explained(rating, examples.get(rating.code())))
                .collect(Collectors.groupingBy(one -> one.rating().kind()));
        return Templates.howWeRate(
                scales.getOrDefault("promise", List.of()), scales.getOrDefault("statement", List.of()));
    }

    @GET
    @Path("how-we-choose")
    public TemplateInstance howWeChoose() {
        return Templates.howWeChoose();
    }

    @GET
    @Path("about")
    public TemplateInstance about() {
        return Templates.about();
    }

    @GET
    @Path("accessibility")
    public TemplateInstance accessibility() {
        return Templates.accessibility();
    }
}
