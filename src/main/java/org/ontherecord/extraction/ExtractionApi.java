package org.ontherecord.extraction;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.ontherecord.account.ApiLimits;
import org.ontherecord.article.ArticleText;
import org.ontherecord.article.Languages;
import org.ontherecord.extraction.worth.CheckWorthiness;
import org.ontherecord.platform.ApiRefusal;
import org.ontherecord.platform.JsonRequest;

/** Reads a program's text for claims and quotations as the desk would; nothing is stored. */
@Path("/api/v1/extractions")
@RolesAllowed("CHECKER")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Reading", description = "Texts of your own, read for claims; nothing is stored")
@SecurityRequirement(name = "bearer")
public class ExtractionApi {
    /** About as much as a spoken line has. */
    static final int CHARACTERS_OF_A_LINE = 100;

    private static final int LONGEST_LANGUAGE = 35;
    /** Shorter than the 10 s after which a silent connection is closed. */
    private static final int SILENCE_SECONDS = 4;

    private static final String EXAMPLE_REQUEST =
            "{\"text\": \"Jane Roe said on Monday: \\\"We will build 300 schools by 2030.\\\"\", \"language\": \"en\", \"published_on\": \"2024-11-08\"}";

    /** What is sent. */
    @Schema(name = "ExtractionRequest")
    record Asked(
            @Schema(description = "The text, at most 1,000,000 characters (Unicode code points)", required = true)
            String text,

            @Schema(description = "Its language (BCP 47); found out when not given", example = "en")
            String language,

            @Schema(description = "The day it appeared; without it \"on Friday\" has no date", example = "2024-11-08")
            LocalDate publishedOn) {}

    private final ApiLimits limits;
    private final CheckWorthiness worth;
    private final ObjectMapper json;
    private final Turns turns = new Turns();
    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "extraction-api");
        thread.setDaemon(true);
        return thread;
    });

    ExtractionApi(ApiLimits limits, CheckWorthiness worth, ObjectMapper json) {
        this.limits = limits;
        this.worth = worth;
        this.json = json;
    }

    @PreDestroy
    void stop() {
        reader.shutdownNow();
    }

    @POST
    @Operation(
            summary = "The claims and quotations of a text",
            description =
                    "Places count Unicode code points of the text exactly as sent, the end exclusive. A long text's"
                            + " answer may begin with empty lines, sent while it is read.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Asked.class),
                            examples = @ExampleObject(name = "article", value = EXAMPLE_REQUEST)))
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(schema = @Schema(implementation = ExtractionAnswer.class)))
    @APIResponse(responseCode = "400", description = "The body is not one JSON object")
    @APIResponse(responseCode = "401", description = "No API key, or one that opens nothing")
    @APIResponse(responseCode = "413", description = "More than can be sent at once")
    @APIResponse(responseCode = "422", description = "Fields that cannot be taken; the detail names each")
    @APIResponse(responseCode = "429", description = "The key has asked as much as it may; Retry-After says when again")
    @APIResponse(responseCode = "503", description = "Busy, or still starting; Retry-After says when again")
    public Response read(byte[] body) {
        limits.request();
        if (worth.isLoading()) {
            throw CheckWorthinessApi.stillLoading();
        }
        JsonRequest asked = JsonRequest.read(body).knowing("text", "language", "published_on");
        String text = text(asked);
        String language = language(asked);
        LocalDate publishedOn = day(asked);
        asked.check();
        Map<String, String> left = limits.lines(1 + text.length() / CHARACTERS_OF_A_LINE);
        Turns.Turn turn = turns.take();
        CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(
                () -> {
                    try (turn) {
                        return answer(text, language, publishedOn);
                    }
                },
                reader);
        byte[] done = within(answer);
        var response = Response.ok(done == null ? stillReading(answer) : done, MediaType.APPLICATION_JSON_TYPE);
        left.forEach(response::header);
        return response.build();
    }

    private byte[] answer(String text, String language, LocalDate publishedOn) {
        SentText sent = SentText.of(text);
        String known = language == null ? Languages.guess(sent.read()) : language;
        Findings findings = ClaimExtractor.propose(sent.read(), known, publishedOn, worth.forLanguage(known));
        try {
            return json.writeValueAsBytes(ExtractionAnswer.of(sent, findings));
        } catch (com.fasterxml.jackson.core.JsonProcessingException never) {
            throw new IllegalStateException(never);
        }
    }

    /** Empty lines may stand before JSON (RFC 8259, 2); they keep the connection. */
    private static StreamingOutput stillReading(CompletableFuture<byte[]> answer) {
        return out -> {
            byte[] done = null;
            while (done == null) {
                out.write('\n');
                out.flush();
                done = within(answer);
            }
            out.write(done);
        };
    }

    /** The answer when it comes in time, else null. */
    private static byte[] within(CompletableFuture<byte[]> answer) {
        try {
            return answer.get(SILENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException notYet) {
            return null;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a sent text was not read", failed.getCause());
        }
    }

    private static String text(JsonRequest asked) {
        String text = asked.words("text");
        if (!asked.has("text") || text != null && text.isBlank()) {
            asked.wrong("text", "“text” must hold the words to read.");
        }
        if (text != null && text.codePointCount(0, text.length()) > ArticleText.LONGEST) {
            throw ApiRefusal.because(413, "“text” is longer than 1,000,000 characters. Send it in parts.");
        }
        return text;
    }

    private static String language(JsonRequest asked) {
        String language = asked.words("language");
        try {
            if (language != null && language.length() > LONGEST_LANGUAGE) {
                throw new IllformedLocaleException();
            }
            return language == null
                    ? null
                    : new Locale.Builder().setLanguageTag(language).build().toLanguageTag();
        } catch (IllformedLocaleException notOne) {
            asked.wrong("language", "“language” must be a language tag such as en or pt-BR, or left out.");
            return null;
        }
    }

    private static LocalDate day(JsonRequest asked) {
        String day = asked.words("published_on");
        try {
            return day == null ? null : LocalDate.parse(day);
        } catch (DateTimeException notADay) {
            asked.wrong("published_on", "“published_on” must be a day such as 2024-11-08, or left out.");
            return null;
        }
    }
}
