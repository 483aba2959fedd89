package org.ontherecord.account;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.FormErrors;

/** The audit log as a page with filters and as CSV, for EDITORs; it is only read here. */
@Path("/desk/audit")
@RolesAllowed("EDITOR")
public class AuditDesk {
    private static final int ON_A_PAGE = 100;
    private static final int AT_ONCE = 1000;
    private static final int MOST_CHOICES = 500;

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance audit(
                AuditFilter filter,
                String query,
                List<AuditLine> lines,
                Long older,
                Choices choices,
                FormErrors errors);
    }

    /** One choice of the filter: what the address says, and what the page does. */
    record Choice(String value, String name) {}

    /** What the filter offers: everybody, and the deeds and subjects that the log knows. */
    record Choices(List<Choice> people, List<String> actions, List<Choice> subjects) {}

    private final SignedIn signedIn;
    private final ObjectMapper json;

    AuditDesk(SignedIn signedIn, ObjectMapper json) {
        this.signedIn = signedIn;
        this.json = json;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    @Transactional
    public Response page(
            @RestQuery @DefaultValue("") String who,
            @RestQuery @DefaultValue("") String action,
            @RestQuery @DefaultValue("") String subject,
            @RestQuery @DefaultValue("") String number,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String until,
            @RestQuery @DefaultValue("") String before) {
        var filter = new AuditFilter(who, action, subject, number, from, until);
        var errors = filter.problems();
        AuditEvent edge = before.matches("[0-9]{1,18}") ? AuditEvent.findById(Long.valueOf(before)) : null;
        List<AuditEvent> events = errors.isEmpty() ? filter.events(edge, ON_A_PAGE + 1) : List.of();
        List<AuditEvent> shown = events.subList(0, Math.min(ON_A_PAGE, events.size()));
        Long older = events.size() > ON_A_PAGE ? shown.get(ON_A_PAGE - 1).id : null;
        return Response.status(errors.isEmpty() ? 200 : 422)
                .entity(Templates.audit(
                        filter,
                        filter.query(),
                        shown.stream()
                                .map(event -> AuditLine.of(event, signedIn.isAdmin()))
                                .toList(),
                        older,
                        choices(),
                        errors))
                .build();
    }

    /** Everything the filter lets through, a thousand rows in memory at once. */
    @GET
    @Path("events.csv")
    @Produces(MediaType.WILDCARD)
    public Response csv(
            @RestQuery @DefaultValue("") String who,
            @RestQuery @DefaultValue("") String action,
            @RestQuery @DefaultValue("") String subject,
            @RestQuery @DefaultValue("") String number,
            @RestQuery @DefaultValue("") String from,
            @RestQuery @DefaultValue("") String until) {
        var filter = new AuditFilter(who, action, subject, number, from, until);
        var errors = filter.problems();
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(errors.all().get(0).message())
                    .type("text/plain; charset=UTF-8")
                    .build();
        }
        StreamingOutput rows = out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            CSVPrinter printer = CSVFormat.RFC4180.print(writer);
            printer.printRecord(
                    "id", "happened_at", "who", "action", "subject_type", "subject_id", "old_value", "new_value");
            AuditEvent last = null;
            do {
                last = print(filter, last, printer);
                writer.flush();
            } while (last != null);
        };
        return Response.ok(rows, "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-log.csv\"")
                .build();
    }

    /** The next thousand; the last of them, or null when there are no more. */
    private AuditEvent print(AuditFilter filter, AuditEvent before, CSVPrinter printer) throws IOException {
        List<AuditEvent> events = QuarkusTransaction.requiringNew().call(() -> filter.events(before, AT_ONCE));
        for (AuditEvent event : events) {
            printer.printRecord(
                    event.id,
                    event.happenedAt,
                    AuditLine.harmless(event.account == null ? "" : event.account.name),
                    event.action,
                    event.subjectType,
                    event.subjectId,
                    written(event.oldValue),
                    written(event.newValue));
        }
        return events.size() < AT_ONCE ? null : events.get(events.size() - 1);
    }

    /** As JSON; begins with a brace, so no spreadsheet takes it for a formula. */
    private String written(Object values) throws JsonProcessingException {
        return values == null ? "" : json.writeValueAsString(values);
    }

    private static Choices choices() {
        List<Choice> people = Account.<Account>find("order by name, id").page(0, MOST_CHOICES).<Account>list().stream()
                .map(account -> new Choice(account.id.toString(), account.name))
                .toList();
        List<Choice> subjects = AuditEvent.every("subject_type").stream()
                .map(type -> new Choice(type, AuditLine.words(type)))
                .toList();
        return new Choices(people, AuditEvent.every("action"), subjects);
    }
}
