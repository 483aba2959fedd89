package org.ontherecord.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.ontherecord.account.Account;
import org.ontherecord.account.Role;
import org.ontherecord.claim.Appearance;
import org.ontherecord.claim.Claim;
import org.ontherecord.platform.RoughDate;
import org.ontherecord.speaker.Speaker;

/** Named people, a claim said in a speech, and a draft about it in which everything is in order. */
final class Checked {
    static final Instant NOW = Instant.parse("2025-01-23T09:00:00Z");
    static final String WORDS = "I’ll have that done in 24 hours.";

    private Checked() {}

    /** The account with that name, made with the role if there is none. */
    static Account person(EntityManager em, String name, Role role) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            String email = name.toLowerCase().replace(' ', '.') + "@desk.example";
            em.createNativeQuery("""
                            insert into account (email, name, role, password_hash, created_at)
                            values (:email, :name, :role, 'x', now()) on conflict do nothing""")
                    .setParameter("email", email)
                    .setParameter("name", name)
                    .setParameter("role", role.name())
                    .executeUpdate();
            return Account.<Account>find("email", email).firstResult();
        });
    }

    static Claim promise(Account who) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var claim = Claim.of(
                    "End the war within 24 hours of taking office.",
                    Claim.Kind.PROMISE,
                    Speaker.named("R. Sample", NOW),
                    "en",
                    who,
                    NOW);
            Appearance.outside(
                    claim,
                    Appearance.Mode.SAID,
                    "“" + WORDS + "”",
                    new Appearance.Place("A speech", null, null, null),
                    who,
                    NOW);
            return claim;
        });
    }

    static Draft draft(Claim claim) {
        return draft(claim, "broken", "The war had not ended by the deadline.", null);
    }

    static Draft draft(Claim claim, String rating, String reason, String note) {
        var facts = new Claim.Facts(
                claim.wording,
                WORDS,
                Claim.Kind.PROMISE,
                claim.speaker,
                "as a candidate",
                List.of("ukraine"),
                "en",
                Instant.parse("2025-01-21T17:00:00Z"),
                "America/New_York",
                "24 hours after the inauguration.",
                "A ceasefire in force.");
        return new Draft(
                facts,
                Rating.of(Claim.Kind.PROMISE, rating).orElseThrow(),
                reason,
                "We read the reports.",
                LocalDate.of(2025, 1, 22),
                note,
                List.of(piece("A ministry", true), piece("A wire service", false)));
    }

    private static Draft.Piece piece(String source, boolean primary) {
        return new Draft.Piece(
                source,
                "Report of the day",
                "https://source.example/a",
                new RoughDate(LocalDate.of(2025, 1, 22), RoughDate.Precision.DAY),
                LocalDate.of(2025, 1, 23),
                null,
                Evidence.Stance.CONTRADICTS,
                primary,
                "https://copy.example/a");
    }
}
