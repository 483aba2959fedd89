package org.ontherecord.claim.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.apache.commons.csv.CSVFormat;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.ontherecord.account.Account;
import org.ontherecord.account.SignedIn;
import org.ontherecord.claim.imports.RowReading.Understood;
import org.ontherecord.platform.FormErrors;

/** Other publishers' checks by hand: a file is looked through first, and taken in when somebody says so. */
@Path("/desk/imports")
@RolesAllowed("ADMIN")
@Produces(MediaType.TEXT_HTML)
public class ImportDesk {
    /** Seconds until the page of an import under way asks for itself again. */
    private static final int REFRESH = 3;

    private static final int PREVIEWED = 10;

    @CheckedTemplate(basePath = "claim")
    static class Templates {
        static native TemplateInstance imports(String publisher, FormErrors errors, ImportView.Listed earlier);

        static native TemplateInstance importOf(
                ImportView view, long waiting, List<Preview> preview, boolean still, String trouble);
    }

    /** One of the first rows as it was understood. */
    public record Preview(
            int line, String text, String speaker, String date, String rating, String publisher, String trouble) {
        static Preview of(Understood row) {
            ExternalClaim claim = row.claim();
            return claim == null
                    ? new Preview(
                            row.line(), "", "", "", "", "", row.remarks().get(0).reason())
                    : new Preview(
                            row.line(),
                            claim.wording(),
                            claim.speaker(),
                            claim.dated() == null
                                    ? null
                                    : org.ontherecord.platform.WrittenDate.inWords(
                                            claim.dated().date(), claim.dated().precision()),
                            claim.rating(),
                            claim.publisher(),
                            null);
        }
    }

    private final ImportIntake intake;
    private final EntityManager database;
    private final SignedIn signedIn;
    private final ImportBacklog backlog;

    ImportDesk(ImportIntake intake, EntityManager database, SignedIn signedIn, ImportBacklog backlog) {
        this.intake = intake;
        this.database = database;
        this.signedIn = signedIn;
        this.backlog = backlog;
    }

    @GET
    public TemplateInstance form(@RestQuery @DefaultValue("1") int page) {
        return Templates.imports("", new FormErrors(), earlier(page));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response look(@RestForm("publisher") String publisher, @RestForm("file") FileUpload file) {
        var errors = new FormErrors();
        int status = 422;
        if (file == null || file.size() == 0) {
            errors.add("file", "Choose a CSV or JSON file.");
        } else {
            try {
                Account who = QuarkusTransaction.requiringNew().call(signedIn::account);
                return to(
                        intake.add(file.uploadedFile(), new ImportIntake.Wish(file.fileName(), publisher, true), who));
            } catch (UnreadableImport refusal) {
                errors.add(refusal.getMessage().startsWith("“publisher”") ? "publisher" : "file", refusal.getMessage());
                status = refusal.isTooLarge() ? 413 : 422;
            }
        }
        return Response.status(status)
                .entity(Templates.imports(publisher == null ? "" : publisher, errors, earlier(1)))
                .build();
    }

    @GET
    @Path("{id:[1-9][0-9]{0,17}}")
    public Response show(
            @RestPath long id,
            @RestQuery @DefaultValue("all") String show,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @DefaultValue("false") boolean still) {
        ImportView view = view(id, show, page);
        long waiting = QuarkusTransaction.requiringNew().call(() -> backlog.of(view.row()));
        Response.ResponseBuilder answer = Response.ok(Templates.importOf(view, waiting, preview(view), still, null));
        return ((view.row().isGoingOn() || waiting > 0) && !still ? answer.header("Refresh", REFRESH) : answer).build();
    }

    /** What was looked through is taken in. */
    @POST
    @Path("{id:[1-9][0-9]{0,17}}/begin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@RestPath long id) {
        ImportView view = view(id, "all", 1);
        if (!view.row().dryRun()) {
            return to(id);
        }
        try {
            return to(intake.again(id, QuarkusTransaction.requiringNew().call(signedIn::account)));
        } catch (UnreadableImport gone) {
            return Response.status(409)
                    .entity(Templates.importOf(view, 0, List.of(), true, gone.getMessage()))
                    .build();
        }
    }

    /** All remarks as CSV, to work through in a spreadsheet; a cell that looks like a formula is made words. */
    @GET
    @Path("{id:[1-9][0-9]{0,17}}/remarks.csv")
    @Produces(MediaType.WILDCARD)
    public Response remarks(@RestPath long id) throws IOException {
        view(id, "all", 1);
        List<Remark> all = QuarkusTransaction.requiringNew()
                .call(() -> ImportView.remarks(database, id, "all", 0, ImportRemarks.MOST));
        StringBuilder csv = new StringBuilder();
        try (var printer = CSVFormat.RFC4180.print(csv)) {
            printer.printRecord("row", "what", "column", "external_id", "reason");
            for (Remark remark : all) {
                printer.printRecord(
                        remark.line(),
                        remark.weight().name().toLowerCase(java.util.Locale.ROOT),
                        remark.field(),
                        harmless(remark.externalId()),
                        harmless(remark.reason()));
            }
        }
        return Response.ok(csv.toString(), "text/csv; charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-remarks.csv\"")
                .build();
    }

    private static String harmless(String cell) {
        return cell != null && !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private List<Preview> preview(ImportView view) {
        if (!view.row().dryRun() || !view.row().kept()) {
            return List.of();
        }
        List<Preview> first = new ArrayList<>();
        try (RawRows rows = ImportFile.open(new ImportParts(database, view.row().id()))) {
            for (RawRow row = rows.next(); row != null && first.size() < PREVIEWED; row = rows.next()) {
                first.add(Preview.of(RowReading.of(row, view.row().publisher())));
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return first;
    }

    private ImportView view(long id, String show, int page) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ImportView.of(database, id, show, page).orElseThrow(NotFoundException::new));
    }

    private ImportView.Listed earlier(int page) {
        return QuarkusTransaction.requiringNew().call(() -> ImportView.all(database, page));
    }

    private static Response to(long id) {
        return Response.seeOther(URI.create("/desk/imports/" + id)).build();
    }
}
