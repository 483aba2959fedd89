package org.ontherecord.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.FormErrors;

/** The people of the newsroom: who they are, what they may do, and links for those who join. For ADMINs. */
@Path("/desk/accounts")
@RolesAllowed("ADMIN")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AccountDesk {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance accounts(
                List<Person> accounts,
                List<Waiting> waiting,
                Role[] roles,
                Person me,
                String newLink,
                String typedEmail,
                FormErrors errors);
    }

    record Person(long id, String name, String email, Role role, Instant createdAt, boolean isDisabled) {
        static Person of(Account account) {
            return new Person(
                    account.id, account.name, account.email, account.role, account.createdAt, account.isDisabled());
        }
    }

    record Waiting(long id, String email, Role role, String invitedBy, Instant expiresAt) {
        static Waiting of(Invitation invitation) {
            String by = invitation.invitedBy == null ? "the set-up" : invitation.invitedBy.name;
            return new Waiting(invitation.id, invitation.email, invitation.role, by, invitation.expiresAt);
        }
    }

    private final SignedIn signedIn;
    private final Clock clock;

    AccountDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return page(null, "", new FormErrors());
    }

    /** Answers with the page itself, not a redirect: the link is shown this once and stored nowhere. */
    @POST
    @Path("invitations")
    @Transactional
    public Response invite(
            @RestForm @DefaultValue("") String email, @RestForm @DefaultValue("") String role, UriInfo uri) {
        var errors = new FormErrors();
        Role given = List.of(Role.values()).stream()
                .filter(r -> r.name().equals(role))
                .findFirst()
                .orElse(null);
        errors.require(given != null, "role", "Choose what the person may do.");
        errors.require(email.length() <= 254, "email", "Use at most 254 characters.");
        if (!errors.isEmpty()) {
            return Response.status(422).entity(page(null, email, errors)).build();
        }
        Secret secret =
                Invitation.make(given, email.isBlank() ? null : email.strip(), signedIn.account(), clock.instant());
        String link = uri.getBaseUriBuilder()
                .path("invitations/" + secret.value())
                .build()
                .toString();
        return Response.ok(page(link, "", errors)).build();
    }

    @POST
    @Path("invitations/{id}/revocation")
    @Transactional
    public Response revoke(@RestPath long id) {
        Invitation.<Invitation>findByIdOptional(id)
                .filter(invitation -> invitation.usedAt == null && invitation.revokedAt == null)
                .ifPresent(invitation -> invitation.revoke(signedIn.account(), clock.instant()));
        return backToList();
    }

    @POST
    @Path("{id}/role")
    @Transactional
    public Response changeRole(@RestPath long id, @RestForm Role role) {
        Account account = Account.<Account>findByIdOptional(id).orElseThrow(NotFoundException::new);
        if (account.role != role && (account.role != Role.ADMIN || otherAdminsThan(account))) {
            record("role changed", account, Map.of("role", account.role.name()), Map.of("role", role.name()));
            account.changeRole(role);
        }
        return backToList();
    }

    @POST
    @Path("{id}/door")
    @Transactional
    public Response openOrClose(@RestPath long id, @RestForm boolean open) {
        Account account = Account.<Account>findByIdOptional(id).orElseThrow(NotFoundException::new);
        Instant now = clock.instant();
        if (open && account.isDisabled()) {
            account.enable();
            record("account enabled", account, null, null);
        } else if (!open && !account.isDisabled() && (account.role != Role.ADMIN || otherAdminsThan(account))) {
            account.disable(now);
            SignInSession.endAllOf(account, now);
            record("account disabled", account, null, null);
        }
        return backToList();
    }

    /** The last ADMIN stays one: nobody could undo it. */
    private static boolean otherAdminsThan(Account account) {
        return Account.count("role = ?1 and disabledAt is null and id <> ?2", Role.ADMIN, account.id) > 0;
    }

    private void record(String action, Account subject, Map<String, Object> before, Map<String, Object> after) {
        AuditEvent.record(signedIn.account(), action, "account", subject.id, before, after, clock.instant());
    }

    private TemplateInstance page(String newLink, String typedEmail, FormErrors errors) {
        return Templates.accounts(
                Account.<Account>list("order by name, id").stream()
                        .map(Person::of)
                        .toList(),
                Invitation.waiting(clock.instant()).stream().map(Waiting::of).toList(),
                Role.values(),
                Person.of(signedIn.account()),
                newLink,
                typedEmail,
                errors);
    }

    private static Response backToList() {
        return Response.seeOther(java.net.URI.create("/desk/accounts")).build();
    }
}
