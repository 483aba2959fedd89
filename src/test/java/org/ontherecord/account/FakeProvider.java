package org.ontherecord.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * An identity provider on loopback that knows nobody: the code it is given says, in base64url, what the token will say.
 * With {@code "key": "another"} the token is signed with a key that it does not publish. Told at {@code /away} that it is, it
 * answers nobody who asks how to go on.
 */
public class FakeProvider implements QuarkusTestResourceLifecycleManager {
    static final String CLIENT = "on-the-record";

    private static final ObjectMapper JSON = new ObjectMapper();
    private HttpServer server;
    private RsaJsonWebKey key;
    private RsaJsonWebKey another;
    private volatile String person;
    private volatile boolean away;

    static String code(Map<String, Object> claims) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(claims));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            key = newKey();
            another = newKey();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String here = "http://localhost:" + server.getAddress().getPort();
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(
                        exchange,
                        away ? 503 : 200,
                        Map.of(
                                "issuer",
                                here,
                                "authorization_endpoint",
                                here + "/authorize",
                                "token_endpoint",
                                here + "/token",
                                "jwks_uri",
                                here + "/keys",
                                "response_types_supported",
                                List.of("code"),
                                "subject_types_supported",
                                List.of("public"),
                                "id_token_signing_alg_values_supported",
                                List.of("RS256"))));
        server.createContext(
                "/keys",
                exchange -> send(exchange, 200, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY)));
        server.createContext("/authorize", exchange -> authorize(exchange, here));
        server.createContext("/person", exchange -> {
            person = exchange.getRequestURI().getQuery();
            answer(exchange, 200, Map.of());
        });
        server.createContext("/away", exchange -> {
            away = Boolean.parseBoolean(exchange.getRequestURI().getQuery());
            answer(exchange, 200, Map.of());
        });
        server.createContext("/token", this::token);
        server.start();
        return Map.of(
                "ontherecord.identity-provider-url",
                here,
                "ontherecord.identity-provider-client",
                CLIENT,
                "ontherecord.identity-provider-secret",
                "of the tests alone",
                "ontherecord.identity-provider-name",
                "Example Newsroom");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    /** Sends the browser back at once: as the person last named at {@code /person}, or with a "no" when there is none. */
    private void authorize(HttpExchange exchange, String here) throws IOException {
        Map<String, String> asked = Stream.of(
                        exchange.getRequestURI().getQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> b));
        long now = Instant.now().getEpochSecond();
        String result = person == null
                ? "error=access_denied"
                : "code="
                        + code(Map.of(
                                "iss", here,
                                "aud", CLIENT,
                                "sub", person,
                                "iat", now,
                                "exp", now + 300,
                                "nonce", asked.get("nonce"),
                                "email", person,
                                "email_verified", true));
        exchange.getResponseHeaders()
                .add("Location", asked.get("redirect_uri") + "?" + result + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Only for who brings the other half of the challenge (PKCE). */
    private void token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!form.contains("code_verifier=")) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
            return;
        }
        String code = form.replaceAll("(?s).*\\bcode=([^&]*).*", "$1");
        Map<String, Object> claims = JSON.readValue(Base64.getUrlDecoder().decode(code), new TypeReference<>() {});
        boolean forged = "another".equals(claims.remove("key"));
        var token = new JsonWebSignature();
        token.setPayload(JSON.writeValueAsString(claims));
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setKey((forged ? another : key).getPrivateKey());
        try {
            answer(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            "opaque",
                            "token_type",
                            "Bearer",
                            "expires_in",
                            300,
                            "id_token",
                            token.getCompactSerialization()));
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    private static RsaJsonWebKey newKey() throws JoseException {
        RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
        made.setKeyId("one");
        made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
        made.setUse("sig");
        return made;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        send(exchange, status, JSON.writeValueAsString(body));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
