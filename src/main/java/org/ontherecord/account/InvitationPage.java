package org.ontherecord.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
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
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.FormErrors;

/** Where a one-time link leads: the first ADMIN sets up the desk, others join with the role they were given. */
@Path("/invitations/{secret}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class InvitationPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance join(
                String secret, boolean setUp, Role role, String email, String name, FormErrors errors);

        static native TemplateInstance linkIsUsed();
    }

    private final Passwords passwords;
    private final SessionCookie cookie;
    private final Clock clock;

    InvitationPage(Passwords passwords, SessionCookie cookie, Clock clock) {
        this.passwords = passwords;
        this.cookie = cookie;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Response form(@RestPath String secret) {
        return Invitation.open(new Secret(secret), clock.instant())
                .map(open -> page(200, secret, open, open.email == null ? "" : open.email, "", new FormErrors()))
                .orElseGet(InvitationPage::gone);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(
            @RestPath String secret,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String password,
            RoutingContext request) {
        var errors = problemsWith(email, name, password);
        String hash = errors.isEmpty() ? passwords.hash(password) : null;
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<Invitation> open = Invitation.open(new Secret(secret), now);
            if (open.isEmpty()) {
                return gone();
            }
            errors.require(
                    Account.byEmail(email).isEmpty(),
                    "email",
                    "There is an account with this address already. Sign in with it.");
            if (!errors.isEmpty()) {
                return page(422, secret, open.get(), email, name, errors);
            }
            Account account = open.get().accept(email, name, hash, now);
            return Response.seeOther(URI.create("/desk"))
                    .cookie(cookie.carrying(SignInSession.start(
                            account, BrowserName.of(request.request().getHeader("User-Agent")), now)))
                    .build();
        });
    }

    private FormErrors problemsWith(String email, String name, String password) {
        var errors = new FormErrors();
        errors.require(
                email.strip().matches("[^@\\s]{1,64}@[^@\\s]{1,180}"),
                "email",
                "Give your e-mail address, such as name@example.org.");
        errors.require(
                !name.isBlank(),
                "name",
                "Give your name. Colleagues see it, and readers see who checked and who signed off.");
        errors.require(name.length() <= 200, "name", "Use at most 200 characters for your name.");
        passwords.refusal(password, email, name).ifPresent(why -> errors.add("password", why));
        return errors;
    }

    private static Response page(
            int status, String secret, Invitation open, String email, String name, FormErrors errors) {
        return Response.status(status)
                .entity(Templates.join(secret, open.isSetUp(), open.role, email, name, errors))
                .build();
    }

    private static Response gone() {
        return Response.status(Response.Status.GONE)
                .entity(Templates.linkIsUsed())
                .build();
    }
}
