package org.ontherecord.published.feed;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.NotUnderstood;
import org.ontherecord.platform.Site;
import org.ontherecord.platform.Wording;
import org.ontherecord.published.ClaimQuery;
import org.ontherecord.published.PublicationList;
import org.ontherecord.published.PublishedChanges;

/**
 * What the record publishes, for feed readers: all of it, corrections only, or on the claims of any filtered list.
 * The address says the format: some readers ask for RSS only, and are given Atom rather than a refusal.
 */
@Path("/feeds")
@PermitAll
public class VerdictFeed {
    private static final String NAME = "{name: verdicts|corrections|claims}";
    private static final Set<String> FILTERS =
            Set.of("q", "kind", "verdict", "person", "topic", "from", "to", "year", "language");

    private final PublishedChanges changes;
    private final Site site;
    private final ObjectMapper json;
    private final Clock clock;

    VerdictFeed(PublishedChanges changes, Site site, ObjectMapper json, Clock clock) {
        this.changes = changes;
        this.site = site;
        this.json = json;
        this.clock = clock;
    }

    @GET
    @Path(NAME + ".atom")
    @Produces(MediaType.WILDCARD)
    public Response atom(@RestPath String name, @Context UriInfo address) {
        return Response.ok(
                        AtomWriter.write(feed(name, address.getQueryParameters())), AtomWriter.TYPE + ";charset=UTF-8")
                .build();
    }

    @GET
    @Path(NAME + ".json")
    @Produces(MediaType.WILDCARD)
    public Response json(@RestPath String name, @Context UriInfo address) throws JsonProcessingException {
        String text = json.writeValueAsString(JsonFeed.of(feed(name, address.getQueryParameters())));
        return Response.ok(text, JsonFeed.TYPE + ";charset=UTF-8").build();
    }

    private Feed feed(String name, MultivaluedMap<String, String> asked) {
        boolean filtered = name.equals("claims");
        refuseUnknown(asked.keySet(), filtered);
        ClaimQuery query = ClaimQuery.followed(asked::getFirst, clock.instant());
        boolean corrections = name.equals("corrections");
        PublicationList list = changes.find(query, corrections ? PublishedChanges.CORRECTIONS : PublishedChanges.ALL);
        if (list.page() > list.pages()) {
            throw new NotFoundException("This feed has no page " + list.page() + ".");
        }
        return new Feed(
                site,
                filtered ? title(query, list) : corrections ? "On the Record: corrections" : "On the Record: verdicts",
                filtered ? query.today() : corrections ? "/corrections" : "/claims",
                "/feeds/" + name,
                query.filterAddress(),
                list);
    }

    /** "On the Record: promises by Donald Trump on Ukraine, Broken". */
    private static String title(ClaimQuery query, PublicationList list) {
        var first = list.publications().stream().findFirst();
        var words = new ArrayList<String>();
        words.add(query.kind() == null ? "claims" : query.kind() + "s");
        if (query.person() != null) {
            words.add(
                    "by " + first.map(newest -> newest.claim().speaker().name()).orElse("person " + query.person()));
        }
        if (query.topic() != null) {
            words.add("on " + query.topic());
        }
        if (query.q() != null) {
            words.add("with “" + query.q() + "”");
        }
        if (query.from() != null) {
            words.add("first said from " + Wording.day(query.from()));
        }
        if (query.to() != null) {
            words.add((query.from() == null ? "first said until " : "until ") + Wording.day(query.to()));
        }
        if (query.verdict() != null) {
            words.add("rated " + first.map(newest -> newest.verdict().label()).orElse(query.verdict()));
        }
        return "On the Record: " + String.join(" ", words);
    }

    private static void refuseUnknown(Set<String> given, boolean filtered) {
        var known = new TreeSet<String>(List.of("page"));
        if (filtered) {
            known.addAll(FILTERS);
        }
        given.stream()
                .filter(name -> !known.contains(name))
                .sorted()
                .findFirst()
                .ifPresent(name -> {
                    throw new NotUnderstood(
                            "There is no parameter “" + name + "” here. Use any of: " + String.join(", ", known) + ".");
                });
    }
}
