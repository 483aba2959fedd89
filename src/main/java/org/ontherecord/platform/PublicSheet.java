package org.ontherecord.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;

/** The sheets of the public site one after the other, so that a browser asks for one and not for each. */
@Path("/css/public.css")
@PermitAll
@ApplicationScoped
public class PublicSheet {
    private static final List<String> SHEETS = List.of("tokens", "base", "claim", "timeline");

    private final String css = SHEETS.stream().map(PublicSheet::read).collect(Collectors.joining("\n"));

    /** Named with its fingerprint, like the files: a browser may keep it for a year. */
    @GET
    @Produces("text/css; charset=UTF-8")
    @Operation(hidden = true)
    public Response show() {
        return Response.ok(css)
                .header(HttpHeaders.CACHE_CONTROL, "public, immutable, max-age=31536000")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)
                .build();
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
