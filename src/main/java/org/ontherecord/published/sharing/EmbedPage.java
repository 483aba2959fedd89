package org.ontherecord.published.sharing;

import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.Language;
import org.ontherecord.platform.Site;
import org.ontherecord.published.MergedClaim;
import org.ontherecord.published.MergedPage;
import org.ontherecord.published.PublishedClaim;
import org.ontherecord.published.timeline.TimelineMessages;
import org.ontherecord.published.timeline.TimelineModel;

/** A claim on somebody else's page: the verdict of the day, or of one version. Neither script nor cookie. */
@Path("/embed/claims/{number}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
public class EmbedPage {
    @CheckedTemplate(basePath = "sharing")
    static class Templates {
        static native TemplateInstance embed(PublishedClaim record, TimelineModel figure, String theme, boolean frozen);

        static native TemplateInstance noEmbed(String theme);
    }

    private final Versions versions;
    private final Site site;

    EmbedPage(Versions versions, Site site) {
        this.versions = versions;
        this.site = site;
    }

    /** What is not known of size and theme is as if not given: a frame has no use for a complaint. */
    @GET
    public Response show(
            @RestPath String number,
            @RestQuery String size,
            @RestQuery("theme") String wished,
            @RestQuery("v") String version) {
        String theme = "light".equals(wished) || "dark".equals(wished) ? wished : null;
        Optional<MergedClaim> merged = number.matches("[1-9][0-9]{0,17}")
                ? versions.merged(Long.parseLong(number), version)
                : Optional.empty();
        if (merged.isPresent()) {
            String wishes = ("m".equals(size) ? "&size=m" : "") + (theme == null ? "" : "&theme=" + theme);
            return MergedPage.moved("/embed/claims/" + merged.get().into() + wishes.replaceFirst("&", "?"));
        }
        Optional<PublishedClaim> found =
                number.matches("[1-9][0-9]{0,17}") ? versions.find(Long.parseLong(number), version) : Optional.empty();
        if (found.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND)
                    .entity(Templates.noEmbed(theme))
                    .build();
        }
        PublishedClaim record = found.get();
        Language language = site.language();
        var subject = new TimelineModel.Subject("timeline", record.claim().titleQuoted(language), "#", null);
        var figure = "m".equals(size)
                ? TimelineModel.of(
                        subject, record.eventsIn(language), record.asOf(), language.words(TimelineMessages.class))
                : null;
        return Response.ok(Templates.embed(record, figure, theme, version != null))
                .build();
    }
}
