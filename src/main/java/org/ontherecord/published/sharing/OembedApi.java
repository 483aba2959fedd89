package org.ontherecord.published.sharing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

import org.ontherecord.platform.NotUnderstood;
import org.ontherecord.platform.Site;
import org.ontherecord.published.MergedClaim;
import org.ontherecord.published.PublishedClaim;

/** The embed of a page of ours, for programs that know its address only (oEmbed 1.0). */
@Path("/oembed")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Sharing", description = "Claims on other sites")
public class OembedApi {
    private static final Pattern CLAIM =
            Pattern.compile("(?:/embed)?/claims/([1-9][0-9]{0,17})(?:-[^/]*)?(?:/versions/([1-9][0-9]{0,8}))?/?");
    private static final Pattern VERSION = Pattern.compile("(?:^|.*&)v=([0-9]+)(?:&.*|$)");
    private static final int WIDTH = 600;

    private final Versions versions;
    private final Site site;

    OembedApi(Versions versions, Site site) {
        this.versions = versions;
        this.site = site;
    }

    @GET
    @Operation(summary = "How to embed a claim, given the address of its page (oEmbed 1.0)")
    @APIResponse(
            responseCode = "200",
            description = "A rich oEmbed answer",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "400", description = "No address, or a size that is none")
    @APIResponse(responseCode = "404", description = "Not the address of a claim here")
    @APIResponse(responseCode = "501", description = "Another format than json")
    public Map<String, Object> show(
            @Parameter(description = "Address of a claim's page, of one of its versions, or of its embed") @RestQuery
                    String url,
            @Parameter(description = "The most pixels it may be wide", example = "600") @RestQuery String maxwidth,
            @Parameter(description = "The most pixels it may be high", example = "420") @RestQuery String maxheight,
            @Parameter(description = "json", example = "json") @RestQuery String format) {
        if (format != null && !format.equals("json")) {
            throw new ServerErrorException("We answer as JSON only: format=json.", 501);
        }
        if (url == null || url.isBlank()) {
            throw new NotUnderstood("The parameter url is missing: the address of a claim's page.");
        }
        int widest = pixels("maxwidth", maxwidth);
        int highest = pixels("maxheight", maxheight);
        Embed embed = embed(url.strip());
        String size = highest >= Embed.MEDIUM ? "m" : "s";
        int width = Math.min(WIDTH, widest);
        int height = Math.min(size.equals("m") ? Embed.MEDIUM : Embed.SMALL, highest);
        return answer(embed, size, width, height, widest >= ShareCard.WIDTH && highest >= ShareCard.HEIGHT);
    }

    private Map<String, Object> answer(Embed embed, String size, int width, int height, boolean roomForCard) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("version", "1.0");
        answer.put("type", "rich");
        answer.put("title", embed.title());
        answer.put("provider_name", Sharing.SITE);
        answer.put("provider_url", site.absolute("/"));
        answer.put("cache_age", 600);
        answer.put("html", embed.html(size, height));
        answer.put("width", width);
        answer.put("height", height);
        if (roomForCard) {
            answer.put("thumbnail_url", embed.links().card());
            answer.put("thumbnail_width", ShareCard.WIDTH);
            answer.put("thumbnail_height", ShareCard.HEIGHT);
        }
        return answer;
    }

    private Embed embed(String url) {
        try {
            URI asked = new URI(url.replaceFirst("#.*", ""));
            Matcher claim = CLAIM.matcher(String.valueOf(asked.getPath()));
            String ours = URI.create(site.address()).getAuthority();
            boolean web = "https".equalsIgnoreCase(asked.getScheme()) || "http".equalsIgnoreCase(asked.getScheme());
            if (web && ours.equalsIgnoreCase(asked.getAuthority()) && claim.matches()) {
                String version = claim.group(2) == null ? versionIn(asked.getRawQuery()) : claim.group(2);
                long number = Long.parseLong(claim.group(1));
                long answers =
                        versions.merged(number, version).map(MergedClaim::into).orElse(number);
                PublishedClaim record = versions.find(answers, version).orElseThrow(OembedApi::unknown);
                return new Embed(site, record, version != null);
            }
        } catch (URISyntaxException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** As in the address of an embed or a card. */
    private static String versionIn(String query) {
        Matcher version = VERSION.matcher(query == null ? "" : query);
        return version.matches() ? version.group(1) : null;
    }

    private static int pixels(String name, String given) {
        if (given == null || given.isBlank()) {
            return Integer.MAX_VALUE;
        }
        if (!given.matches("[1-9][0-9]{0,8}")) {
            throw new NotUnderstood("The parameter " + name + " takes a number of pixels, such as 600.");
        }
        return Integer.parseInt(given);
    }

    private static NotFoundException unknown() {
        return new NotFoundException("This is not the address of a claim on our public record.");
    }
}
