package org.ontherecord.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import org.ontherecord.platform.ApiRefusal;

/**
 * How much an API key may ask: requests in a minute, and lines in an hour, which is what costs. Counted in this process, so
 * two nodes let through twice as much. Told in RateLimit headers (draft-ietf-httpapi-ratelimit-headers).
 */
@ApplicationScoped
public class ApiLimits {
    private static final Duration REQUESTS_IN = Duration.ofMinutes(1);
    private static final Duration LINES_IN = Duration.ofHours(1);

    private record Buckets(Bucket requests, Bucket lines) {}

    private final SecurityIdentity identity;
    private final long requests;
    private final long lines;
    private final TimeMeter time;
    private final Map<Long, Buckets> keys = new ConcurrentHashMap<>();

    ApiLimits(
            SecurityIdentity identity,
            Clock clock,
            @ConfigProperty(name = "ontherecord.api-requests-per-minute", defaultValue = "120") long requests,
            @ConfigProperty(name = "ontherecord.api-lines-per-hour", defaultValue = "40000") long lines) {
        this.identity = identity;
        this.requests = Math.max(1, requests);
        this.lines = Math.max(1, lines);
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                Instant now = clock.instant();
                return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** Counts a request, before any of it is read. */
    public void request() {
        Buckets left = left();
        if (left == null) {
            return;
        }
        var probe = left.requests.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw refusal(
                    "This key may ask " + requests + " times a minute.", probe.getNanosToWaitForRefill(), told(left));
        }
    }

    /** Counts what a request costs and returns the headers that say what is left. */
    public Map<String, String> lines(long cost) {
        Buckets left = left();
        if (left == null) {
            return Map.of();
        }
        if (cost > lines) {
            throw ApiRefusal.because(
                    413,
                    "This counts as " + cost + " lines; a key may send " + lines + " in an hour. Send less at once.");
        }
        var probe = left.lines.tryConsumeAndReturnRemaining(Math.max(1, cost));
        if (!probe.isConsumed()) {
            throw refusal(
                    "This key may send " + lines + " lines an hour, and this counts as " + cost + ".",
                    probe.getNanosToWaitForRefill(),
                    told(left));
        }
        return told(left);
    }

    private Buckets left() {
        if (Boolean.TRUE.equals(identity.getAttribute(KeyIdentityProvider.UNLIMITED))) {
            return null;
        }
        Long key = identity.getAttribute(KeyIdentityProvider.KEY);
        return keys.computeIfAbsent(key, fresh -> new Buckets(bucket(requests, REQUESTS_IN), bucket(lines, LINES_IN)));
    }

    private Bucket bucket(long many, Duration in) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(many)
                        .refillGreedy(many, in)
                        .build())
                .withCustomTimePrecision(time)
                .build();
    }

    private Map<String, String> told(Buckets left) {
        return Map.of(
                "RateLimit-Policy",
                "\"requests\";q=" + requests + ";w=" + REQUESTS_IN.toSeconds() + ", \"lines\";q=" + lines + ";w="
                        + LINES_IN.toSeconds(),
                "RateLimit",
                "\"requests\";r=" + left.requests.getAvailableTokens() + ";t=" + REQUESTS_IN.toSeconds()
                        + ", \"lines\";r=" + left.lines.getAvailableTokens() + ";t=" + LINES_IN.toSeconds());
    }

    private static ApiRefusal refusal(String sentence, long nanos, Map<String, String> headers) {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanos) + 1;
        return ApiRefusal.later(429, sentence + " Try again in " + seconds + " seconds.", seconds, headers);
    }
}
