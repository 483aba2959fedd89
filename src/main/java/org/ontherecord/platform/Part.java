package org.ontherecord.platform;

import io.vertx.ext.web.RoutingContext;

/** The part of the site an address belongs to. It decides what an error looks like and who may keep a copy. */
enum Part {
    /** Pages anybody may read and any cache may keep. */
    PUBLIC,
    /** JSON for programs. */
    API,
    /** The newsroom and the door to it: signed in, with forms and cookies, never kept. */
    DESK,
    /** Health, OpenAPI and the like. */
    OPERATING;

    static Part of(RoutingContext request) {
        String path = request.normalizedPath();
        if (isBelow(path, "/api") || path.equals("/oembed")) {
            return API;
        }
        if (isBelow(path, "/q")) {
            return OPERATING;
        }
        boolean desk = isBelow(path, "/desk")
                || isBelow(path, "/sign-in")
                || isBelow(path, "/sign-out")
                || isBelow(path, "/invitations");
        return desk ? DESK : PUBLIC;
    }

    private static boolean isBelow(String path, String top) {
        return path.equals(top) || path.startsWith(top + "/");
    }
}
