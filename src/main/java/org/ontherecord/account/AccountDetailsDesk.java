package org.ontherecord.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
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
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;

/** One person's account: the role, the sessions, a lost password or phone, and closing it. For ADMINs. */
@Path("/desk/accounts/{id:\\d{1,18}}")
@RolesAllowed("ADMIN")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AccountDetailsDesk {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance account(
                AccountDesk.Person account,
                Access access,
                Leaving leaving,
                Role[] roles,
                String newLink,
                String notice,
                FormErrors errors);
    }

    /** How the person comes in; {@code lastSeen} is null when they are signed in nowhere. */
    record Access(
            int sessions, Instant lastSeen, boolean hasSecondFactor, int passkeys, boolean isMe, boolean isLastAdmin) {}

    /** What lies with the person now, and who may take it over when the account is closed. */
    record Leaving(List<String> work, List<Colleague> colleagues) {}

    /** Somebody who is not leaving. */
    record Colleague(long id, String name) {}

    private static final int MOST_COLLEAGUES = 200;

    private final SignedIn signedIn;
    private final Instance<HeldWork> heldWork;
    private final EntityManager database;
    private final Clock clock;

    AccountDetailsDesk(SignedIn signedIn, @Any Instance<HeldWork> heldWork, EntityManager database, Clock clock) {
        this.signedIn = signedIn;
        this.heldWork = heldWork;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public Response show(@RestPath long id, @RestQuery @DefaultValue("") String done) {
        Account account = Account.<Account>findByIdOptional(id).orElseThrow(NotFoundException::new);
        return page(200, account, null, notice(account, done), new FormErrors());
    }

    /** {@code was} is the role the form showed: another ADMIN's change is not overwritten unseen. */
    @POST
    @Path("role")
    @Transactional
    public Response changeRole(
            @RestPath long id, @RestForm @DefaultValue("") String role, @RestForm @DefaultValue("") String was) {
        lockAdmins();
        Account account = locked(id);
        Optional<Role> wanted = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(role))
                .findFirst();
        var errors = new FormErrors();
        if (wanted.isPresent() && account.role == wanted.get()) {
            return back(id);
        }
        if (!was.isBlank() && !was.equals(account.role.name())) {
            errors.add("role", "The role was changed meanwhile to the one shown here. Look again, then decide.");
            return page(409, account, null, null, errors);
        }
        if (wanted.isEmpty()) {
            errors.add("role", "Choose what the person may do.");
            return page(422, account, null, null, errors);
        }
        if (isLastAdmin(account)) {
            errors.add("role", "This is the last administrator. Make somebody else one first.");
            return page(409, account, null, null, errors);
        }
        Role before = account.role;
        account.changeRole(wanted.get());
        record(
                "role changed",
                account,
                Map.of("role", before.name()),
                Map.of("role", wanted.get().name()));
        return back(id, "?done=role");
    }

    /** {@code to} is who takes over what lies with the person; nobody when it is empty. */
    @POST
    @Path("door")
    @Transactional
    public Response openOrClose(
            @RestPath long id, @RestForm @DefaultValue("") String open, @RestForm @DefaultValue("") String to) {
        if (open.equals("false")) {
            // Work first, as who gives somebody work locks it: in another order two would wait for each other.
            heldWork.forEach(work -> work.hold(id));
        }
        lockAdmins();
        Account account = locked(id);
        Instant now = clock.instant();
        if (open.equals("true") && account.isDisabled()) {
            account.enable();
            record("account enabled", account, null, null);
            return back(id, "?done=opened");
        } else if (open.equals("false") && !account.isDisabled()) {
            if (isLastAdmin(account)) {
                var errors = new FormErrors();
                errors.add("close", "This is the last administrator. Make somebody else one first.");
                return page(409, account, null, null, errors);
            }
            Optional<Account> heir =
                    to.matches("[1-9]\\d{0,17}") ? heir(Long.parseLong(to), account) : Optional.empty();
            if (!to.isEmpty() && heir.isEmpty()) {
                var errors = new FormErrors();
                errors.add("to", "This person is not in the newsroom any more. Choose somebody else, or nobody.");
                return page(409, account, null, null, errors);
            }
            heldWork.forEach(work -> work.handOver(account, heir.orElse(null), signedIn.account(), now));
            account.disable(now);
            SignInSession.endAllOf(account, now);
            PasswordLink.revokeAllOf(account, now);
            Invitation.revokeAllBy(account, signedIn.account(), now);
            record("account disabled", account, null, null);
            return back(id, "?done=closed");
        }
        return back(id);
    }

    @POST
    @Path("sessions/end")
    @Transactional
    public Response signOutEverywhere(@RestPath long id) {
        Account account = locked(id);
        int ended = SignInSession.endAllOf(account, clock.instant());
        if (ended > 0) {
            record("signed out everywhere", account, null, Map.of("sessions", ended));
        }
        return back(id);
    }

    /** Answers with the page itself, not a redirect: the link is shown this once and stored nowhere. */
    @POST
    @Path("password-links")
    @Transactional
    public Response makePasswordLink(@RestPath long id, UriInfo uri) {
        Account account = locked(id);
        var errors = new FormErrors();
        if (account.isDisabled()) {
            errors.add("close", "This account is closed. Let the person in again first.");
            return page(409, account, null, null, errors);
        }
        Secret secret = PasswordLink.make(account, signedIn.account(), clock.instant());
        String link = uri.getBaseUriBuilder()
                .path("sign-in/password/" + secret.value())
                .build()
                .toString();
        return page(200, account, link, null, errors);
    }

    @POST
    @Path("second-factor/removal")
    @Transactional
    public Response removeSecondFactor(@RestPath long id) {
        Account account = locked(id);
        SecondFactor.of(account).ifPresent(factor -> factor.remove(signedIn.account(), clock.instant()));
        return back(id);
    }

    /** For who lost the device. */
    @POST
    @Path("passkeys/removal")
    @Transactional
    public Response removePasskeys(@RestPath long id) {
        Account account = locked(id);
        Instant now = clock.instant();
        Passkey.of(account).forEach(passkey -> passkey.remove(signedIn.account(), now));
        return back(id);
    }

    /** Two ADMINs who close each other at once must not both succeed. */
    private void lockAdmins() {
        database.createNativeQuery("select id from account where role = 'ADMIN' order by id for update", Long.class)
                .getResultList();
    }

    /** Nobody could undo it, so the last ADMIN stays one. */
    private static boolean isLastAdmin(Account account) {
        return account.role == Role.ADMIN
                && !account.isDisabled()
                && Account.count("role = ?1 and disabledAt is null and id <> ?2", Role.ADMIN, account.id) == 0;
    }

    /** Held, so that two who leave at once do not leave their work to each other. */
    private Optional<Account> heir(long id, Account leaver) {
        return LockedRow.of(database, Account.class, id).filter(one -> !one.isDisabled() && !one.id.equals(leaver.id));
    }

    private Account locked(long id) {
        return LockedRow.of(database, Account.class, id).orElseThrow(NotFoundException::new);
    }

    private void record(String action, Account subject, Map<String, Object> before, Map<String, Object> after) {
        AuditEvent.record(signedIn.account(), action, "account", subject.id, before, after, clock.instant());
    }

    /** What was done, as long as it still holds. */
    private static String notice(Account account, String done) {
        return switch (done) {
            case "role" ->
                "The role is changed. What %s may do now is chosen below; it holds at once.".formatted(account.name);
            case "closed" ->
                account.isDisabled()
                        ? "The account is closed, and %s is signed out everywhere.".formatted(account.name)
                        : null;
            case "opened" -> account.isDisabled() ? null : "%s can sign in again.".formatted(account.name);
            default -> null;
        };
    }

    private Response page(int status, Account account, String newLink, String notice, FormErrors errors) {
        var sessions = SignInSession.liveOf(account, clock.instant());
        var access = new Access(
                sessions.size(),
                sessions.isEmpty() ? null : sessions.get(0).lastSeenAt,
                SecondFactor.isAskedOf(account),
                Passkey.of(account).size(),
                account.id.equals(signedIn.accountId()),
                isLastAdmin(account));
        return Response.status(status)
                .entity(Templates.account(
                        AccountDesk.Person.of(account),
                        access,
                        leaving(account),
                        Role.values(),
                        newLink,
                        notice,
                        errors))
                .build();
    }

    private Leaving leaving(Account account) {
        List<String> work = heldWork.stream()
                .flatMap(held -> held.inWords(account).stream())
                .toList();
        List<Colleague> colleagues = Account.<Account>find(
                        "disabledAt is null and id <> ?1 order by name, id", account.id)
                .page(0, MOST_COLLEAGUES)
                .stream()
                .map(one -> new Colleague(one.id, one.name))
                .toList();
        return new Leaving(work, colleagues);
    }

    private static Response back(long id) {
        return back(id, "");
    }

    private static Response back(long id, String done) {
        return Response.seeOther(URI.create("/desk/accounts/" + id + done)).build();
    }
}
