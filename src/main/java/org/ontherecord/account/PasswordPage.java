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
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.FormErrors;

/** Where the one-time link of somebody who forgot the password leads. It signs nobody in: the second factor is still asked. */
@Path("/sign-in/password/{secret}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class PasswordPage {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance password(String secret, String name, String email, FormErrors errors);

        static native TemplateInstance passwordLinkIsUsed();
    }

    private final Passwords passwords;
    private final Clock clock;

    PasswordPage(Passwords passwords, Clock clock) {
        this.passwords = passwords;
        this.clock = clock;
    }

    @GET
    @Transactional
    public Response form(@RestPath String secret) {
        return PasswordLink.open(new Secret(secret), clock.instant())
                .map(link -> page(200, secret, link, new FormErrors()))
                .orElseGet(PasswordPage::gone);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@RestPath String secret, @RestForm @DefaultValue("") String password) {
        Instant now = clock.instant();
        Optional<Response> refusal = QuarkusTransaction.requiringNew()
                .call(() -> PasswordLink.open(new Secret(secret), now)
                        .map(link -> refusal(secret, link, password))
                        .orElseGet(() -> Optional.of(gone())));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String hash;
        try {
            hash = passwords.hash(password);
        } catch (Passwords.Busy e) {
            return QuarkusTransaction.requiringNew()
                    .call(() -> PasswordLink.open(new Secret(secret), now)
                            .map(link -> page(503, secret, link, busy()))
                            .orElseGet(PasswordPage::gone));
        }
        return QuarkusTransaction.requiringNew()
                .call(() -> PasswordLink.open(new Secret(secret), now)
                        .map(link -> {
                            link.use(hash, now);
                            return Response.seeOther(URI.create("/sign-in")).build();
                        })
                        .orElseGet(PasswordPage::gone));
    }

    private Optional<Response> refusal(String secret, PasswordLink link, String password) {
        var errors = new FormErrors();
        passwords
                .refusal(password, link.account.email, link.account.name)
                .ifPresent(why -> errors.add("password", why));
        return errors.isEmpty() ? Optional.empty() : Optional.of(page(422, secret, link, errors));
    }

    private static FormErrors busy() {
        var errors = new FormErrors();
        errors.add("password", "Many people are signing in at this moment. Try again in a few seconds.");
        return errors;
    }

    private static Response page(int status, String secret, PasswordLink link, FormErrors errors) {
        return Response.status(status)
                .entity(Templates.password(secret, link.account.name, link.account.email, errors))
                .build();
    }

    private static Response gone() {
        return Response.status(Response.Status.GONE)
                .entity(Templates.passwordLinkIsUsed())
                .build();
    }
}
