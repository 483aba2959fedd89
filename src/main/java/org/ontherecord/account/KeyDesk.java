package org.ontherecord.account;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;

/** The API keys of who is signed in; an ADMIN sees and revokes everybody's. */
@Path("/desk/keys")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class KeyDesk {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance keys(List<Line> keys, String fresh, Typed typed, String once, FormErrors errors);
    }

    /** What was typed, given back when it cannot be taken. */
    record Typed(String name, String expires) {}

    /** A key in the list; {@code ended} says why it opens nothing, null while it does. */
    record Line(
            long id,
            String name,
            String opening,
            String person,
            boolean isMine,
            boolean isUnlimited,
            Instant createdAt,
            LocalDate expiresOn,
            LocalDate lastUsedOn,
            String ended) {

        static Line of(ApiKey key, Account me, Instant now) {
            String ended = key.revokedAt != null
                    ? "revoked" + (key.revokedBy == null ? "" : " by " + key.revokedBy.name)
                    : key.isExpired(now) ? "expired" : key.account.isDisabled() ? "account closed" : null;
            return new Line(
                    key.id,
                    key.name,
                    key.opening,
                    key.account.name,
                    key.account.id.equals(me.id),
                    key.unlimited,
                    key.createdAt,
                    key.expiresOn,
                    key.lastUsedOn,
                    ended);
        }
    }

    private final SignedIn signedIn;
    private final EntityManager database;
    private final Clock clock;

    KeyDesk(SignedIn signedIn, EntityManager database, Clock clock) {
        this.signedIn = signedIn;
        this.database = database;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance list() {
        return page(null, new Typed("", ""), new FormErrors());
    }

    /** Answers with the page itself, not a redirect: the key is shown this once and stored nowhere. */
    @POST
    @Transactional
    public Response make(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String expires,
            @RestForm @DefaultValue("") String once) {
        // two presses at once wait for each other here
        LockedRow.of(database, Account.class, signedIn.accountId());
        var errors = new FormErrors();
        Account me = signedIn.account();
        LocalDate today = ApiKey.today(clock.instant());
        errors.require(!name.isBlank(), "name", "Give the key a name, so that you know later what uses it.");
        errors.require(name.strip().length() <= ApiKey.LONGEST_NAME, "name", "Use at most 100 characters.");
        errors.require(name.indexOf('\0') < 0, "name", "Use letters that can be shown.");
        LocalDate lastDay = day(expires);
        errors.require(
                expires.isBlank() || lastDay != null,
                "expires",
                "Write the last day like 2027-01-31, or leave it empty.");
        errors.require(lastDay == null || !lastDay.isBefore(today), "expires", "Choose today or a later day.");
        errors.require(
                ApiKey.liveOf(me, today) < ApiKey.MOST_LIVE,
                "name",
                "You have " + ApiKey.MOST_LIVE + " keys that work. Revoke one you no longer use.");
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(page(null, new Typed(name, expires), errors))
                    .build();
        }
        Secret secret = ApiKey.make(Secret.fromForm(once), me, name, lastDay, clock.instant());
        return Response.ok(page(secret.value(), new Typed("", ""), errors)).build();
    }

    /** Somebody else's key is not found, except by an ADMIN. */
    @POST
    @Path("{id}/revocation")
    @Transactional
    public Response revoke(@RestPath long id) {
        Account me = signedIn.account();
        ApiKey key = ApiKey.<ApiKey>findByIdOptional(id)
                .filter(found -> found.account.id.equals(me.id) || signedIn.isAdmin())
                .orElseThrow(NotFoundException::new);
        key.revoke(me, clock.instant());
        return Response.seeOther(URI.create("/desk/keys")).build();
    }

    private TemplateInstance page(String fresh, Typed typed, FormErrors errors) {
        Account me = signedIn.account();
        Instant now = clock.instant();
        List<ApiKey> keys = signedIn.isAdmin() ? ApiKey.ofEverybody() : ApiKey.of(me);
        return Templates.keys(
                keys.stream().map(key -> Line.of(key, me, now)).toList(),
                fresh,
                typed,
                Secret.random().value(),
                errors);
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
