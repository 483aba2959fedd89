package org.ontherecord.platform;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.BlockingOperationControl;

/**
 * When any public answer may last have changed. One moment for all of them: a verdict changes lists, people, articles,
 * feeds and what stands beside other claims. Besides what the newsroom did there are two more reasons, the day ("today"
 * on the timeline) and a new release, of which no answer is older than the start of this process.
 */
@Singleton
class LastChange {
    /** Less than anybody may keep an answer for, so that busy minutes cost few selects. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    private record Known(Instant change, Instant asked) {}

    private final AgroalDataSource database;
    private final Clock clock;
    private final Instant started;
    private final AtomicReference<Known> known = new AtomicReference<>();

    LastChange(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** To the second, as HTTP has it, and never ahead; none when the database does not answer. */
    Optional<Instant> moment() {
        Instant now = clock.instant();
        Instant day = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
        return inTheRecord(now)
                .map(change -> Stream.of(change, day, started)
                        .filter(moment -> !moment.isAfter(now))
                        .max(Instant::compareTo)
                        .orElse(now)
                        .truncatedTo(ChronoUnit.SECONDS));
    }

    private Optional<Instant> inTheRecord(Instant now) {
        Known last = known.get();
        if (last != null && Duration.between(last.asked, now).abs().compareTo(KNOWN_FOR) < 0) {
            return Optional.of(last.change);
        }
        if (!BlockingOperationControl.isBlockingAllowed()) {
            return Optional.empty();
        }
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select changed_at from public_change");
                var rows = select.executeQuery()) {
            Instant change = rows.next() && rows.getTimestamp(1) != null
                    ? rows.getTimestamp(1).toInstant()
                    : Instant.EPOCH;
            known.set(new Known(change, now));
            return Optional.of(change);
        } catch (SQLException unreachable) {
            return Optional.empty();
        }
    }
}
