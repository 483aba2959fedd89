package org.ontherecord.claim.matches;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import org.ontherecord.account.ApiLimits;
import org.ontherecord.matching.ClaimMatcher;
import org.ontherecord.matching.Match;
import org.ontherecord.matching.Sight;
import org.ontherecord.matching.Utterance;
import org.ontherecord.platform.ApiRefusal;

/** "Checked before?": for a program's texts the claims on record that say the same; nothing is stored. */
@Path("/api/v1/matches")
@RolesAllowed("CHECKER")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Matching", description = "Which claims on record say the same as a text of your own; nothing is stored")
@SecurityRequirement(name = "bearer")
public class MatchApi {
    static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(MatchApi.class);
    /** As many texts are looked for at once, so that pages find a processor; the next one's turn comes after one text. */
    private static final int AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 4;
    private static final int PATIENCE_OF_MANY_SECONDS = 8;

    private static final String EXAMPLE_ONE =
            "{\"text\": \"Rents here fell by four percent.\", \"speaker\": \"John Doe\", \"date\": \"2024-05-03\", \"context\": {\"before\": [\"Let us talk about housing.\"], \"after\": \"And they fell for everybody.\"}, \"limit\": 5}";
    private static final String EXAMPLE_MANY =
            "{\"texts\": [\"Rents here fell by four percent.\", {\"text\": \"We built 300 schools.\", \"speaker\": \"Jane Roe\"}], \"limit\": 3, \"min_score\": 0.5}";

    /** The sentences around a text. */
    @Schema(name = "MatchContext", description = "The sentences around the text; each a string or a list of strings")
    record Around(
            @Schema(description = "What was said just before, oldest first; a string or at most 50")
            List<String> before,

            @Schema(description = "What was said just after; a string or at most 50")
            List<String> after) {}

    /** What is sent: one text, or many. */
    @Schema(name = "MatchRequest")
    record Asked(
            @Schema(description = "What was said, at most 10,000 characters")
            String text,

            @Schema(description = "Who said it, as it stands there", example = "PRESIDENT ROE")
            String speaker,

            @Schema(description = "The day it was said", example = "2024-05-03")
            String date,

            @Schema(description = "The sentences around it; they and the speaker help much with short sentences")
            Around context,

            @Schema(
                    description =
                            "Instead of text: at most 1,000 strings, or objects with text, speaker, date and context")
            List<Object> texts,

            @Schema(description = "The most claims for each text, 1 to 100; 5 when not given")
            Integer limit,

            @Schema(description = "Leave out claims with a lower score, 0 to 1; 0 when not given")
            Double minScore) {}

    /** What is answered for one text. */
    @Schema(name = "MatchAnswer", description = "The claims for one text")
    record Answer(
            @Schema(description = "Most likely first; empty when nothing is near")
            List<MatchedClaim> claims,

            @Schema(description = "Why this text could not be looked for, in a batch; else null", nullable = true)
            String trouble) {}

    /** What is answered for many. */
    @Schema(name = "MatchAnswers", description = "The claims for many texts")
    record Answers(
            @Schema(description = "One for each text, in their order")
            List<Answer> results) {}

    private final ClaimMatcher matcher;
    private final ClaimStandings standings;
    private final ApiLimits limits;
    private final ObjectMapper json;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    MatchApi(ClaimMatcher matcher, ClaimStandings standings, ApiLimits limits, ObjectMapper json) {
        this.matcher = matcher;
        this.standings = standings;
        this.limits = limits;
        this.json = json;
    }

    @POST
    @Operation(
            summary = "The claims on record that say the same as a text, or as each of up to 1,000",
            description =
                    "One text is answered with claims; many with results, one for each in their order, sent on while they are"
                            + " found: a body that ends before its closing brace was cut off.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Asked.class),
                            examples = {
                                @ExampleObject(name = "one", value = EXAMPLE_ONE),
                                @ExampleObject(name = "many", value = EXAMPLE_MANY)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(oneOf = {Answer.class, Answers.class})))
    @APIResponse(responseCode = "400", description = "The body is not one JSON object")
    @APIResponse(responseCode = "401", description = "No API key, or one that opens nothing")
    @APIResponse(responseCode = "413", description = "More than can be sent at once")
    @APIResponse(responseCode = "422", description = "Fields that cannot be taken; the detail names each")
    @APIResponse(responseCode = "429", description = "The key has asked as much as it may; Retry-After says when again")
    @APIResponse(responseCode = "503", description = "Busy, or still starting; Retry-After says when again")
    public Response match(byte[] body, @Context RoutingContext request) {
        limits.request();
        if (body != null && body.length > MOST_BYTES) {
            throw ApiRefusal.because(413, "The request is larger than 10 MB. Send it in parts.");
        }
        AskedTexts asked = AskedTexts.read(body);
        Map<String, String> left = limits.lines(asked.utterances().size());
        var response = asked.single()
                ? Response.ok(single(asked), MediaType.APPLICATION_JSON_TYPE)
                : Response.ok(many(asked, request), MediaType.APPLICATION_JSON_TYPE);
        left.forEach(response::header);
        return response.build();
    }

    private byte[] single(AskedTexts asked) {
        if (!taken(PATIENCE_SECONDS)) {
            throw ApiRefusal.later(503, "Others are being served just now. Try again in 5 seconds.", 5, Map.of());
        }
        try {
            return bytes(new Answer(found(asked.utterances().get(0), asked), null));
        } finally {
            places.release();
        }
    }

    /** Sent on as it is found: a thousand texts take longer than a silent connection is kept. */
    private StreamingOutput many(AskedTexts asked, RoutingContext request) {
        return out -> {
            out.write("{\"results\":[".getBytes(StandardCharsets.US_ASCII));
            boolean first = true;
            for (Utterance utterance : asked.utterances()) {
                if (request.response().closed()) {
                    throw new IOException("nobody is there to read");
                }
                write(out, first, answer(utterance, asked));
                first = false;
            }
            out.write("]}".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        };
    }

    private void write(OutputStream out, boolean first, Answer answer) throws IOException {
        if (!first) {
            out.write(',');
        }
        out.write(bytes(answer));
        out.flush();
    }

    private Answer answer(Utterance utterance, AskedTexts asked) {
        if (!taken(PATIENCE_OF_MANY_SECONDS)) {
            return new Answer(List.of(), "Others are being served just now. Send this text again later.");
        }
        try {
            return new Answer(found(utterance, asked), null);
        } catch (RuntimeException fault) {
            LOG.error("a text of many could not be matched", fault);
            return new Answer(List.of(), "This text could not be looked for. Send it again later.");
        } finally {
            places.release();
        }
    }

    private List<MatchedClaim> found(Utterance utterance, AskedTexts asked) {
        List<Match> matches = matcher.match(utterance, Sight.PUBLIC, asked.limit()).stream()
                .filter(match -> match.score() >= asked.minScore())
                .toList();
        Map<Long, ClaimStandings.Standing> known =
                standings.of(matches.stream().map(Match::number).toList());
        return matches.stream()
                .filter(match -> known.containsKey(match.number()))
                .map(match -> MatchedClaim.of(match, known.get(match.number())))
                .toList();
    }

    private boolean taken(int seconds) {
        try {
            return places.tryAcquire(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private byte[] bytes(Answer answer) {
        try {
            return json.writeValueAsBytes(answer);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }
}
