package org.ontherecord.account;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.FormErrors;

/** The second step of signing in, for those who have a second factor: a code from the app or from paper. */
@Path("/sign-in/code")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class CodePage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance code(String next, FormErrors errors);
    }

    private final SessionCookie cookie;
    private final Clock clock;

    CodePage(SessionCookie cookie, Clock clock) {
        this.cookie = cookie;
        this.clock = clock;
    }

    static URI address(String next) {
        return URI.create("/sign-in/code?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8));
    }

    @GET
    public Response form(@RestQuery @DefaultValue("/desk") String next, RoutingContext request) {
        Secret secret = cookie.read(request);
        boolean waits = secret != null
                && QuarkusTransaction.requiringNew()
                        .call(() -> SignInSession.awaitingCode(secret, clock.instant())
                                .isPresent());
        return waits ? Response.ok(Templates.code(next, new FormErrors())).build() : toSignIn(next);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enter(
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("/desk") String next,
            RoutingContext request) {
        Secret secret = cookie.read(request);
        String address = request.request().remoteAddress().hostAddress();
        return secret == null
                ? toSignIn(next)
                : QuarkusTransaction.requiringNew().call(() -> enter(secret, code, next, address, clock.instant()));
    }

    private Response enter(Secret secret, String code, String next, String address, Instant now) {
        SignInSession waiting = SignInSession.awaitingCode(secret, now).orElse(null);
        if (waiting == null) {
            return toSignIn(next);
        }
        Account account = waiting.account;
        if (SignInAttempt.tooManyFor(account.email, address, now)) {
            return refused(429, next, "Too many tries. Wait 15 minutes, then try again. Nobody has been locked out.");
        }
        SecondFactor factor = SecondFactor.of(account).orElse(null);
        boolean byApp = factor == null || code.length() <= 100 && factor.takes(code, now);
        boolean byPaper = !byApp && code.length() <= 100 && factor.takesRecovery(code, now);
        SignInAttempt.record(account.email, address, byApp || byPaper, now);
        if (!byApp && !byPaper) {
            return refused(
                    422, next, "This code opens nothing. Type the six digits the app shows now; each code works once.");
        }
        if (byPaper) {
            AuditEvent.record(account, "recovery code used", "account", account.id, null, null, now);
        }
        waiting.end(now);
        return Response.seeOther(SignIn.safe(next))
                .cookie(cookie.carrying(SignInSession.start(account, waiting.browser, now)))
                .build();
    }

    private static Response toSignIn(String next) {
        return Response.seeOther(URI.create("/sign-in?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8)))
                .build();
    }

    private static Response refused(int status, String next, String message) {
        var errors = new FormErrors();
        errors.add("code", message);
        return Response.status(status).entity(Templates.code(next, errors)).build();
    }
}
