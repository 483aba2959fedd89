package org.ontherecord.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.RestForm;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;

/** Setting up one's own second factor, its recovery codes, and taking it away; each with the password once more. */
@Path("/desk/me/second-factor")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class SecondFactorDesk {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance secondFactor(SetUp setUp, FormErrors errors);

        static native TemplateInstance recoveryCodes(List<String> codes);

        static native TemplateInstance withPassword(Deed deed, FormErrors errors);
    }

    /** What an app needs: the secret in groups of four letters, and as an address and its QR code. */
    record SetUp(String letters, String address, QrCode code) {}

    /** What the password is asked for. */
    record Deed(String title, String what, String path, String button) {
        static final Deed NEW_CODES = new Deed(
                "Make new recovery codes",
                "You get ten fresh codes. Those you have now open nothing any more.",
                "recovery-codes",
                "Make new codes");
        static final Deed REMOVAL = new Deed(
                "Remove the second factor",
                "Signing in will ask for your password alone, which anybody may use who learns it.",
                "removal",
                "Remove it");
    }

    private final SignedIn signedIn;
    private final PasswordAgain again;
    private final EntityManager database;
    private final Clock clock;

    SecondFactorDesk(SignedIn signedIn, PasswordAgain again, EntityManager database, Clock clock) {
        this.signedIn = signedIn;
        this.again = again;
        this.database = database;
        this.clock = clock;
    }

    /** Begins the set-up, or goes on with it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response begin() {
        SecondFactor.begin(mine(), clock.instant());
        return Response.seeOther(URI.create("/desk/me/second-factor")).build();
    }

    @GET
    @Transactional
    public Response form(UriInfo uri) {
        return SecondFactor.of(signedIn.account())
                .filter(factor -> factor.confirmedAt == null)
                .map(factor -> setUp(200, factor, uri, new FormErrors()))
                .orElseGet(SecondFactorDesk::toMe);
    }

    /** Sent twice it makes the codes twice: those that are seen last are those that open. */
    @POST
    @Path("confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @RestForm @DefaultValue("") String code,
            @RestForm @DefaultValue("") String password,
            RoutingContext request,
            UriInfo uri) {
        FormErrors errors = passwordErrors(password, request);
        return QuarkusTransaction.requiringNew().call(() -> {
            Account me = mine();
            Instant now = clock.instant();
            SecondFactor factor = SecondFactor.begin(me, now);
            boolean first = factor.confirmedAt == null;
            errors.require(
                    !errors.isEmpty() || !first || code.length() <= 100 && factor.takes(code, now),
                    "code",
                    "This is not the code the app shows. Check that its clock is right, and type the six digits it shows now.");
            if (!errors.isEmpty()) {
                return first ? setUp(422, factor, uri, errors) : toMe();
            }
            if (first) {
                factor.confirm(me, now);
            }
            return codes(factor, me, now);
        });
    }

    @GET
    @Path("recovery-codes")
    public TemplateInstance askForCodes() {
        return Templates.withPassword(Deed.NEW_CODES, new FormErrors());
    }

    @POST
    @Path("recovery-codes")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response newCodes(@RestForm @DefaultValue("") String password, RoutingContext request) {
        FormErrors errors = passwordErrors(password, request);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!errors.isEmpty()) {
                return refused(Deed.NEW_CODES, errors);
            }
            Account me = mine();
            return SecondFactor.of(me)
                    .filter(factor -> factor.confirmedAt != null)
                    .map(factor -> codes(factor, me, clock.instant()))
                    .orElseGet(SecondFactorDesk::toMe);
        });
    }

    @GET
    @Path("removal")
    public TemplateInstance askForRemoval() {
        return Templates.withPassword(Deed.REMOVAL, new FormErrors());
    }

    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@RestForm @DefaultValue("") String password, RoutingContext request) {
        FormErrors errors = passwordErrors(password, request);
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!errors.isEmpty()) {
                return refused(Deed.REMOVAL, errors);
            }
            Account me = mine();
            SecondFactor.of(me).ifPresent(factor -> factor.remove(me, clock.instant()));
            return OwnAccountDesk.back("second-factor-removed");
        });
    }

    /** Locked, so that two windows set up one second factor. */
    private Account mine() {
        return LockedRow.of(database, Account.class, signedIn.accountId()).orElseThrow();
    }

    private FormErrors passwordErrors(String password, RoutingContext request) {
        var errors = new FormErrors();
        again.refusal(
                        signedIn.accountId(),
                        password,
                        request.request().remoteAddress().hostAddress())
                .ifPresent(why -> errors.add("password", why));
        return errors;
    }

    private static Response codes(SecondFactor factor, Account me, Instant now) {
        return Response.ok(Templates.recoveryCodes(factor.renewRecoveryCodes(me, now)))
                .build();
    }

    private static Response setUp(int status, SecondFactor factor, UriInfo uri, FormErrors errors) {
        String address = factor.appAddress(Objects.toString(uri.getBaseUri().getHost(), "OnTheRecord"));
        var setUp = new SetUp(factor.secret.replaceAll("(.{4})(?=.)", "$1 "), address, QrCode.of(address));
        return Response.status(status)
                .entity(Templates.secondFactor(setUp, errors))
                .build();
    }

    private static Response refused(Deed deed, FormErrors errors) {
        return Response.status(422).entity(Templates.withPassword(deed, errors)).build();
    }

    private static Response toMe() {
        return Response.seeOther(URI.create("/desk/me")).build();
    }
}
