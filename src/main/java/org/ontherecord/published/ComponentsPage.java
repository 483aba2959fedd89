package org.ontherecord.published;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Site;
import org.ontherecord.published.timeline.RibbonLine;
import org.ontherecord.published.timeline.StepList;
import org.ontherecord.published.timeline.TimelineExamples;
import org.ontherecord.published.timeline.TimelineMessages;
import org.ontherecord.published.timeline.TimelineModel;

/** Every component in every state on one page, for those who change them; it does not exist in production. */
@IfBuildProfile(anyOf = {"dev", "test"})
@Path("/dev/ui")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class ComponentsPage {
    @CheckedTemplate(basePath = "dev")
    static class Templates {
        static native TemplateInstance components(
                List<ScaleRating> promises,
                List<ScaleRating> statements,
                List<Ribbon> ribbons,
                RatingCounts counts,
                FormErrors errors,
                AsOf past);

        static native TemplateInstance timeline(String name, TimelineModel figure, StepList steps);

        static native TemplateInstance deskComponents();
    }

    /** One of the examples, by its name. */
    public record Ribbon(int number, String name, RibbonLine line) {}

    private final PublishedClaims claims;
    private final Site site;
    private final Clock clock;

    ComponentsPage(PublishedClaims claims, Site site, Clock clock) {
        this.claims = claims;
        this.site = site;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show() {
        List<ScaleRating> ratings = claims.scales();
        var ribbons = new ArrayList<Ribbon>();
        TimelineExamples.all()
                .forEach((name, events) -> ribbons.add(new Ribbon(
                        ribbons.size() + 1,
                        name,
                        RibbonLine.of("example-" + (ribbons.size() + 1), events, TimelineExamples.NOW))));
        var errors = new FormErrors();
        errors.add("wrong", "Write the exact words of the claim.");
        errors.add("wrong-day", "“32 March” is no day. Write it as in 8 Nov 2024.");
        return Templates.components(
                of("promise", ratings),
                of("statement", ratings),
                ribbons,
                counts(),
                errors,
                AsOf.of("2024-12-01", clock.instant()));
    }

    @GET
    @Path("timelines/{number: [1-9][0-9]?}")
    public TemplateInstance timeline(@RestPath int number) {
        var examples = List.copyOf(TimelineExamples.all().entrySet());
        if (number > examples.size()) {
            throw new NotFoundException("There are only " + examples.size() + " examples.");
        }
        var example = examples.get(number - 1);
        var say = site.language().words(TimelineMessages.class);
        var subject = new TimelineModel.Subject("timeline", example.getKey(), "#steps", "/data");
        return Templates.timeline(
                example.getKey(),
                TimelineModel.of(subject, example.getValue(), TimelineExamples.NOW, say),
                StepList.of(example.getValue(), TimelineExamples.NOW, say));
    }

    @GET
    @Path("desk")
    public TemplateInstance desk() {
        return Templates.deskComponents();
    }

    private static List<ScaleRating> of(String kind, List<ScaleRating> ratings) {
        return ratings.stream().filter(rating -> rating.kind().equals(kind)).toList();
    }

    private static RatingCounts counts() {
        return new RatingCounts(List.of(
                new RatingCounts.RatingCount("promise.kept", "Kept", "pos2", "promise", 1),
                new RatingCounts.RatingCount("promise.compromise", "Compromise", "pos1", "promise", 12),
                new RatingCounts.RatingCount("promise.broken", "Broken", "neg2", "promise", 40),
                new RatingCounts.RatingCount("promise.cant-be-rated", "Can't be rated", "unk", "promise", 41),
                new RatingCounts.RatingCount("accuracy.true", "True", "pos2", "statement", 250),
                new RatingCounts.RatingCount("withdrawn", "Withdrawn", "none", "statement", 2)));
    }
}
