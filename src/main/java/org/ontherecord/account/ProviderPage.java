package org.ontherecord.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Signing in by the newsroom's identity provider. Quarkus leads the person there and checks what comes back (OpenID Connect
 * Core, code flow); what follows is what follows a right password.
 */
@Path(NewsroomProvider.ADDRESS)
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ProviderPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance providerRefused(String sentence);
    }

    private static final Logger LOG = Logger.getLogger(ProviderPage.class);

    private static final Map<Integer, String> FAULTS = Map.of(
            ErrorCodes.EXPIRED, "the token has expired",
            ErrorCodes.ISSUER_INVALID, "the token is of another issuer",
            ErrorCodes.AUDIENCE_INVALID, "the token is for another client",
            ErrorCodes.SIGNATURE_INVALID, "the token is signed with a key the provider does not publish");

    private final SecurityIdentity identity;
    private final NewsroomProvider provider;
    private final SignIn signIn;
    private final Clock clock;

    ProviderPage(SecurityIdentity identity, NewsroomProvider provider, SignIn signIn, Clock clock) {
        this.identity = identity;
        this.provider = provider;
        this.signIn = signIn;
        this.clock = clock;
    }

    @GET
    public Response enter(RoutingContext request) {
        if (identity.getCredential(IdTokenCredential.class) == null) {
            return Response.seeOther(URI.create(SignIn.DESK)).build();
        }
        var token = (JsonWebToken) identity.getPrincipal();
        Optional<String> email = confirmedEmail(token);
        if (email.isEmpty()) {
            return refused(
                    403,
                    "No confirmed e-mail address came from " + provider.name()
                            + ". Confirm yours there, then try again.");
        }
        String browser = BrowserName.of(request.request().getHeader("User-Agent"));
        return QuarkusTransaction.requiringNew().call(() -> enter(email.get(), browser, clock.instant()));
    }

    /** Only who was invited has an account; the role is the one given here. */
    private Response enter(String email, String browser, Instant now) {
        Account account = Account.byEmail(email).orElse(null);
        if (account == null) {
            return refused(
                    403,
                    "Nobody at this desk has the e-mail address " + email
                            + ". Ask an administrator of this desk for an invitation to it.");
        }
        return account.isDisabled()
                ? refused(403, "Your account is closed. An administrator of this desk can let you in again.")
                : signIn.open(account, SignIn.DESK, browser, now);
    }

    /** Everything that is wrong with what came back: another's answer, a forged, stale or broken one, or a "no". */
    @ServerExceptionMapper
    public Response failed(AuthenticationCompletionException e) {
        LOG.warnf("A sign-in by the identity provider was not accepted: %s", why(e));
        return failed(
                401,
                "What came back from " + provider.name()
                        + " could not be accepted: it took too long, was broken off, or was not meant for us.");
    }

    @ServerExceptionMapper
    public Response failed(OIDCException e) {
        return away();
    }

    /** Leads to the provider, as Quarkus would; only that it would say "401" when the provider cannot be asked where to. */
    @ServerExceptionMapper
    public Uni<Response> lead(UnauthorizedException nobodyYet, RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(request)
                .map(ProviderPage::led)
                .onFailure()
                .recoverWithItem(this::away);
    }

    private static Response led(ChallengeData way) {
        if (way == null) {
            return Response.status(Response.Status.UNAUTHORIZED).build();
        }
        var answer = Response.status(way.status);
        return way.headerName == null
                ? answer.build()
                : answer.header(way.headerName.toString(), way.headerContent).build();
    }

    private Response away() {
        return failed(503, provider.name() + " does not answer. Try again in a minute, or use your password.");
    }

    /** For the operator, without what the token says about a person; Quarkus's own line has all of it and is switched off. */
    private static String why(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException token) {
                return token.getErrorDetails().stream()
                        .map(detail -> FAULTS.getOrDefault(detail.getErrorCode(), "the token breaks another rule"))
                        .distinct()
                        .collect(Collectors.joining(", "));
            }
        }
        Throwable first = failure.getCause() == null ? failure : failure.getCause();
        return first.getClass().getSimpleName();
    }

    private static Response failed(int status, String sentence) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(Templates.providerRefused(sentence))
                .build();
    }

    private static Optional<String> confirmedEmail(JsonWebToken token) {
        boolean confirmed = "true".equals(String.valueOf((Object) token.getClaim("email_verified")));
        return confirmed ? Optional.ofNullable(token.<String>getClaim("email")) : Optional.empty();
    }

    private static Response refused(int status, String message) {
        return SignIn.refused(status, "", SignIn.DESK, "provider", message);
    }
}
