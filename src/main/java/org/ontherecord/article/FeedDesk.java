package org.ontherecord.article;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

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

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import org.ontherecord.platform.FormErrors;

/** Feeds the newsroom watches: what each brought in, what it did not and why. Editors say which; everybody looks. */
@Path("/desk/feeds")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class FeedDesk {
    private static final Logger LOG = Logger.getLogger(FeedDesk.class);

    @CheckedTemplate(basePath = "feed")
    static class Templates {
        static native TemplateInstance feeds(FeedList feeds);

        static native TemplateInstance feed(FeedView feed, boolean asked);

        static native TemplateInstance feedForm(
                Long id, FeedForm.Typed typed, List<FeedForm.Interval> intervals, FormErrors errors);
    }

    private final FeedWatching watching;
    private final PageFetcher fetcher;

    FeedDesk(FeedWatching watching, PageFetcher fetcher) {
        this.watching = watching;
        this.fetcher = fetcher;
    }

    @GET
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance list() {
        return Templates.feeds(FeedList.all());
    }

    @GET
    @Path("new")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("EDITOR")
    public TemplateInstance form() {
        return Templates.feedForm(null, new FeedForm().typed(), FeedForm.intervals(), new FormErrors());
    }

    @POST
    @RolesAllowed("EDITOR")
    public Response add(FeedForm form) {
        FormErrors errors = checked(form, null);
        if (errors.isEmpty()) {
            FeedWatching.Result result = watching.add(form);
            if (result.outcome() == FeedWatching.Outcome.DONE) {
                LOG.infof("feed %d added", result.id());
                return to(result.id());
            }
            errors.add("address", "We watch this feed already.");
        }
        return refused(null, form, errors);
    }

    @GET
    @Path("{id:\\d+}")
    @Consumes(MediaType.WILDCARD)
    @Transactional
    public TemplateInstance show(
            @RestPath long id,
            @RestQuery @DefaultValue("all") String show,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery boolean asked) {
        return Templates.feed(FeedView.of(id, show, page).orElseThrow(NotFoundException::new), asked);
    }

    @GET
    @Path("{id:\\d+}/details")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("EDITOR")
    @Transactional
    public TemplateInstance details(@RestPath long id) {
        WatchedFeed feed = WatchedFeed.<WatchedFeed>findByIdOptional(id).orElseThrow(NotFoundException::new);
        return Templates.feedForm(id, FeedForm.of(feed), FeedForm.intervals(), new FormErrors());
    }

    @POST
    @Path("{id:\\d+}/details")
    @RolesAllowed("EDITOR")
    public Response putRight(@RestPath long id, FeedForm form) {
        String address = QuarkusTransaction.requiringNew()
                .call(() -> WatchedFeed.<WatchedFeed>findByIdOptional(id).orElseThrow(NotFoundException::new).address);
        FormErrors errors = checked(form, address);
        if (errors.isEmpty()) {
            switch (watching.put(id, form).outcome()) {
                case DONE -> {
                    return to(id);
                }
                case OVERTAKEN -> {
                    return overtaken(id, form);
                }
                case ADDRESS_TAKEN -> errors.add("address", "We watch this feed already.");
                default -> errors.add("address", "This feed is no longer watched. Add it anew.");
            }
        }
        return refused(id, form, errors);
    }

    @POST
    @Path("{id:\\d+}/pause")
    @RolesAllowed("EDITOR")
    public Response pause(@RestPath long id) {
        return turned(id, watching.turn(id, "feed paused", (feed, now) -> feed.pause()));
    }

    @POST
    @Path("{id:\\d+}/resumption")
    @RolesAllowed("EDITOR")
    public Response resume(@RestPath long id) {
        return turned(id, watching.turn(id, "feed resumed", WatchedFeed::resume));
    }

    @POST
    @Path("{id:\\d+}/poll")
    public Response poll(@RestPath long id) {
        turned(id, watching.pollNow(id));
        return Response.seeOther(URI.create("/desk/feeds/" + id + "?asked=true"))
                .build();
    }

    @POST
    @Path("{id:\\d+}/stop")
    @RolesAllowed("EDITOR")
    public Response stop(@RestPath long id) {
        return turned(id, watching.turn(id, "feed no longer watched", (feed, now) -> feed.stop()));
    }

    @POST
    @Path("{id:\\d+}/items/{item:\\d+}/try")
    public Response tryAgain(@RestPath long id, @RestPath long item, @RestForm @DefaultValue("all") String show) {
        boolean done = watching.tryAgain(id, item);
        return done ? Response.seeOther(URI.create("/desk/feeds/" + id)).build() : turned(id, false);
    }

    /** What is wrong with it as typed, and whether there is a feed at a new address. */
    private FormErrors checked(FeedForm form, String knownAddress) {
        var errors = new FormErrors();
        form.check(errors);
        if (errors.isEmpty() && !form.url().toString().equals(knownAddress)) {
            try {
                look(form.url(), errors);
            } catch (Unreadable trouble) {
                errors.add("address", FeedWords.of(trouble));
            }
        }
        return errors;
    }

    private void look(URI url, FormErrors errors) {
        PageFetcher.FetchedFeed answer = fetcher.fetchFeed(url.toString(), PageFetcher.Marks.NONE);
        if (answer.status() != 200) {
            errors.add("address", FeedWords.ofStatus(answer.status()));
            return;
        }
        try {
            FeedReader.read(answer.body(), answer.charset(), answer.address());
        } catch (Unreadable noFeed) {
            String named = namedIn(answer);
            errors.add(
                    "address",
                    named == null
                            ? noFeed.getMessage()
                            : "This is a page, not a feed. It says that its feed is at " + named + ".");
        }
    }

    /** The feed a page names for programs that look for one. */
    private static String namedIn(PageFetcher.FetchedFeed answer) {
        String page = new String(answer.body(), StandardCharsets.UTF_8);
        Element link = Jsoup.parse(
                        page.substring(0, Math.min(page.length(), 200_000)),
                        answer.address().toString())
                .selectFirst("link[rel=alternate][type~=(?i)(rss|atom)][href]");
        return link == null || WebAddress.parse(link.absUrl("href")) == null ? null : link.absUrl("href");
    }

    private static Response turned(long id, boolean done) {
        if (!done) {
            throw new NotFoundException();
        }
        return to(id);
    }

    private static Response to(long id) {
        return Response.seeOther(URI.create("/desk/feeds/" + id)).build();
    }

    private static Response refused(Long id, FeedForm form, FormErrors errors) {
        return refused(422, id, form.typed(), errors);
    }

    /** Sent once more it counts, now that the person has read what it would replace. */
    private static Response overtaken(long id, FeedForm form) {
        WatchedFeed feed = QuarkusTransaction.requiringNew().call(() -> WatchedFeed.findById(id));
        FeedForm.Typed now = FeedForm.of(feed);
        var errors = new FormErrors();
        errors.add(
                "address",
                "This feed was changed while you were writing. It is now %s, outlet: %s, every %s, keywords: %s. Nothing of yours was saved; save again if it is to replace that."
                        .formatted(
                                now.address(),
                                now.outlet().isEmpty() ? "as each page says" : now.outlet(),
                                FeedList.every(now.interval()),
                                now.keywords().isEmpty() ? "none" : now.keywords()));
        return refused(409, id, form.typed().seeing(feed), errors);
    }

    private static Response refused(int status, Long id, FeedForm.Typed typed, FormErrors errors) {
        return Response.status(status)
                .entity(Templates.feedForm(id, typed, FeedForm.intervals(), errors))
                .build();
    }
}
