package org.ontherecord.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.platform.FormErrors;

/** The door to the desk: signing in and out with a form, a session row and a cookie. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class SignIn {
    static final String DESK = "/desk";

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance signIn(String email, String next, boolean setUpWaiting, FormErrors errors);
    }

    private final Passwords passwords;
    private final SessionCookie cookie;
    private final Clock clock;

    SignIn(Passwords passwords, SessionCookie cookie, Clock clock) {
        this.passwords = passwords;
        this.cookie = cookie;
        this.clock = clock;
    }

    @GET
    @Path("sign-in")
    @Transactional
    public TemplateInstance form(@QueryParam("next") @DefaultValue(DESK) String next) {
        return Templates.signIn("", next, Account.count() == 0, new FormErrors());
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue(DESK) String next,
            RoutingContext request) {
        String address = request.request().remoteAddress().hostAddress();
        String normal = Account.normalEmail(email);
        var now = clock.instant();
        if (QuarkusTransaction.requiringNew().call(() -> SignInAttempt.tooManyFor(normal, address, now))) {
            return refused(
                    429, email, next, "Too many tries. Wait 15 minutes, then try again. Nobody has been locked out.");
        }
        Optional<Account> account;
        try {
            account = whoKnows(normal, password);
        } catch (Passwords.Busy e) {
            return refused(503, email, next, "Many people are signing in at this moment. Try again in a few seconds.");
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            SignInAttempt.record(normal, address, account.isPresent(), now);
            return account.map(known ->
                            open(known, next, BrowserName.of(request.request().getHeader("User-Agent")), now))
                    .orElseGet(() -> refused(
                            422, email, next, "We don't know this e-mail address and password together. Check both."));
        });
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response signOut(RoutingContext request) {
        Secret secret = cookie.read(request);
        if (secret != null) {
            SignInSession.end(secret, clock.instant());
        }
        return Response.seeOther(URI.create("/sign-in")).cookie(cookie.gone()).build();
    }

    /** Behind the door stands the inbox, where the day's work comes in. */
    @GET
    @Path("desk")
    @RolesAllowed("CHECKER")
    public Response desk() {
        return Response.seeOther(URI.create("/desk/inbox")).build();
    }

    /** What follows a right password, or what stands in its place. */
    Response open(Account account, String next, String browser, Instant now) {
        if (SecondFactor.isAskedOf(account)) {
            return Response.seeOther(CodePage.address(next))
                    .cookie(cookie.carrying(SignInSession.startAwaitingCode(account, browser, now)))
                    .build();
        }
        return Response.seeOther(safe(next))
                .cookie(cookie.carrying(SignInSession.start(account, browser, now)))
                .build();
    }

    /** The hash is computed outside any transaction: it takes long, and connections are few. */
    private Optional<Account> whoKnows(String email, String password) {
        Optional<Account> known = QuarkusTransaction.requiringNew().call(() -> Account.byEmail(email));
        if (known.isEmpty()) {
            passwords.matchNobody(password);
            return Optional.empty();
        }
        return known.filter(account -> passwords.matches(password, account) && !account.isDisabled());
    }

    private static Response refused(int status, String email, String next, String message) {
        return refused(status, email, next, "email", message);
    }

    static Response refused(int status, String email, String next, String field, String message) {
        var errors = new FormErrors();
        errors.add(field, message);
        return Response.status(status)
                .entity(Templates.signIn(email, next, false, errors))
                .build();
    }

    /** Only a path of our own desk: an address from outside must not choose where a signed-in person lands. */
    static URI safe(String next) {
        boolean ours = (next.equals(DESK) || next.startsWith(DESK + "/"))
                && next.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        try {
            return URI.create(ours ? next : DESK);
        } catch (IllegalArgumentException e) {
            return URI.create(DESK);
        }
    }
}
