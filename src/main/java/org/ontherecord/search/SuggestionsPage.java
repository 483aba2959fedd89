package org.ontherecord.search;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestQuery;

/** Names for the words typed so far, which a script offers below the search box. */
@Path("/claims/suggestions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class SuggestionsPage {
    private static final int EACH = 4;

    private final SearchNames names;
    private final Clock clock;

    SuggestionsPage(SearchNames names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    @GET
    public List<String> suggest(@RestQuery String q) {
        return q == null
                ? List.of()
                : names.named(q, clock.instant(), EACH).stream()
                        .map(SearchName::name)
                        .distinct()
                        .toList();
    }
}
