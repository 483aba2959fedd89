package org.ontherecord.claim.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What a reader says is wrong with a published claim. The same words about the same claim are one challenge. */
@Entity
public class Challenge extends PanacheEntityBase {
    static final int LONGEST = 2_000;
    static final Duration WINDOW = Duration.ofHours(1);
    static final int FROM_ONE_ADDRESS = 5;
    static final int FROM_EVERYWHERE = 100;

    private static final Duration ADDRESS_KEPT = Duration.ofDays(1);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Any number that nothing else locks by. */
    private static final long ONE_AT_A_TIME = 2026_11_23_04_41L;

    /** What the challenge is about. */
    public enum About {
        VERDICT("The verdict is wrong"),
        QUOTE("The words, their source or a date are wrong"),
        MISSING("Something important is missing"),
        OTHER("Something else");

        public final String inWords;

        About(String inWords) {
            this.inWords = inWords;
        }
    }

    /** A challenge as it was sent. */
    record Sent(long claim, int verdict, About about, String words, String source, String from) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    /** By which its reader finds it again. */
    public String publicId;

    public Long claimId;

    /** The verdict the reader saw. */
    public int verdictNumber;

    @Enumerated(EnumType.STRING)
    public About about;

    public String words;
    public String wordsSha256;
    public String sourceUrl;

    /** The network address it came from, for the limits; forgotten with the first challenge a day later. */
    public String sentFrom;

    public Instant receivedAt;

    protected Challenge() {}

    /** The one that was taken, or that has the same words; empty when too many came in. One at a time over all nodes. */
    static Optional<Challenge> take(Sent sent, Instant now) {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(" + ONE_AT_A_TIME + ") as text)")
                .getSingleResult();
        String sum = sha256(sent.words());
        Optional<Challenge> there =
                find("claimId = ?1 and wordsSha256 = ?2", sent.claim(), sum).firstResultOptional();
        if (there.isPresent()) {
            return there;
        }
        update("sentFrom = null where sentFrom is not null and receivedAt < ?1", now.minus(ADDRESS_KEPT));
        return tooMany(sent.from(), now) ? Optional.empty() : Optional.of(stored(sent, sum, now));
    }

    static Optional<Challenge> known(String publicId) {
        return find("publicId", publicId).firstResultOptional();
    }

    private static boolean tooMany(String from, Instant now) {
        Instant since = now.minus(WINDOW);
        return count("receivedAt > ?1 and receivedAt <= ?2 and sentFrom = ?3", since, now, from) >= FROM_ONE_ADDRESS
                || count("receivedAt > ?1 and receivedAt <= ?2", since, now) >= FROM_EVERYWHERE;
    }

    private static Challenge stored(Sent sent, String sum, Instant now) {
        var challenge = new Challenge();
        challenge.publicId = publicId();
        challenge.claimId = sent.claim();
        challenge.verdictNumber = sent.verdict();
        challenge.about = sent.about();
        challenge.words = sent.words();
        challenge.wordsSha256 = sum;
        challenge.sourceUrl = sent.source();
        challenge.sentFrom = sent.from();
        challenge.receivedAt = now;
        challenge.persist();
        return challenge;
    }

    private static String publicId() {
        return RANDOM.ints(10, 0, LETTERS.length())
                .collect(StringBuilder::new, (id, i) -> id.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static String sha256(String words) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
