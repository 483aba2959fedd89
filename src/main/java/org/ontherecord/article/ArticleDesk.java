package org.ontherecord.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

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
import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.ontherecord.account.SignedIn;
import org.ontherecord.platform.FormErrors;

/** Articles come in here, and what is known about them is put right. Their text and candidates are {@code CandidateDesk}'s. */
@Path("/desk/articles")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class ArticleDesk {
    private static final Logger LOG = Logger.getLogger(ArticleDesk.class);
    private static final List<String> WAYS = List.of("url", "text", "file");

    @CheckedTemplate(basePath = "article")
    static class Templates {
        static native TemplateInstance articles(ArticleList articles);

        static native TemplateInstance outlets(List<String> names);

        static native TemplateInstance newArticle(String by, ArticleForm.Typed typed, FormErrors errors);

        static native TemplateInstance details(
                ArticleDetails article, ArticleForm.Typed typed, String typedOrigin, FormErrors errors);
    }

    private final ArticleIngest ingest;
    private final PageFetcher fetcher;
    private final ArticleEditing editing;
    private final SignedIn signedIn;

    ArticleDesk(ArticleIngest ingest, PageFetcher fetcher, ArticleEditing editing, SignedIn signedIn) {
        this.ingest = ingest;
        this.fetcher = fetcher;
        this.editing = editing;
        this.signedIn = signedIn;
    }

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery @DefaultValue("1") int page) {
        return Templates.articles(ArticleList.of(page));
    }

    /** What a form offers while the name of an outlet is typed. */
    @GET
    @Path("outlets")
    @Transactional
    public TemplateInstance outlets(@RestQuery @DefaultValue("") String q) {
        return Templates.outlets(Outlet.names(CleanText.of(q)));
    }

    @GET
    @Path("new")
    public TemplateInstance form(@RestQuery @DefaultValue("url") String by) {
        return Templates.newArticle(way(by), new ArticleForm().typed(), new FormErrors());
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(@RestQuery @DefaultValue("text") String by, ArticleForm form) {
        return add(way(by), form, null);
    }

    @POST
    @Path("new")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response upload(
            @RestQuery @DefaultValue("file") String by, ArticleForm form, @RestForm("file") FileUpload file) {
        return add(way(by), form, file);
    }

    @GET
    @Path("{id:\\d+}/details")
    @Transactional
    public TemplateInstance details(@RestPath long id) {
        ArticleDetails article = ArticleDetails.of(id).orElseThrow(NotFoundException::new);
        return Templates.details(article, article.typed(), "", new FormErrors());
    }

    @POST
    @Path("{id:\\d+}/details")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response putRight(@RestPath long id, ArticleForm form) {
        ArticleDetails article = detailsNow(id);
        var errors = new FormErrors();
        form.check(errors);
        errors.require(!CleanText.line(form.title, 500).isEmpty(), "title", "Give the article a title.");
        int status = 422;
        if (errors.isEmpty()) {
            status = switch (editing.put(id, form)) {
                case DONE -> 303;
                case CHANGED_MEANWHILE -> 409;
                case ADDRESS_TAKEN -> {
                    errors.add("address", "Another article has this address.");
                    yield 422;
                }
            };
        }
        if (status == 303) {
            return Response.seeOther(URI.create("/desk/articles/" + id)).build();
        }
        ArticleDetails now = detailsNow(id);
        ArticleDetails shown = status == 409 ? now.against(form.typed()) : article.asRead(form.version);
        return page(status, Templates.details(shown, form.typed(), "", errors));
    }

    /** Says that it is a copy: what it says is then counted with its origin's. */
    @POST
    @Path("{id:\\d+}/origin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response copies(@RestPath long id, @RestForm @DefaultValue("") String origin) {
        ArticleDetails article = detailsNow(id);
        String trouble = editing.copies(id, CleanText.line(origin, 3_000));
        if (trouble == null) {
            return Response.seeOther(URI.create("/desk/articles/" + id)).build();
        }
        var errors = new FormErrors();
        errors.add("origin", trouble);
        return page(422, Templates.details(article, article.typed(), CleanText.line(origin, 3_000), errors));
    }

    @POST
    @Path("{id:\\d+}/origin/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response copiesNothing(@RestPath long id) {
        detailsNow(id);
        editing.copiesNothing(id);
        return Response.seeOther(URI.create("/desk/articles/" + id)).build();
    }

    private Response add(String by, ArticleForm form, FileUpload file) {
        var errors = new FormErrors();
        form.check(errors);
        ArticleText read = null;
        int status = 422;
        try {
            read = read(by, form, file);
        } catch (Unreadable refusal) {
            errors.add(by, refusal.getMessage());
            status = refusal.reason() == Unreadable.Reason.TOO_LARGE ? 413 : 422;
        }
        if (!errors.isEmpty()) {
            return page(status, Templates.newArticle(by, form.typed(), errors));
        }
        ArticleText text = form.over(read);
        ArticleIngest.Added added =
                QuarkusTransaction.requiringNew().call(() -> ingest.add(text, how(by), signedIn.account()));
        LOG.infof("article %d %s by %s", added.articleId(), added.known() ? "found again" : "added", by);
        String to = "/desk/articles/" + added.articleId() + (added.known() ? "?known=true" : "");
        return Response.seeOther(URI.create(to)).build();
    }

    private ArticleText read(String by, ArticleForm form, FileUpload file) {
        return switch (by) {
            case "url" -> {
                PageFetcher.FetchedPage page = fetcher.fetch(form.url);
                yield ArticleReader.bytes(page.body(), page.charset(), page.address());
            }
            case "file" -> uploaded(file);
            default -> ArticleReader.pasted(form.text == null ? "" : form.text);
        };
    }

    private static ArticleText uploaded(FileUpload file) {
        if (file == null || file.size() == 0) {
            throw new Unreadable(Unreadable.Reason.EMPTY, "Choose a file.");
        }
        if (file.size() > TextBytes.LARGEST) {
            throw TextBytes.tooLarge();
        }
        try {
            return ArticleReader.bytes(Files.readAllBytes(file.uploadedFile()), file.charSet(), null)
                    .orTitled(file.fileName());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private ArticleDetails detailsNow(long id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ArticleDetails.of(id))
                .orElseThrow(NotFoundException::new);
    }

    private static Snapshot.How how(String by) {
        return Map.of("url", Snapshot.How.FETCHED, "file", Snapshot.How.UPLOADED)
                .getOrDefault(by, Snapshot.How.PASTED);
    }

    private static String way(String by) {
        return WAYS.contains(by) ? by : "text";
    }

    private static Response page(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
