package org.ontherecord.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.TypedWords;

/**
 * Where a form of the desk goes whose session has ended (RFC 9110, 307: method and body are kept). Its page carries what was
 * typed, passwords and codes aside, to be sent again once the person is signed in; nothing is stored, so that strangers cannot
 * fill the database.
 */
@Path("/sign-in/again")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class SignInAgainPage {
    private static final Pattern DESK = Pattern.compile("/desk/[^\\s\\\\]{1,1000}");

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance signInAgain(
                String to, List<Map.Entry<String, String>> fields, List<String> words);
    }

    /** The address of this page for a form that was sent there. */
    static String address(String to) {
        return "/sign-in/again?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    @POST
    public TemplateInstance keep(@RestQuery @DefaultValue("") String to, MultivaluedMap<String, String> sent) {
        if (!DESK.matcher(to).matches()) {
            throw new NotFoundException();
        }
        List<Map.Entry<String, String>> fields = sent.entrySet().stream()
                .filter(field -> !field.getKey().equals("csrf-token") && !TypedWords.isSecret(field.getKey()))
                .flatMap(field -> field.getValue().stream().map(value -> Map.entry(field.getKey(), value)))
                .toList();
        return Templates.signInAgain(to, fields, TypedWords.in(sent));
    }
}
