package org.ontherecord.article.bulk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.article.TextBytes;
import org.ontherecord.article.Unreadable;
import org.ontherecord.platform.FormErrors;

/** Many articles at once: asking for it, and watching it go. */
@Path("/desk/articles/bulk")
@RolesAllowed("CHECKER")
@Produces(MediaType.TEXT_HTML)
public class BulkDesk {
    private static final Logger LOG = Logger.getLogger(BulkDesk.class);
    /** Seconds until the page of a bulk under way asks for itself again. */
    private static final int REFRESH = 5;

    @CheckedTemplate(basePath = "article")
    static class Templates {
        static native TemplateInstance newBulk(String by, String typed, FormErrors errors, BulkView.Listed earlier);

        static native TemplateInstance bulk(BulkView view, boolean still);
    }

    private final BulkIntake intake;
    private final BulkSteering steering;
    private final EntityManager database;
    private final SignedIn signedIn;

    BulkDesk(BulkIntake intake, BulkSteering steering, EntityManager database, SignedIn signedIn) {
        this.intake = intake;
        this.steering = steering;
        this.database = database;
        this.signedIn = signedIn;
    }

    @GET
    @Transactional
    public TemplateInstance form(@RestQuery @DefaultValue("zip") String by, @RestQuery @DefaultValue("1") int page) {
        return Templates.newBulk(way(by), "", new FormErrors(), BulkView.all(database, page));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response start(@RestQuery @DefaultValue("zip") String by, BulkForm form, @RestForm("file") FileUpload file) {
        var errors = new FormErrors();
        int status = 422;
        try {
            Account who = QuarkusTransaction.requiringNew().call(signedIn::account);
            long id = way(by).equals("zip") ? zip(file, who) : addresses(form.typed(), file, who);
            LOG.infof("bulk %d started from %s", id, way(by));
            return to(id);
        } catch (Unreadable refusal) {
            boolean aboutFile = way(by).equals("zip") || form.typed().isBlank() && isGiven(file);
            errors.add(aboutFile ? "file" : "addresses", refusal.getMessage());
            status = refusal.reason() == Unreadable.Reason.TOO_LARGE ? 413 : 422;
        }
        BulkView.Listed earlier = QuarkusTransaction.requiringNew().call(() -> BulkView.all(database, 1));
        return Response.status(status)
                .entity(Templates.newBulk(way(by), form.typed(), errors, earlier))
                .build();
    }

    @GET
    @Path("{id:\\d+}")
    @Transactional
    public Response show(
            @RestPath long id,
            @RestQuery @DefaultValue("all") String show,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("false") boolean still) {
        BulkView view = BulkView.of(database, id, show, page).orElseThrow(NotFoundException::new);
        Response.ResponseBuilder answer = Response.ok(Templates.bulk(view, still));
        return (view.bulk().isGoingOn() && !still ? answer.header("Refresh", REFRESH) : answer).build();
    }

    @POST
    @Path("{id:\\d+}/stop")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response stop(@RestPath long id) {
        return after(id, "stopped", steering.stop(known(id), signedIn.account()));
    }

    @POST
    @Path("{id:\\d+}/resumption")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resume(@RestPath long id) {
        return after(id, "resumed", steering.resume(known(id), signedIn.account()));
    }

    @POST
    @Path("{id:\\d+}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retry(@RestPath long id) {
        return after(id, "tried again", steering.retry(known(id), signedIn.account()));
    }

    private long zip(FileUpload file, Account who) {
        if (!isGiven(file)) {
            throw new Unreadable(Unreadable.Reason.EMPTY, "Choose a .zip file.");
        }
        if (file.size() > BulkIntake.LARGEST_ITEM) {
            throw new Unreadable(
                    Unreadable.Reason.TOO_LARGE, "This zip is larger than 20 MB. Divide it and add the parts.");
        }
        return intake.files(file.uploadedFile(), file.fileName(), who);
    }

    private long addresses(String typed, FileUpload file, Account who) {
        String list = typed;
        String name = "";
        if (isGiven(file)) {
            list = typed + "\n" + words(file);
            name = file.fileName();
        }
        List<BulkIntake.Line> lines = BulkIntake.lines(list);
        Optional<URI> first = lines.stream()
                .map(BulkIntake.Line::address)
                .filter(Objects::nonNull)
                .findFirst();
        if (first.isEmpty()) {
            throw new Unreadable(
                    Unreadable.Reason.EMPTY,
                    "We found no web address. Write one a line, such as https://example.org/story.");
        }
        if (lines.size() > BulkIntake.MOST_ITEMS) {
            throw BulkIntake.tooMany();
        }
        return intake.addresses(
                lines, name.isBlank() ? "Addresses, the first at " + first.get().getHost() : name, who);
    }

    private static String words(FileUpload file) {
        try {
            return TextBytes.words(Files.readAllBytes(file.uploadedFile()), file.charSet());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private long known(long id) {
        if (QuarkusTransaction.requiringNew().call(() -> Bulk.count("id", id)) == 0) {
            throw new NotFoundException();
        }
        return id;
    }

    private static Response after(long id, String deed, boolean done) {
        if (done) {
            LOG.infof("bulk %d %s", id, deed);
        }
        return to(id);
    }

    private static Response to(long id) {
        return Response.seeOther(URI.create("/desk/articles/bulk/" + id)).build();
    }

    private static boolean isGiven(FileUpload file) {
        return file != null && file.size() > 0;
    }

    private static String way(String by) {
        return by.equals("addresses") ? by : "zip";
    }
}
