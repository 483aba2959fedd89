package org.ontherecord.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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
import org.ontherecord.platform.LockedRow;

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
                Rule rule,
                Person me,
                String newLink,
                Typed typed,
                String once,
                FormErrors errors);
    }

    /** An invitation as it was typed. */
    record Typed(String email, String role) {
        static final Typed NOTHING = new Typed("", Role.CHECKER.name());
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

    /** Whether everybody needs a second factor, who said so, and how many have none; without a name nobody said anything. */
    record Rule(boolean isOn, String by, Instant since, long without) {
        static Rule now() {
            var newest = SecondFactorRule.newest();
            return new Rule(
                    newest.map(rule -> rule.required).orElse(false),
                    newest.map(rule -> rule.setBy.name).orElse(null),
                    newest.map(rule -> rule.setAt).orElse(null),
                    SecondFactor.countOfThoseWithout());
        }
    }

    private static final int MOST_LISTED = 500;

    private final SignedIn signedIn;
    private final EntityManager database;
    private final Clock clock;

    AccountDesk(SignedIn signedIn, EntityManager database, Clock clock) {
        this.signedIn = signedIn;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance list() {
        return page(null, Typed.NOTHING, new FormErrors());
    }

    /** Answers with the page itself, not a redirect: the link is shown this once and stored nowhere. */
    @POST
    @Path("invitations")
    @Transactional
    public Response invite(
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String role,
            @RestForm @DefaultValue("") String once,
            UriInfo uri) {
        // two presses at once wait for each other here
        LockedRow.of(database, Account.class, signedIn.accountId());
        var errors = new FormErrors();
        Role given = List.of(Role.values()).stream()
                .filter(r -> r.name().equals(role))
                .findFirst()
                .orElse(null);
        errors.require(given != null, "role", "Choose what the person may do.");
        errors.require(
                email.isBlank() || email.strip().matches("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,190}"),
                "email",
                "Give an e-mail address of at most 254 characters, such as name@example.org, or leave it empty.");
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(page(null, new Typed(email, role), errors))
                    .build();
        }
        Secret secret = Invitation.make(
                Secret.fromForm(once),
                given,
                email.isBlank() ? null : email.strip(),
                signedIn.account(),
                clock.instant());
        String link = uri.getBaseUriBuilder()
                .path("invitations/" + secret.value())
                .build()
                .toString();
        return Response.ok(page(link, Typed.NOTHING, errors)).build();
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

    /** Whoever switches it on has one: nobody locks themselves out by a click. */
    @POST
    @Path("second-factor-rule")
    @Transactional
    public Response setRule(@RestForm @DefaultValue("") String required) {
        Account me = signedIn.account();
        boolean on = required.equals("true");
        var errors = new FormErrors();
        errors.require(on || required.equals("false"), "rule", "Choose whether everybody needs a second factor.");
        errors.require(
                !on || SecondFactor.isAskedOf(me),
                "rule",
                "Set up your own second factor first, on “Your account” behind your name.");
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(page(null, Typed.NOTHING, errors))
                    .build();
        }
        if (on != SecondFactorRule.isOn()) {
            SecondFactorRule.set(on, me, clock.instant());
        }
        return backToList();
    }

    private TemplateInstance page(String newLink, Typed typed, FormErrors errors) {
        return Templates.accounts(
                Account.<Account>find("order by name, id").page(0, MOST_LISTED).<Account>list().stream()
                        .map(Person::of)
                        .toList(),
                Invitation.waiting(clock.instant()).stream().map(Waiting::of).toList(),
                Rule.now(),
                Person.of(signedIn.account()),
                newLink,
                typed,
                Secret.random().value(),
                errors);
    }

    private static Response backToList() {
        return Response.seeOther(java.net.URI.create("/desk/accounts")).build();
    }
}
