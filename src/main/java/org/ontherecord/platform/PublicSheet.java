package org.ontherecord.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** The sheets of the public site, and those of embeds, one after the other, so that a browser asks for one and not for each. */
@Path("/css")
@PermitAll
@ApplicationScoped
public class PublicSheet {
    private final String site = joined("tokens", "base", "claim", "timeline");
    private final String embed = joined("tokens", "timeline", "frame");

    /** Named with its fingerprint, like the files: a browser may keep it for a year. */
    @GET
    @Path("public.css")
    @Produces("text/css; charset=UTF-8")
    @Operation(hidden = true)
    public Response site() {
        return keep(site);
    }

    @GET
    @Path("embed.css")
    @Produces("text/css; charset=UTF-8")
    @Operation(hidden = true)
    public Response embed() {
        return keep(embed);
    }

    private static Response keep(String css) {
        return Response.ok(css)
                .header(HttpHeaders.CACHE_CONTROL, "public, immutable, max-age=31536000")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
    }

    private static String joined(String... sheets) {
        return Stream.of(sheets).map(PublicSheet::read).collect(Collectors.joining("\n"));
    }

    private static String read(String sheet) {
        try (InputStream file = PublicSheet.class.getResourceAsStream("/META-INF/resources/css/" + sheet + ".css")) {
            String css = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
