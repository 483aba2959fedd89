package org.ontherecord.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;

/** Adding one's own passkeys, with the password once more, and removing them. */
@Path("/desk/me/passkeys")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class PasskeyDesk {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance newPasskey(String name, FormErrors errors);

        static native TemplateInstance makePasskey(Asked asked);
    }

    /** What the device is asked for (PublicKeyCredentialCreationOptions), bytes in base64url, lists with blanks between. */
    record Asked(
            String name,
            String challenge,
            String relyingParty,
            String algorithms,
            String userHandle,
            String email,
            String person,
            String known) {}

    private final SignedIn signedIn;
    private final PasswordAgain again;
    private final Ceremony ceremony;
    private final EntityManager database;
    private final Clock clock;

    PasskeyDesk(SignedIn signedIn, PasswordAgain again, Ceremony ceremony, EntityManager database, Clock clock) {
        this.signedIn = signedIn;
        this.again = again;
        this.ceremony = ceremony;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Path("new")
    public TemplateInstance form() {
        return Templates.newPasskey("", new FormErrors());
    }

    /** Answers with the page on which the device is asked: its challenge is given out this once. */
    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String password,
            RoutingContext request) {
        String address = request.request().remoteAddress().hostAddress();
        FormErrors errors = nameErrors(name);
        again.refusal(signedIn.accountId(), password, address).ifPresent(why -> errors.add("password", why));
        return QuarkusTransaction.requiringNew().call(() -> {
            Account me = signedIn.account();
            List<Passkey> known = Passkey.of(me);
            errors.require(
                    known.size() < Passkey.MOST,
                    "name",
                    "You have " + Passkey.MOST + " passkeys, which is the most. Remove one first.");
            return errors.isEmpty()
                    ? Response.ok(Templates.makePasskey(asked(me, known, name.strip(), address)))
                            .build()
                    : refused(name, errors);
        });
    }

    /** Sent twice it adds one: a device never makes the same key pair again. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @RestForm @DefaultValue("") String name,
            @RestForm("client-data") @DefaultValue("") String clientData,
            @RestForm @DefaultValue("") String attestation) {
        FormErrors errors = nameErrors(name);
        if (!errors.isEmpty()) {
            return refused(name, errors);
        }
        try {
            RegistrationData sent =
                    ceremony.read(new RegistrationRequest(DeviceBytes.of(attestation), DeviceBytes.of(clientData)));
            Ceremony.Made made = ceremony.make(sent);
            return QuarkusTransaction.requiringNew()
                    .call(() -> keep(name.strip(), made, Ceremony.challengeIn(sent.getCollectedClientData())));
        } catch (Ceremony.Refused e) {
            errors.add("name", e.getMessage());
            return refused(name, errors);
        }
    }

    @POST
    @Path("{id:\\d{1,18}}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response remove(@RestPath long id) {
        Passkey passkey = LockedRow.of(database, Passkey.class, id)
                .filter(found -> found.account.id.equals(signedIn.accountId()))
                .orElseThrow(NotFoundException::new);
        if (!passkey.isRemoved()) {
            passkey.remove(signedIn.account(), clock.instant());
        }
        return OwnAccountDesk.back("passkey-removed");
    }

    private Response keep(String name, Ceremony.Made made, Secret challenge) {
        Instant now = clock.instant();
        Account me = LockedRow.of(database, Account.class, signedIn.accountId()).orElseThrow();
        Optional<Passkey> known = Passkey.byCredentialId(made.credentialId());
        var errors = new FormErrors();
        if (known.isPresent()) {
            boolean sentTwice = known.get().account.equals(me) && !known.get().isRemoved();
            errors.add("name", "This passkey was added before. Make another one.");
            return sentTwice ? OwnAccountDesk.back("passkey") : refused(name, errors);
        }
        errors.require(
                PasskeyChallenge.take(challenge, signedIn.sessionId(), now),
                "name",
                "That took longer than five minutes, or the page was used before. Give your password and try again.");
        if (!errors.isEmpty()) {
            return refused(name, errors);
        }
        Passkey.add(me, name, made, now);
        return OwnAccountDesk.back("passkey");
    }

    private Asked asked(Account me, List<Passkey> known, String name, String address) {
        return new Asked(
                name,
                PasskeyChallenge.make(signedIn.sessionId(), address, clock.instant())
                        .value(),
                ceremony.relyingParty(),
                Ceremony.algorithms().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                text(me.handle()),
                me.email,
                me.name,
                known.stream().map(passkey -> text(passkey.credentialId)).collect(Collectors.joining(" ")));
    }

    private static FormErrors nameErrors(String name) {
        var errors = new FormErrors();
        errors.require(!name.isBlank(), "name", "Give it a name by which you will know the device.");
        errors.require(name.strip().length() <= Passkey.LONGEST_NAME, "name", "Use at most 60 characters.");
        errors.require(name.indexOf('\0') < 0, "name", "Use letters that can be shown.");
        return errors;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Response refused(String name, FormErrors errors) {
        return Response.status(422).entity(Templates.newPasskey(name, errors)).build();
    }
}
