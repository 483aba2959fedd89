package org.ontherecord.extraction.model;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.jdk.JdkHttpClientBuilder;
import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.ollama.OllamaChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;

/**
 * Asks the operator's model one question. Goes to the configured address only, which may be in the own network, follows no
 * redirect, and gives up after the time-out however slowly an answer drips.
 */
final class ModelClient {

    private final ChatModel model;
    private final Duration timeout;

    ModelClient(ModelSettings settings) {
        timeout = settings.timeout();
        model = settings.kind().equals("ollama") ? ollama(settings) : openAi(settings);
    }

    String ask(String prompt) {
        ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "model");
            thread.setDaemon(true);
            return thread;
        });
        Future<String> answer = asking.submit(() -> model.chat(prompt));
        try {
            String words = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (words == null) {
                throw ModelTrouble.ofAnswer("the model answered with nothing");
            }
            return words;
        } catch (TimeoutException slow) {
            throw late();
        } catch (ExecutionException failed) {
            throw inWords(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ModelTrouble.ofEndpoint("the app was stopped while the model was asked");
        } finally {
            asking.shutdownNow();
        }
    }

    /** What a model or a proxy before it writes into its errors may be anything, so only the number is told. */
    private ModelTrouble inWords(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException refused) {
                return ModelTrouble.ofEndpoint("the model's server answered " + refused.statusCode());
            }
            if (cause instanceof dev.langchain4j.exception.TimeoutException
                    || cause instanceof java.net.http.HttpTimeoutException) {
                return late();
            }
            if (cause instanceof java.io.IOException
                    && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) {
                return ModelTrouble.ofEndpoint("the model's server could not be reached");
            }
        }
        return ModelTrouble.ofEndpoint("the model's server answered something else than a model does");
    }

    private ModelTrouble late() {
        return ModelTrouble.ofEndpoint("the model did not answer within " + timeout.toSeconds() + " seconds");
    }

    private static ChatModel openAi(ModelSettings settings) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(http(settings))
                .baseUrl(settings.url())
                .apiKey(settings.key() == null ? "none" : settings.key())
                .modelName(settings.name())
                .temperature(0.0)
                .timeout(settings.timeout())
                .maxRetries(0)
                .build();
    }

    private static ChatModel ollama(ModelSettings settings) {
        var builder = OllamaChatModel.builder();
        if (settings.key() != null) {
            builder.customHeaders(Map.of("Authorization", "Bearer " + settings.key()));
        }
        return builder.httpClientBuilder(http(settings))
                .baseUrl(settings.url())
                .modelName(settings.name())
                .temperature(0.0)
                .timeout(settings.timeout())
                .maxRetries(0)
                .build();
    }

    /** HTTP/1.1: servers of models stumble over the upgrade to HTTP/2 that Java offers on plain connections. */
    private static JdkHttpClientBuilder http(ModelSettings settings) {
        return new JdkHttpClientBuilder()
                .httpClientBuilder(HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER))
                .connectTimeout(settings.timeout())
                .readTimeout(settings.timeout());
    }
}
