package org.ontherecord.published;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** How to get the record as data: requests to copy with the answers they give today, what the fields mean, the licence. */
@Path("/data")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class DataPage {
    /** A request to copy, and its answer as it is now. */
    public record Example(String what, String address, String answer) {}

    @CheckedTemplate(basePath = "published")
    static class Templates {
        static native TemplateInstance data(String site, List<Example> examples, List<ScaleRating> ratings);
    }

    private final PublishedClaims claims;
    private final ObjectMapper json;
    private final Clock clock;

    DataPage(PublishedClaims claims, ObjectMapper json, Clock clock) {
        this.claims = claims;
        this.json = json;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@Context UriInfo address) {
        String site = address.getBaseUri().toString().replaceAll("/$", "");
        Instant now = clock.instant();
        AsOf today = AsOf.of(null, now);
        var query = ClaimQuery.all(today).paged(1, 1);
        ClaimList newest = claims.find(query);
        var examples = new ArrayList<Example>();
        examples.add(example("The newest verdict", "/api/v1/claims?limit=1", ClaimAnswer.of(newest, false)));
        var promises = query.with("kind", "promise").with("sort", "deadline");
        examples.add(example(
                "Promises by deadline",
                "/api/v1/claims?kind=promise&sort=deadline&limit=1",
                ClaimAnswer.of(claims.find(promises), false)));
        for (ClaimSummary claim : newest.claims()) {
            claims.byNumber(claim.number(), now)
                    .ifPresent(record -> examples.add(example(
                            "One claim with everything we publish about it",
                            "/api/v1/claims/" + claim.number(),
                            record)));
        }
        return Templates.data(site, examples, claims.scales());
    }

    private Example example(String what, String address, Object answer) {
        try {
            return new Example(
                    what, address, json.writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
