package org.ontherecord.platform;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Who may keep a copy of an answer and for how long, and "you have it already" for those who ask with its tag. */
class Caching {
    static final String PUBLIC = "public, max-age=60, stale-while-revalidate=600";
    static final String NEVER = "private, no-store";

    /** After Qute has rendered. */
    private static final int AFTER_RENDERING = 1000;

    private final ObjectMapper json;

    Caching(ObjectMapper json) {
        this.json = json;
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
            tag(asked, response);
        }
    }

    /** Weak, since the same page may come compressed or not. Made of what is sent, so it changes when that does. */
    private void tag(ContainerRequestContext asked, ContainerResponseContext response) {
        byte[] body = bytes(response);
        String tag = "W/\"" + fingerprint(body) + "\"";
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        if (knows(asked.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatus(304);
            response.setEntity(null);
        }
    }

    private byte[] bytes(ContainerResponseContext response) {
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
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*")
                                || known.replaceFirst("^W/", "").equals(tag.substring(2)));
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
