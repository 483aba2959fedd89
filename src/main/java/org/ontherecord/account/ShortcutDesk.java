package org.ontherecord.account;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.FormErrors;

/** The keys of the desk: a list of them all, where each person changes them or switches them off. */
@Path("/desk/settings/shortcuts")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class ShortcutDesk {
    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance shortcuts(List<Row> rows, FormErrors errors, boolean saved);
    }

    /** A key with what it does and what was chosen or typed for it. */
    public record Row(String usual, String does, String chosen, String field) {}

    private final SignedIn signedIn;

    ShortcutDesk(SignedIn signedIn) {
        this.signedIn = signedIn;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @DefaultValue("false") boolean saved) {
        return Templates.shortcuts(rows(Shortcut.of(signedIn.account())), new FormErrors(), saved);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response save(MultivaluedMap<String, String> sent) {
        String wanted = sent.getFirst("do");
        Map<String, String> keys = new LinkedHashMap<>();
        for (Shortcut.Usual one : Shortcut.ALL) {
            String typed = sent.getFirst(one.field());
            keys.put(
                    one.key(),
                    "usual".equals(wanted)
                            ? one.key()
                            : "off".equals(wanted) || typed == null
                                    ? ""
                                    : typed.strip().toLowerCase(Locale.ROOT));
        }
        FormErrors errors = check(keys);
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.shortcuts(rows(keys), errors, false))
                    .build();
        }
        Shortcut.keep(signedIn.account(), keys);
        return Response.seeOther(URI.create("/desk/settings/shortcuts?saved=true"))
                .build();
    }

    private static FormErrors check(Map<String, String> keys) {
        var errors = new FormErrors();
        Set<String> taken = new HashSet<>();
        Shortcut.ALL.forEach(key -> {
            String usual = key.key();
            String chosen = keys.get(usual);
            String name = usual.toUpperCase(Locale.ROOT);
            boolean one = chosen.isEmpty() || chosen.matches("[\\p{L}\\p{Nd}\\p{P}\\p{S}]") && !chosen.equals(":");
            errors.require(
                    one,
                    key.field(),
                    "Instead of %s give one letter, digit or sign but the colon, or nothing.".formatted(name));
            errors.require(
                    !one || chosen.isEmpty() || taken.add(chosen),
                    key.field(),
                    "%s is in use already. Give another key instead of %s."
                            .formatted(chosen.toUpperCase(Locale.ROOT), name));
        });
        return errors;
    }

    private static List<Row> rows(Map<String, String> keys) {
        return Shortcut.ALL.stream()
                .map(one -> new Row(
                        one.key().toUpperCase(Locale.ROOT),
                        one.does(),
                        keys.get(one.key()).toUpperCase(Locale.ROOT),
                        one.field()))
                .toList();
    }
}
