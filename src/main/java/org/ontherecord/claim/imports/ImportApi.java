package org.ontherecord.claim.imports;

import java.net.URI;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import org.ontherecord.account.Account;
import org.ontherecord.account.ApiLimits;
import org.ontherecord.account.KeyIdentityProvider;
import org.ontherecord.account.SignedIn;
import org.ontherecord.platform.ApiRefusal;

/** Other publishers' checks, sent by a program as a file and taken in as a job. For administrators' keys, and the demonstration's. */
@Path("/api/v1/imports")
@RolesAllowed({"ADMIN", KeyIdentityProvider.DEMONSTRATION})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Imports", description = "Claims that others checked, taken in with their publisher's name and rating")
@SecurityRequirement(name = "bearer")
public class ImportApi {

    /** What is sent. */
    @Schema(name = "ImportRequest")
    record Sent(
            @Schema(
                    description =
                            "CSV (RFC 4180) or ClaimReview JSON in UTF-8, plain or packed with gzip; at most 20 MB as sent, 250 MB unpacked and 250,000 rows",
                    format = "binary",
                    required = true)
            String file,

            @Schema(description = "The publisher of rows that name none", example = "Example Checkers")
            String publisher,

            @Schema(
                    description = "true to be told what would happen, with nothing stored as a claim",
                    example = "false")
            Boolean dryRun) {}

    private final ImportIntake intake;
    private final ApiLimits limits;
    private final SignedIn signedIn;
    private final EntityManager database;
    private final ImportBacklog backlog;

    ImportApi(ImportIntake intake, ApiLimits limits, SignedIn signedIn, EntityManager database, ImportBacklog backlog) {
        this.intake = intake;
        this.limits = limits;
        this.signedIn = signedIn;
        this.database = database;
        this.backlog = backlog;
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Take in a file of claims that others checked",
            description =
                    "CSV with the columns external_id, text, title, speaker, date, rating, url, publisher and language in any order, or schema.org"
                            + " ClaimReview as one object, many, an array, a @graph or a DataFeed. Each row is known again by publisher and"
                            + " external_id: the same file twice changes nothing.")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = MediaType.MULTIPART_FORM_DATA, schema = @Schema(implementation = Sent.class)))
    @APIResponse(
            responseCode = "202",
            description = "Queued; ask again at the address in Location",
            headers =
                    @Header(
                            name = "Location",
                            description = "The import's address",
                            schema = @Schema(implementation = String.class)),
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "401", description = "No API key, or one that opens nothing")
    @APIResponse(responseCode = "403", description = "Not the key of an administrator")
    @APIResponse(responseCode = "413", description = "More than can be sent at once")
    @APIResponse(responseCode = "422", description = "A file that cannot be read; the detail says where and why")
    @APIResponse(responseCode = "429", description = "The key has asked as much as it may; Retry-After says when again")
    public Response start(
            @Parameter(hidden = true) @RestForm("file") FileUpload file,
            @Parameter(hidden = true) @RestForm("publisher") String publisher,
            @Parameter(hidden = true) @RestForm("dry_run") String dryRun) {
        limits.request();
        if (file == null) {
            throw ApiRefusal.because(422, "No file was sent. Send it as the form field “file” (multipart/form-data).");
        }
        var wish = new ImportIntake.Wish(file.fileName(), publisher, isYes(dryRun));
        long id;
        try {
            Account who = QuarkusTransaction.requiringNew().call(signedIn::account);
            id = intake.add(file.uploadedFile(), wish, who);
        } catch (UnreadableImport refusal) {
            throw ApiRefusal.because(refusal.isTooLarge() ? 413 : 422, refusal.getMessage());
        }
        return Response.accepted(answer(id, 1))
                .location(URI.create("/api/v1/imports/" + id))
                .build();
    }

    @GET
    @Path("{id:[1-9][0-9]{0,17}}")
    @Operation(summary = "How far an import is, and what was wrong with which row")
    @APIResponse(
            responseCode = "200",
            description = "The import",
            content = @Content(schema = @Schema(implementation = ImportAnswer.class)))
    @APIResponse(responseCode = "401", description = "No API key, or one that opens nothing")
    @APIResponse(responseCode = "403", description = "Not the key of an administrator")
    @APIResponse(responseCode = "404", description = "There is no such import")
    public ImportAnswer show(
            @Parameter(description = "Number of the import", example = "1") @RestPath long id,
            @Parameter(description = "Which hundred of errors and remarks, from 1", example = "1")
                    @RestQuery
                    @DefaultValue("1")
                    int page) {
        limits.request();
        return answer(id, page);
    }

    private ImportAnswer answer(long id, int wantedPage) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ImportView errors = ImportView.of(database, id, "error", wantedPage)
                    .orElseThrow(() -> new NotFoundException("There is no import " + id + "."));
            ImportView all = ImportView.of(database, id, "all", wantedPage).orElseThrow();
            int page = Math.max(1, wantedPage);
            int skip = (page - 1) * ImportView.PAGE;
            List<Remark> failed = page > errors.pages() ? List.of() : errors.remarks();
            List<Remark> others = skip < 0 ? List.of() : ImportView.others(database, id, skip);
            return ImportAnswer.of(
                    errors.row(),
                    backlog.of(errors.row()),
                    failed,
                    others,
                    page,
                    Math.max(errors.pages(), all.pages()));
        });
    }

    private static boolean isYes(String given) {
        return given != null && (given.equalsIgnoreCase("true") || given.equals("1") || given.equalsIgnoreCase("yes"));
    }
}
