package org.ontherecord.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationRequest;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;

/** Signing in with a passkey: a challenge for the device, then its signature, which opens a session of our own. */
@Path("/sign-in/passkey")
@PermitAll
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class PasskeyPage {
    private static final String TOO_MANY =
            "Too many tries. Wait 15 minutes, then try again. Nobody has been locked out.";
    private static final String NOT_KNOWN =
            "We don't know this passkey. It may have been removed. Sign in with your password, then add one anew.";

    private static final String LATE =
            "That took longer than five minutes, or the page was used before. Press the button again.";

    private final Ceremony ceremony;
    private final SessionCookie cookie;
    private final Clock clock;

    PasskeyPage(Ceremony ceremony, SessionCookie cookie, Clock clock) {
        this.ceremony = ceremony;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** What the device is asked to sign (PublicKeyCredentialRequestOptions). */
    public record Asked(String challenge, String relyingParty) {}

    @POST
    @Path("challenges")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    public Response ask(RoutingContext request) {
        String address = addressOf(request);
        Instant now = clock.instant();
        if (SignInAttempt.tooManyFrom(address, now) || PasskeyChallenge.tooManyFor(address, now)) {
            return Response.status(429).build();
        }
        String challenge = PasskeyChallenge.make(null, address, now).value();
        return Response.ok(new Asked(challenge, ceremony.relyingParty())).build();
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response enter(
            @RestForm @DefaultValue("") String credential,
            @RestForm("client-data") @DefaultValue("") String clientData,
            @RestForm("device-data") @DefaultValue("") String deviceData,
            @RestForm @DefaultValue("") String signature,
            @RestForm("user-handle") @DefaultValue("") String userHandle,
            @RestForm @DefaultValue(SignIn.DESK) String next,
            RoutingContext request) {
        try {
            AuthenticationData sent = ceremony.read(new AuthenticationRequest(
                    DeviceBytes.of(credential),
                    DeviceBytes.of(userHandle),
                    DeviceBytes.of(deviceData),
                    DeviceBytes.of(clientData),
                    DeviceBytes.of(signature)));
            return QuarkusTransaction.requiringNew().call(() -> enter(sent, next, request, clock.instant()));
        } catch (Ceremony.Refused e) {
            return refused(422, next, e.getMessage());
        }
    }

    /** The challenge is used up whatever comes of it. */
    private Response enter(AuthenticationData sent, String next, RoutingContext request, Instant now) {
        String address = addressOf(request);
        boolean asked = PasskeyChallenge.take(Ceremony.challengeIn(sent.getCollectedClientData()), null, now);
        Optional<Passkey> known = Passkey.byCredentialId(sent.getCredentialId())
                .filter(passkey ->
                        !passkey.isRemoved() && Arrays.equals(passkey.account.handle(), sent.getUserHandle()));
        String email = known.map(passkey -> passkey.account.email).orElse("");
        if (SignInAttempt.tooManyFrom(address, now)
                || known.isPresent() && SignInAttempt.tooManyFor(email, address, now)) {
            return refused(429, next, TOO_MANY);
        }
        String refusal =
                asked ? known.map(passkey -> refusal(sent, passkey, now)).orElse(NOT_KNOWN) : LATE;
        SignInAttempt.record(email, address, refusal.isEmpty(), now);
        if (!refusal.isEmpty()) {
            return refused(422, next, refusal);
        }
        String browser = BrowserName.of(request.request().getHeader("User-Agent"));
        return Response.seeOther(SignIn.safe(next))
                .cookie(cookie.carrying(SignInSession.start(known.orElseThrow(), browser, now)))
                .build();
    }

    /** Empty when the signature counts; only then is anything said of the account. */
    private String refusal(AuthenticationData sent, Passkey passkey, Instant now) {
        try {
            long count = ceremony.check(sent, passkey);
            if (passkey.account.isDisabled()) {
                return "Your account is closed. An administrator of this desk can let you in again.";
            }
            return passkey.noteUse(count, now) ? "" : LATE;
        } catch (Ceremony.Refused e) {
            return e.getMessage();
        }
    }

    private static String addressOf(RoutingContext request) {
        return request.request().remoteAddress().hostAddress();
    }

    private static Response refused(int status, String next, String message) {
        return SignIn.refused(status, "", next, "passkey", message);
    }
}
