package org.ontherecord.review.copies;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Speaks to the operator's archive as the Internet Archive's Save Page Now wants it: a page is handed in and gets a ticket,
 * and the ticket tells later whether it was saved. Goes to the configured address only, follows no redirect, and gives up
 * after the time-out however slowly an answer drips.
 */
final class ArchiveClient {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int LONGEST_REASON = 300;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ObjectMapper json = new ObjectMapper();
    private final ArchiveSettings settings;

    ArchiveClient(ArchiveSettings settings) {
        this.settings = settings;
    }

    /** How far the archive is: with a ticket it is at work, with an address it is done. */
    record Answer(String ticket, String copyUrl, Instant copiedAt) {
        boolean isSaved() {
            return copyUrl != null;
        }
    }

    /** The archive will not save this page, and says why. */
    static final class RefusedByArchive extends RuntimeException {
        RefusedByArchive(String why) {
            super(why);
        }
    }

    /** It may go better later. */
    static final class ArchiveAway extends RuntimeException {
        ArchiveAway(String why) {
            super(why);
        }
    }

    /** Hands the page in. A copy of the last hour will do, so that a page asked for twice is not saved twice. */
    Answer ask(String url) {
        String form = "url=" + URLEncoder.encode(url, StandardCharsets.UTF_8)
                + "&if_not_archived_within=1h&skip_first_archive=1";
        JsonNode said = answer(to("/save")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        String ticket = said.path("job_id").asText("");
        if (!ticket.matches("[A-Za-z0-9._-]{1,200}")) {
            throw refusal(said);
        }
        return new Answer(ticket, null, null);
    }

    Answer look(String ticket, String url) {
        JsonNode said = answer(to("/save/status/" + ticket).GET().build());
        return switch (said.path("status").asText("")) {
            case "pending" -> new Answer(ticket, null, null);
            case "success" -> saved(said, url);
            default -> throw refusal(said);
        };
    }

    private Answer saved(JsonNode said, String url) {
        String stamp = said.path("timestamp").asText("");
        try {
            Instant at = LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC);
            return new Answer(null, settings.url() + "/web/" + stamp + "/" + url, at);
        } catch (DateTimeException nonsense) {
            throw new ArchiveAway("The archive said it saved the page, but not when.");
        }
    }

    private HttpRequest.Builder to(String path) {
        var request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .timeout(settings.timeout())
                .header("Accept", "application/json");
        if (settings.key() != null) {
            request.header("Authorization", "LOW " + settings.key());
        }
        return request;
    }

    private JsonNode answer(HttpRequest request) {
        ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "archive");
            thread.setDaemon(true);
            return thread;
        });
        Future<JsonNode> answer = asking.submit(() -> send(request));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new ArchiveAway("The archive did not answer within %d seconds."
                    .formatted(settings.timeout().toSeconds()));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ArchiveAway || failed.getCause() instanceof RefusedByArchive) {
                throw (RuntimeException) failed.getCause();
            }
            throw new ArchiveAway("The archive could not be reached.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ArchiveAway("The app was stopped while the archive was asked.");
        } finally {
            asking.shutdownNow();
        }
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        byte[] body;
        try (InputStream bytes = response.body()) {
            body = bytes.readNBytes(MOST_BYTES);
        }
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
            throw new ArchiveAway("The archive is busy (%d).".formatted(status));
        }
        if (status == 401 || status == 403) {
            throw new ArchiveAway("The archive does not let us in (%d). Whoever runs this site can put its key right."
                    .formatted(status));
        }
        try {
            JsonNode said = json.readTree(body);
            if (status >= 400 && said != null) {
                throw refusal(said);
            }
            if (said != null && said.isObject()) {
                return said;
            }
        } catch (JacksonException noJson) {
            // said in the sentence below
        }
        throw new ArchiveAway("The archive answered something else than an archive does (%d).".formatted(status));
    }

    /** Its words are shown on the desk, as text and not at any length. */
    private static RefusedByArchive refusal(JsonNode said) {
        String words =
                said.path("message").asText("").replaceAll("\\s{1,100}", " ").strip();
        if (words.isEmpty()) {
            return new RefusedByArchive("The archive gave no reason.");
        }
        int end = words.offsetByCodePoints(0, Math.min(LONGEST_REASON, words.codePointCount(0, words.length())));
        return new RefusedByArchive("The archive says: “" + words.substring(0, end) + "”");
    }
}
