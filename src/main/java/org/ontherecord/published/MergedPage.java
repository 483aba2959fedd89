package org.ontherecord.published;

import java.net.URI;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * How addresses of a claim that was merged answer: 308 (RFC 9110, 15.4.9) to the same thing of the claim that answers for it.
 * Not to be kept for longer than a page, since a merge can be taken back.
 */
public final class MergedPage {
    private static final int PERMANENT_REDIRECT = 308;

    private MergedPage() {}

    public static Response moved(String address) {
        return Response.status(PERMANENT_REDIRECT).location(URI.create(address)).build();
    }

    /** The body names the claim that answers, for programs that do not follow. */
    public static Response moved(String address, MergedClaim merged) {
        return Response.fromResponse(moved(address))
                .type(MediaType.APPLICATION_JSON)
                .entity(merged)
                .build();
    }
}
