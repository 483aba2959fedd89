package org.ontherecord.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Who may keep a copy of an answer and for how long, and "you have it already" for those who ask with its tag. */
class Caching {
    static final String PUBLIC = "public, max-age=60, stale-while-revalidate=600";
    static final String NEVER = "private, no-store";

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** After Qute has rendered. */
    private static final int AFTER_RENDERING = 1000;

    private final ObjectMapper json;
    private final LastChange lastChange;

    Caching(ObjectMapper json, LastChange lastChange) {
        this.json = json;
        this.lastChange = lastChange;
    }

    @ServerResponseFilter(priority = AFTER_RENDERING)
    void mark(ContainerRequestContext asked, ContainerResponseContext response, RoutingContext request) {
        var headers = response.getHeaders();
        if (headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        Part part = Part.of(request);
        HttpMethod method = request.request().method();
        boolean read = method == HttpMethod.GET || method == HttpMethod.HEAD;
        if (part == Part.DESK || part == Part.OPERATING || !read || response.getStatus() >= 400) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, part == Part.DESK ? NEVER : "no-store");
            return;
        }
        headers.putSingle(HttpHeaders.CACHE_CONTROL, PUBLIC);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (MediaType.TEXT_HTML_TYPE.isCompatible(response.getMediaType())) {
            headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            headers.add(HttpHeaders.VARY, HttpHeaders.COOKIE);
        }
        if (response.getStatus() == 200 && response.hasEntity()) {
            tag(response);
            date(response);
            if (isKnown(asked, response.getHeaders())) {
                response.setStatus(304);
                response.setEntity(null);
            }
        }
    }

    /** Weak, since the same page may come compressed or not. Made of what is sent, so it changes when that does. */
    private void tag(ContainerResponseContext response) {
        // Setting the entity makes new headers, so they are asked for after it.
        String tag = "W/\"" + fingerprint(bytes(response)) + "\"";
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    }

    private void date(ContainerResponseContext response) {
        lastChange
                .moment()
                .ifPresent(moment -> response.getHeaders().putSingle(HttpHeaders.LAST_MODIFIED, httpDate(moment)));
    }

    /** The tag is exact, so a date counts only from those who have no tag (RFC 9110, 13.2.2). */
    private static boolean isKnown(ContainerRequestContext asked, MultivaluedMap<String, Object> headers) {
        String tags = asked.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (tags != null) {
            return knows(tags, (String) headers.getFirst(HttpHeaders.ETAG));
        }
        Instant since = moment(asked.getHeaderString(HttpHeaders.IF_MODIFIED_SINCE));
        Instant changed = moment((String) headers.getFirst(HttpHeaders.LAST_MODIFIED));
        return since != null && changed != null && !changed.isAfter(since);
    }

    private static String httpDate(Instant moment) {
        return HTTP_DATE.format(moment.atOffset(ZoneOffset.UTC));
    }

    /** Null for none, and for what is no HTTP date, which is to be ignored. */
    private static Instant moment(String httpDate) {
        try {
            return httpDate == null ? null : HTTP_DATE.parse(httpDate, Instant::from);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private byte[] bytes(ContainerResponseContext response) {
        if (response.getEntity() instanceof byte[] bytes) {
            return bytes;
        }
        if (response.getEntity() instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            byte[] body = json.writeValueAsBytes(response.getEntity());
            response.setEntity(body, response.getEntityAnnotations(), response.getMediaType());
            return body;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean knows(String ifNoneMatch, String tag) {
        return Arrays.stream(ifNoneMatch.split(","))
                .map(String::strip)
                .anyMatch(known ->
                        known.equals("*") || known.replaceFirst("^W/", "").equals(tag.substring(2)));
    }

    private static String fingerprint(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
