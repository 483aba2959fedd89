package org.ontherecord.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;

/** The account of who is signed in: the password, the second factor, and where else they are signed in. */
@Path("/desk/me")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class OwnAccountDesk {
    /** What was just done, by the word the redirect carries. */
    private static final Map<String, String> NOTICES = Map.of(
            "password", "Your password is changed, and you are signed out everywhere else.",
            "signed-out", "That session is ended.",
            "signed-out-everywhere", "You are signed out everywhere else.",
            "second-factor-needed",
                    "This desk asks everybody for a second factor, and opens when you have one: set it up here, or add a passkey and sign in with it.",
            "passkey", "The passkey is added. You can sign in with it from now on.",
            "passkey-removed", "The passkey is removed, and whoever came in with it is signed out.",
            "second-factor-removed", "The second factor is removed. Signing in asks for the password alone.");

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance me(
                Me me, List<Seat> sessions, List<Key> passkeys, String done, FormErrors errors);
    }

    /** Who is signed in; {@code secondFactorSince} is null without one. */
    record Me(String name, String email, Role role, Instant secondFactorSince, long recoveryCodes) {
        static Me of(Account account) {
            SecondFactor factor = SecondFactor.of(account)
                    .filter(known -> known.confirmedAt != null)
                    .orElse(null);
            return new Me(
                    account.name,
                    account.email,
                    account.role,
                    factor == null ? null : factor.confirmedAt,
                    factor == null ? 0 : RecoveryCode.leftOf(factor));
        }
    }

    /** A session as its person knows it. */
    record Seat(long id, String browser, Instant since, Instant lastSeen, boolean isThis) {}

    /** A passkey as its person knows it; {@code lastUsed} is null before its first use. */
    record Key(long id, String name, Instant since, Instant lastUsed) {}

    private final SignedIn signedIn;
    private final Passwords passwords;
    private final PasswordAgain again;
    private final EntityManager database;
    private final Clock clock;

    OwnAccountDesk(SignedIn signedIn, Passwords passwords, PasswordAgain again, EntityManager database, Clock clock) {
        this.signedIn = signedIn;
        this.passwords = passwords;
        this.again = again;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance show(@RestQuery @DefaultValue("") String done) {
        return page(NOTICES.get(done), new FormErrors());
    }

    /** Whoever knew the old password is signed out; this session stays. */
    @POST
    @Path("password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePassword(
            @RestForm @DefaultValue("") String present,
            @RestForm @DefaultValue("") String password,
            RoutingContext request) {
        Account me = QuarkusTransaction.requiringNew().call(signedIn::account);
        var errors = new FormErrors();
        again.refusal(me.id, present, request.request().remoteAddress().hostAddress())
                .ifPresent(why -> errors.add("present", why));
        passwords.refusal(password, me.email, me.name).ifPresent(why -> errors.add("password", why));
        Optional<String> hash = errors.isEmpty() ? hashed(password, errors) : Optional.empty();
        return QuarkusTransaction.requiringNew().call(() -> {
            Account mine = LockedRow.of(database, Account.class, me.id).orElseThrow();
            boolean sentTwice =
                    errors.isEmpty() && !mine.passwordHash.equals(me.passwordHash) && passwords.matches(password, mine);
            if (sentTwice) {
                return back("password");
            }
            errors.require(
                    !errors.isEmpty() || mine.passwordHash.equals(me.passwordHash),
                    "present",
                    "Your password was changed in another window meanwhile. Nothing was changed here.");
            if (!errors.isEmpty()) {
                return Response.status(422).entity(page(null, errors)).build();
            }
            Instant now = clock.instant();
            mine.changePassword(hash.orElseThrow());
            SignInSession.endOthersOf(mine, signedIn.sessionId(), now);
            PasswordLink.revokeAllOf(mine, now);
            AuditEvent.record(mine, "password changed", "account", mine.id, null, null, now);
            return back("password");
        });
    }

    @POST
    @Path("sessions/{id:\\d+}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response end(@RestPath long id) {
        Account me = signedIn.account();
        SignInSession session = SignInSession.<SignInSession>findByIdOptional(id)
                .filter(found -> found.account.id.equals(me.id))
                .orElseThrow(NotFoundException::new);
        session.end(clock.instant());
        return back("signed-out");
    }

    @POST
    @Path("sessions/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response endOthers() {
        Account me = signedIn.account();
        Instant now = clock.instant();
        int ended = SignInSession.endOthersOf(me, signedIn.sessionId(), now);
        if (ended > 0) {
            AuditEvent.record(me, "signed out everywhere", "account", me.id, null, Map.of("sessions", ended), now);
        }
        return back("signed-out-everywhere");
    }

    private Optional<String> hashed(String password, FormErrors errors) {
        try {
            return Optional.of(passwords.hash(password));
        } catch (Passwords.Busy e) {
            errors.add("password", "Many people are signing in at this moment. Try again in a few seconds.");
            return Optional.empty();
        }
    }

    private TemplateInstance page(String done, FormErrors errors) {
        Account me = signedIn.account();
        Long current = signedIn.sessionId();
        List<Seat> sessions = SignInSession.liveOf(me, clock.instant()).stream()
                .map(session -> new Seat(
                        session.id, session.browser, session.createdAt, session.lastSeenAt, session.id.equals(current)))
                .toList();
        List<Key> passkeys = Passkey.of(me).stream()
                .map(passkey -> new Key(passkey.id, passkey.name, passkey.createdAt, passkey.lastUsedAt))
                .toList();
        boolean held = SecondFactorRule.holds(SignInSession.findById(current));
        return Templates.me(
                Me.of(me),
                sessions,
                passkeys,
                done == null && held ? NOTICES.get("second-factor-needed") : done,
                errors);
    }

    static Response back(String done) {
        return Response.seeOther(URI.create("/desk/me?done=" + done)).build();
    }
}
