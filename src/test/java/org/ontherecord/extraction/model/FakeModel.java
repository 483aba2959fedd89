package org.ontherecord.extraction.model;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A model on this machine that says what a test wants, in the dialect of OpenAI and of Ollama. */
final class FakeModel implements AutoCloseable {

    /** How the next answers are given. */
    enum Manner {
        AT_ONCE,
        NEVER,
        DRIPPING
    }

    private static final String OPENAI = """
            {"id":"1","object":"chat.completion","created":1,"model":"fake","choices":[{"index":0,"message":
            {"role":"assistant","content":%s},"finish_reason":"stop"}],
            "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}}""";
    private static final String OLLAMA = """
            {"model":"fake","created_at":"2026-01-01T00:00:00Z","message":{"role":"assistant","content":%s},
            "done":true,"done_reason":"stop","prompt_eval_count":1,"eval_count":1}""";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ObjectMapper json = new ObjectMapper();
    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> keys = new CopyOnWriteArrayList<>();
    volatile String says = "[]";
    volatile int status = 200;
    volatile Manner manner = Manner.AT_ONCE;

    FakeModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> answer(exchange, OPENAI));
        server.createContext("/api/chat", exchange -> answer(exchange, OLLAMA));
        server.start();
    }

    String address(String kind) {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return kind.equals("openai") ? base + "/v1" : base;
    }

    private void answer(HttpExchange exchange, String dialect) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        byte[] body = (status == 200 ? dialect.formatted(json.writeValueAsString(says)) : "it hurts")
                .getBytes(StandardCharsets.UTF_8);
        if (manner == Manner.NEVER) {
            untilClosed();
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            if (manner == Manner.DRIPPING) {
                out.write(body, 0, 10);
                out.flush();
                untilClosed();
            }
            out.write(body);
        }
    }

    private void untilClosed() {
        try {
            closing.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
