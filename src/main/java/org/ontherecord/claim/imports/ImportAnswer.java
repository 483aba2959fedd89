package org.ontherecord.claim.imports;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import as a program is told of it. */
@Schema(name = "ImportAnswer", description = "An import: how far it is and what was wrong with which row")
record ImportAnswer(
        @Schema(description = "Number of the import") long id,

        @Schema(description = "Name of the file") String name,

        @Schema(description = "csv or claim_review") String format,

        @Schema(description = "Whether it only says what it would do")
        boolean dryRun,

        @Schema(description = "The publisher of rows that name none", nullable = true)
        String publisher,

        @Schema(
                description =
                        "queued, running, done when all its rows are through and its claims are found by words and by meaning, or failed when it was left to a person")
        String state,

        @Schema(description = "Rows in the file") int total,

        @Schema(description = "Rows that are through, whatever became of them")
        int done,

        @Schema(
                description =
                        "When all rows are through: claims that are found by their words already and not yet by their meaning")
        long waiting,

        @Schema(description = "Claims added; in a dry run, that would be")
        int added,

        @Schema(description = "Rows that are on record already, just so")
        int known,

        @Schema(description = "Rows that are on record already and say something else; nothing of it was changed")
        int differing,

        @Schema(description = "Rows that could not be taken in; errors says why")
        int failed,

        @Schema(description = "Why a failed import stopped", nullable = true)
        String trouble,

        @Schema(description = "When it was asked for") Instant startedAt,

        @Schema(description = "When its last row was through", nullable = true)
        Instant finishedAt,

        @Schema(description = "Rows that could not be taken in, a hundred at a time; the first 10,000 are kept")
        List<RowRemark> errors,

        @Schema(
                description =
                        "Rows that differ from the record, or were taken in with something to know, a hundred at a time")
        List<RowRemark> remarks,

        @Schema(description = "Which hundred of errors and remarks, from 1")
        int page,

        @Schema(description = "Pages of errors and remarks") int pages) {

    /** What is to be said about one row. */
    @Schema(name = "ImportRemark")
    record RowRemark(
            @Schema(description = "Line of the CSV in which the row begins, or number of the ClaimReview, from 1")
            int row,

            @Schema(description = "The column it is about", nullable = true)
            String column,

            @Schema(description = "error, differs or notice")
            String kind,

            @Schema(description = "What is wrong and what to do")
            String reason,

            @Schema(description = "The row's external_id, if it has one", nullable = true)
            String externalId) {

        static RowRemark of(Remark remark) {
            return new RowRemark(
                    remark.line(),
                    remark.field(),
                    remark.weight().name().toLowerCase(Locale.ROOT),
                    remark.reason(),
                    remark.externalId());
        }
    }

    static ImportAnswer of(
            ImportView.Row row, long waiting, List<Remark> errors, List<Remark> others, int page, int pages) {
        return new ImportAnswer(
                row.id(),
                row.name(),
                row.format().toLowerCase(Locale.ROOT),
                row.dryRun(),
                row.publisher(),
                waiting > 0 ? "running" : row.state().toLowerCase(Locale.ROOT),
                row.total(),
                row.done(),
                waiting,
                row.added(),
                row.known(),
                row.differing(),
                row.failed(),
                row.trouble(),
                row.startedAt(),
                row.finishedAt(),
                errors.stream().map(RowRemark::of).toList(),
                others.stream().map(RowRemark::of).toList(),
                page,
                pages);
    }
}
