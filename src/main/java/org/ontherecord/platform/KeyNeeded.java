package org.ontherecord.platform;

import jakarta.ws.rs.container.ContainerResponseContext;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says to a program that was let in nowhere (401) what is missing, in the problem's detail. */
public class KeyNeeded {
    private static final String WHY = "org.ontherecord.key-refused";
    private static final String NONE_SENT =
            "This address needs an API key. Make one at /desk/keys and send it as: Authorization: Bearer <key>";

    /** Keeps with the request why the key it carried opens nothing. */
    public static void because(RoutingContext request, String sentence) {
        request.put(WHY, sentence);
    }

    /** Whether the request carried a key, though one that opens nothing. */
    public static boolean wasSent(RoutingContext request) {
        return request.get(WHY) != null;
    }

    @ServerResponseFilter
    void explain(ContainerResponseContext response, RoutingContext request) {
        if (response.getStatus() == 401
                && Part.of(request) == Part.API
                && response.getEntity() instanceof HttpProblem problem) {
            String why = request.get(WHY);
            response.setEntity(HttpProblem.builder(problem)
                    .withDetail(why == null ? NONE_SENT : why)
                    .build());
        }
    }
}
