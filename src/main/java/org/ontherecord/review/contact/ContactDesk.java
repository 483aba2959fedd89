package org.ontherecord.review.contact;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.SignedIn;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.LockedRow;
import org.ontherecord.platform.Refusal;
import org.ontherecord.review.Typed;

/** Where the newsroom writes down whom it asked about a claim, and what they answered. */
@Path("/desk/claims/{id:\\d+}/contacts")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class ContactDesk {
    private static final Logger LOG = Logger.getLogger(ContactDesk.class);

    @CheckedTemplate(basePath = "contact")
    static class Templates {
        static native TemplateInstance contacts(Sheet p);
    }

    /** The page as its template needs it. */
    public record Sheet(
            long claim,
            String wording,
            List<Contact> contacts,
            List<Choice> ways,
            List<Choice> outcomes,
            Typed typed,
            FormErrors errors,
            boolean overtaken,
            String notice) {
        /** Whether what was typed is about this one. */
        public boolean own(long contact) {
            return typed.has("on_day-" + contact);
        }

        /** Which reply was read before one is written down: with a fault put right it is still the one from before. */
        public String seen(Contact contact) {
            return own(contact.id()) && !overtaken ? typed.get("seen") : String.valueOf(contact.reply());
        }
    }

    /** A way or an outcome to choose. */
    public record Choice(String name, String label) {}

    private final EntityManager database;
    private final SignedIn signedIn;
    private final Clock clock;

    ContactDesk(EntityManager database, SignedIn signedIn, Clock clock) {
        this.database = database;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance list(@RestPath long id, @RestQuery @DefaultValue("") String done) {
        String notice = done.equals("kept") ? "It is written down." : null;
        return page(claim(id), Typed.empty(), new FormErrors(), false, notice);
    }

    @POST
    @Transactional
    public Response add(@RestPath long id, MultivaluedMap<String, String> sent) {
        Claim claim = claim(id);
        Typed typed = Typed.of(sent);
        Instant now = clock.instant();
        var errors = new FormErrors();
        Optional<ContactForm.Asked> asked = ContactForm.asked(typed, today(now), errors);
        if (asked.isEmpty()) {
            return refused(422, claim, typed, errors);
        }
        ContactAttempt.record(claim, asked.get(), signedIn.account(), now);
        LOG.infof("claim %d: reply asked for", claim.id);
        return to(id);
    }

    @POST
    @Path("{contact:\\d+}/replies")
    @Transactional
    public Response reply(@RestPath long id, @RestPath long contact, MultivaluedMap<String, String> sent) {
        ContactAttempt attempt = LockedRow.of(database, ContactAttempt.class, contact)
                .filter(found -> found.claim.id == id)
                .orElseThrow(NotFoundException::new);
        Typed typed = Typed.of(sent);
        Instant now = clock.instant();
        var errors = new FormErrors();
        Optional<ContactForm.Replied> replied = ContactForm.replied(typed, contact, today(now), errors);
        if (replied.isEmpty()) {
            return refused(422, attempt.claim, typed, errors);
        }
        String seen = typed.get("seen");
        try {
            ContactReply.record(
                    attempt,
                    replied.get(),
                    seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0,
                    signedIn.account(),
                    now);
        } catch (Refusal overtaken) {
            errors.add("outcome-" + contact, overtaken.getMessage());
            return refused(overtaken.because.status, attempt.claim, typed, errors);
        }
        LOG.infof("claim %d: reply written down", id);
        return to(id);
    }

    private static Response refused(int status, Claim claim, Typed typed, FormErrors errors) {
        return Response.status(status)
                .entity(page(claim, typed, errors, status == 409, null))
                .build();
    }

    private static TemplateInstance page(
            Claim claim, Typed typed, FormErrors errors, boolean overtaken, String notice) {
        return Templates.contacts(new Sheet(
                claim.id,
                claim.headline == null ? claim.wording : claim.headline,
                ContactAttempt.of(claim),
                Stream.of(ContactAttempt.Way.values())
                        .map(way -> new Choice(way.name(), way.label))
                        .toList(),
                Stream.of(ContactReply.Outcome.values())
                        .map(outcome -> new Choice(outcome.name(), outcome.label))
                        .toList(),
                typed,
                errors,
                overtaken,
                notice));
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static Claim claim(long id) {
        return Claim.<Claim>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response to(long claim) {
        return Response.seeOther(URI.create("/desk/claims/" + claim + "/contacts?done=kept"))
                .build();
    }
}
