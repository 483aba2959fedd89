package org.ontherecord.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.ontherecord.account.ApiLimits;
import org.ontherecord.extraction.worth.CheckWorthiness;
import org.ontherecord.platform.ApiRefusal;
import org.ontherecord.platform.JsonRequest;

/** Scores for a program's sentences or transcript; nothing is stored. */
@Path("/api/v1/check-worthiness")
@RolesAllowed("CHECKER")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reading", description = "Texts of your own, read for claims; nothing is stored")
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API key, made at /desk/keys")
@SecurityRequirement(name = "bearer")
public class CheckWorthinessApi {
    static final int MOST_LINES = 20_000;
    static final int MOST_BYTES = 5 * 1024 * 1024;
    static final int LONGEST_LINE = 10_000;

    /** So that scores that differ are told apart. */
    private static final int DECIMALS = 6;
    /** Bytes are sent on at least this often, or the connection would be taken for idle. */
    private static final int SENT_TOGETHER = 100;

    /** What is sent: one of the two. */
    @Schema(name = "CheckWorthinessRequest")
    record Asked(
            @Schema(description = "Sentences, at most 20,000 of at most 10,000 characters each")
            List<String> sentences,

            @Schema(description = "A transcript in order; a line without a named speaker has null")
            List<CheckWorthiness.Line> lines) {}

    /** What is answered. */
    @Schema(name = "CheckWorthinessAnswer")
    record Answer(
            @Schema(description = "One for each sentence or line, in order: 0 to 100, worth checking more the higher")
            List<BigDecimal> scores) {}

    private final CheckWorthiness worth;
    private final ApiLimits limits;
    private final Turns turns = new Turns();

    CheckWorthinessApi(CheckWorthiness worth, ApiLimits limits) {
        this.worth = worth;
        this.limits = limits;
    }

    @POST
    @Operation(
            summary = "How much sentences, or the lines of a transcript, are worth checking",
            description = "Send either sentences or lines. The same request gets the same bytes. The body is sent on"
                    + " while it is computed; one that ends before its closing brace was cut off.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Asked.class),
                            examples = {
                                @ExampleObject(
                                        name = "sentences",
                                        value =
                                                "{\"sentences\": [\"Unemployment fell to 4.1 percent last year.\", \"Thank you.\"]}"),
                                @ExampleObject(
                                        name = "transcript",
                                        value =
                                                "{\"lines\": [{\"speaker\": \"MODERATOR\", \"text\": \"Good evening.\"}, {\"speaker\": \"ROE\", \"text\": \"We built 300 schools.\"}]}")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "The scores",
            content =
                    @Content(
                            schema = @Schema(implementation = Answer.class),
                            examples = @ExampleObject(name = "two", value = "{\"scores\":[52.000000,8.250000]}")))
    @APIResponse(responseCode = "400", description = "The body is not one JSON object")
    @APIResponse(responseCode = "401", description = "No API key, or one that opens nothing")
    @APIResponse(responseCode = "413", description = "More than can be sent at once")
    @APIResponse(responseCode = "422", description = "Fields that cannot be taken; the detail names each")
    @APIResponse(responseCode = "429", description = "The key has asked as much as it may; Retry-After says when again")
    @APIResponse(responseCode = "501", description = "No ranker runs on this machine")
    @APIResponse(responseCode = "503", description = "Busy, or still starting; Retry-After says when again")
    public Response rank(byte[] body, @Context RoutingContext request) {
        limits.request();
        if (worth.isLoading()) {
            throw stillLoading();
        }
        if (!worth.isReady()) {
            throw ApiRefusal.because(501, "There is no ranker on this machine; the newsroom's log says why.");
        }
        if (body != null && body.length > MOST_BYTES) {
            throw ApiRefusal.because(413, "The request is larger than 5 MB. Send it in parts.");
        }
        JsonRequest asked = JsonRequest.read(body).knowing("sentences", "lines");
        if (asked.has("sentences") == asked.has("lines")) {
            asked.wrong("sentences", "Send either “sentences” or “lines”.");
            asked.check();
        }
        return asked.has("sentences") ? sentences(asked, request) : transcript(asked, request);
    }

    static RuntimeException stillLoading() {
        return ApiRefusal.later(
                503, "The ranking is still being loaded after a start. Try again in 10 seconds.", 10, Map.of());
    }

    private Response sentences(JsonRequest asked, RoutingContext request) {
        List<String> sentences = new ArrayList<>();
        asked.each("sentences", MOST_LINES, (place, value) -> sentences.add(bounded(asked, value, place)));
        asked.check();
        return answer(sentences.size(), each -> worth.sentences(sentences, each), request);
    }

    private Response transcript(JsonRequest asked, RoutingContext request) {
        List<CheckWorthiness.Line> lines = new ArrayList<>();
        asked.each("lines", MOST_LINES, (place, value) -> lines.add(line(asked, value, place)));
        asked.check();
        return answer(lines.size(), each -> worth.transcript(lines, each), request);
    }

    private static CheckWorthiness.Line line(JsonRequest asked, JsonNode value, String place) {
        if (!value.isObject()) {
            asked.wrong(place, "“" + place + "” must be an object with “speaker” and “text”.");
            return null;
        }
        value.fieldNames().forEachRemaining(name -> {
            if (!Set.of("speaker", "text").contains(name)) {
                asked.wrong(place, "“" + place + "” has a field there is none of. Use: speaker, text.");
            }
        });
        String speaker = value.hasNonNull("speaker") ? bounded(asked, value.get("speaker"), place + ".speaker") : null;
        return new CheckWorthiness.Line(speaker, bounded(asked, value.get("text"), place + ".text"));
    }

    private static String bounded(JsonRequest asked, JsonNode value, String place) {
        String words = asked.words(value, place);
        if (words != null && words.codePointCount(0, words.length()) > LONGEST_LINE) {
            asked.wrong(place, "“" + place + "” is longer than " + LONGEST_LINE + " characters. Send it as sentences.");
        }
        return words;
    }

    /** Sent on as it is computed: a transcript takes longer than a silent connection is kept. */
    private Response answer(int lines, Consumer<DoubleConsumer> scoring, RoutingContext request) {
        Map<String, String> left = limits.lines(lines);
        Turns.Turn turn = turns.take();
        request.addEndHandler(over -> turn.close());
        StreamingOutput scores = out -> {
            try (turn) {
                var writing = new Scores(out, request);
                writing.text("{\"scores\":[");
                scoring.accept(writing);
                writing.text("]}");
                out.flush();
            }
        };
        var response = Response.ok(scores, MediaType.APPLICATION_JSON_TYPE);
        left.forEach(response::header);
        return response.build();
    }

    /** Writes scores with a comma between them, and stops the scoring when nobody is there to read. */
    private static final class Scores implements DoubleConsumer {
        private final OutputStream out;
        private final RoutingContext request;
        private int written;

        Scores(OutputStream out, RoutingContext request) {
            this.out = out;
            this.request = request;
        }

        @Override
        public void accept(double score) {
            String number = BigDecimal.valueOf(score)
                    .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                    .toPlainString();
            try {
                text(written == 0 ? number : "," + number);
                if (++written % SENT_TOGETHER == 0) {
                    if (request.response().closed()) {
                        throw new IOException("nobody is there to read");
                    }
                    out.flush();
                }
            } catch (IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        }

        void text(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
