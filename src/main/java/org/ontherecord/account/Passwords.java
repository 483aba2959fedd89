package org.ontherecord.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Passwords by NIST SP 800-63B-4: at least 15 characters, no rules of composition, none that is easily guessed; hashed
 * with Argon2id at the minimum OWASP advises (19 MiB, 2 passes, 1 lane).
 */
@ApplicationScoped
public class Passwords {
    static final int SHORTEST = 15;
    static final int LONGEST = 256;

    /** At most this many hashes at once: a flood of sign-ins must not starve readers of the processor. */
    private static final int AT_ONCE = 2;

    private static final int PATIENCE_SECONDS = 5;
    private static final Set<String> TOO_COMMON = Set.of("password", "passwort", "letmein", "qwerty", "welcome");

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final String nobodysHash = argon2.encode(Secret.random().value());

    /** Too many people sign in at this moment; nothing was checked. */
    static final class Busy extends RuntimeException {}

    String hash(String password) {
        return hashing(() -> argon2.encode(password));
    }

    boolean matches(String password, Account account) {
        return hashing(() -> argon2.matches(password, account.passwordHash));
    }

    /** Takes as long as a real check, so that the answer's time does not tell which addresses have accounts. */
    void matchNobody(String password) {
        hashing(() -> argon2.matches(password, nobodysHash));
    }

    /** Why the password cannot be taken, in words for the form; empty if it can. */
    Optional<String> refusal(String password, String email, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("Use at least 15 characters. Four or five unrelated words are easy to remember.");
        }
        if (password.length() > LONGEST) {
            return Optional.of("Use at most 256 characters.");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        boolean repetitive = lower.chars().distinct().count() < 5;
        boolean common = TOO_COMMON.stream()
                        .anyMatch(word -> lower.replaceAll("[^a-z]", "").equals(word))
                || lower.startsWith("1234567890")
                || lower.startsWith("qwertyuiop");
        boolean oneself = lower.equals(email.toLowerCase(Locale.ROOT)) || lower.equals(name.toLowerCase(Locale.ROOT));
        return repetitive || common || oneself
                ? Optional.of("This password is among the first that anyone would try. Choose another.")
                : Optional.empty();
    }

    private <T> T hashing(java.util.function.Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
