package org.ontherecord.published.sharing;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.Site;
import org.ontherecord.published.MergedPage;

/** A claim's version as a reference: for people, and for the programs that keep their references. */
@Path("/claims/{number: [1-9][0-9]{0,17}}/cite.{form: json|bib|ris|txt}")
@PermitAll
public class CitePage {
    private final Versions versions;
    private final Site site;
    private final ObjectMapper json;

    CitePage(Versions versions, Site site, ObjectMapper json) {
        this.versions = versions;
        this.site = site;
        this.json = json;
    }

    @GET
    public Response show(@RestPath long number, @RestPath String form, @RestQuery("v") String version)
            throws JsonProcessingException {
        var merged = versions.merged(number, version);
        if (merged.isPresent()) {
            return MergedPage.moved("/claims/" + merged.get().into() + "/cite." + form);
        }
        Citation citation = versions.find(number, version)
                .map(record -> Citation.of(site, record))
                .orElseThrow(() -> new NotFoundException("There is no such claim or version on the public record."));
        return switch (form) {
            case "json" ->
                answer(
                        citation,
                        form,
                        "application/vnd.citationstyles.csl+json",
                        json.writeValueAsString(citation.csl()));
            case "bib" -> answer(citation, form, "application/x-bibtex", citation.bibtex());
            case "ris" -> answer(citation, form, "application/x-research-info-systems", citation.ris());
            default -> answer(citation, form, "text/plain", citation.plain() + "\n");
        };
    }

    private static Response answer(Citation citation, String form, String type, String body) {
        String shown = form.equals("txt") ? "inline" : "attachment";
        return Response.ok(body, type + ";charset=UTF-8")
                .header(
                        "Content-Disposition",
                        shown + "; filename=\"" + citation.id() + "-v" + citation.version() + "." + form + "\"")
                .build();
    }
}
