package org.ontherecord.speaker;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
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

import io.quarkus.panache.common.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.account.AuditEvent;
import org.ontherecord.account.SignedIn;
import org.ontherecord.platform.FormErrors;
import org.ontherecord.platform.Paging;
import org.ontherecord.platform.WrittenDate;

/** Speakers on the desk: one row for each person or body, with the names they go by and the offices they held. */
@Path("/desk/speakers")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class SpeakerDesk {
    private static final int ON_A_PAGE = 50;

    /** A line of the list. */
    record Row(long id, String name, String kind, String aliases) {
        static Row of(Speaker speaker) {
            return new Row(
                    speaker.id,
                    speaker.name,
                    speaker.kind == Speaker.Kind.PERSON ? "Person" : "Body",
                    String.join(", ", speaker.aliases));
        }
    }

    /** The form and what stands beside it; the id is null for a speaker yet to be made. */
    record Sheet(Long id, SpeakerForm form, SpeakerForm theirs, FormErrors errors) {
        /** The lines of the table of offices, each with what is wrong in it. */
        public List<Line> lines() {
            return IntStream.range(0, form.offices().size())
                    .mapToObj(i -> new Line(
                            i,
                            form.offices().get(i),
                            errors.all().stream()
                                    .filter(error -> error.field().endsWith("-" + i))
                                    .map(FormErrors.FieldError::message)
                                    .toList()))
                    .toList();
        }
    }

    /** One line of the table of offices. */
    record Line(int n, SpeakerForm.Office office, List<String> errors) {}

    @CheckedTemplate(basePath = "speaker")
    static class Templates {
        static native TemplateInstance speakers(List<Row> rows, String q, long total, int page, int pages, String link);

        static native TemplateInstance speaker(Sheet sheet);

        static native TemplateInstance names(List<String> names);
    }

    private final SignedIn signedIn;
    private final Clock clock;

    SpeakerDesk(SignedIn signedIn, Clock clock) {
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("1") int page) {
        var found = Speaker.<Speaker>find(
                "lower(name) like ?1 escape '!' or lower(array_to_string(aliases, ' ')) like ?1 escape '!' order by lower(name), id",
                "%" + q.strip().toLowerCase().replaceAll("([!%_])", "!$1") + "%");
        long total = found.count();
        int pages = Paging.pages(total, ON_A_PAGE);
        int shown = Math.min(Math.max(1, page), pages);
        List<Row> rows =
                found.page(Page.of(shown - 1, ON_A_PAGE)).stream().map(Row::of).toList();
        return Templates.speakers(
                rows,
                q,
                total,
                shown,
                pages,
                "/desk/speakers?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8) + "&page=");
    }

    /** What a form offers while a name is typed. */
    @GET
    @Path("names")
    @Transactional
    public TemplateInstance names(@RestQuery @DefaultValue("") String q) {
        return Templates.names(Speaker.names(q));
    }

    @GET
    @Path("new")
    public TemplateInstance blank() {
        return Templates.speaker(new Sheet(null, SpeakerForm.EMPTY, null, new FormErrors()));
    }

    @GET
    @Path("{id}")
    @Transactional
    public TemplateInstance show(@RestPath long id) {
        return Templates.speaker(new Sheet(id, SpeakerForm.of(existing(id)), null, new FormErrors()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response add(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String aliases,
            @RestForm("wikidata_id") @DefaultValue("") String wikidataId,
            @RestForm List<String> role,
            @RestForm List<String> body,
            @RestForm("from_on") List<String> from,
            @RestForm("to_on") List<String> to,
            @RestForm String more) {
        var single = Map.of("name", name, "kind", kind, "aliases", aliases, "wikidata_id", wikidataId);
        return save(null, SpeakerForm.typed(single, role, body, from, to), more != null);
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Transactional
    public Response change(
            @RestPath long id,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String aliases,
            @RestForm("wikidata_id") @DefaultValue("") String wikidataId,
            @RestForm List<String> role,
            @RestForm List<String> body,
            @RestForm("from_on") List<String> from,
            @RestForm("to_on") List<String> to,
            @RestForm @DefaultValue("0") String version,
            @RestForm String more) {
        var single =
                Map.of("name", name, "kind", kind, "aliases", aliases, "wikidata_id", wikidataId, "version", version);
        return save(existing(id), SpeakerForm.typed(single, role, body, from, to), more != null);
    }

    private Response save(Speaker speaker, SpeakerForm typed, boolean more) {
        Long id = speaker == null ? null : speaker.id;
        if (more) {
            return page(200, new Sheet(id, typed.withAnotherLine(), null, new FormErrors()));
        }
        FormErrors errors = typed.errors();
        if (errors.isEmpty()) {
            refuseTwins(typed, id, errors);
        }
        if (!errors.isEmpty()) {
            return page(422, new Sheet(id, typed, null, errors));
        }
        if (speaker != null && speaker.version != typed.version()) {
            SpeakerForm theirs = SpeakerForm.of(speaker);
            SpeakerForm mine = new SpeakerForm(
                    typed.name(), typed.kind(), typed.aliases(), typed.wikidataId(), typed.offices(), theirs.version());
            return page(409, new Sheet(id, mine, theirs, errors));
        }
        Speaker kept = speaker == null ? Speaker.named(typed.name(), clock.instant()) : speaker;
        keep(kept, typed);
        return Response.seeOther(URI.create("/desk/speakers/" + kept.id + "?saved"))
                .build();
    }

    private void keep(Speaker speaker, SpeakerForm typed) {
        var before = Map.<String, Object>of("name", speaker.name, "aliases", speaker.aliases);
        speaker.describe(
                typed.name(),
                Speaker.Kind.valueOf(typed.kind()),
                typed.aliasList(),
                typed.wikidata().isEmpty() ? null : typed.wikidata());
        Affiliation.delete("speaker", speaker);
        typed.offices().stream()
                .filter(office -> !office.isEmpty())
                .forEach(office -> Affiliation.of(
                        speaker,
                        office.role().strip(),
                        office.body().isBlank() ? null : office.body().strip(),
                        WrittenDate.rough(office.fromOn()).orElse(null),
                        WrittenDate.rough(office.toOn()).orElse(null)));
        AuditEvent.record(
                signedIn.account(),
                "speaker described",
                "speaker",
                speaker.id,
                before,
                Map.of("name", speaker.name, "aliases", speaker.aliases),
                clock.instant());
    }

    /** Two rows for one person would split their record. */
    private static void refuseTwins(SpeakerForm typed, Long id, FormErrors errors) {
        Speaker.known(typed.name())
                .filter(other -> !other.id.equals(id))
                .ifPresent(other -> errors.add(
                        "name", "We know this name already: it is “" + other.name + "”, number " + other.id + "."));
        if (!typed.wikidata().isEmpty()) {
            Speaker.<Speaker>find("wikidataId", typed.wikidata())
                    .firstResultOptional()
                    .filter(other -> !other.id.equals(id))
                    .ifPresent(other -> errors.add("wikidata_id", "This Wikidata id is that of “" + other.name + "”."));
        }
    }

    private static Speaker existing(long id) {
        return Speaker.<Speaker>findByIdOptional(id).orElseThrow(NotFoundException::new);
    }

    private static Response page(int status, Sheet sheet) {
        return Response.status(status).entity(Templates.speaker(sheet)).build();
    }
}
