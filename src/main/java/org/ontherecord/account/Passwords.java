package org.ontherecord.account;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

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

    /** Of fifteen letters, those that a guess does not get for nothing. */
    private static final int FEWEST_OWN = 6;

    /** What stands first in lists of passwords that got out, and what this place suggests. */
    private static final Set<String> TOO_COMMON = Set.of(
            "password",
            "passwort",
            "letmein",
            "welcome",
            "changeme",
            "iloveyou",
            "football",
            "baseball",
            "sunshine",
            "princess",
            "superman",
            "admin",
            "master",
            "monkey",
            "dragon",
            "secret",
            "login",
            "hello",
            "ontherecord",
            "on the record",
            "newsroom",
            "factcheck",
            "fact-check");

    private static final String RUNS =
            "abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba 01234567890 09876543210 qwertyuiop qwertzuiop asdfghjkl zxcvbnm yxcvbnm azertyuiop";

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final String nobodysHash = argon2.encode(Secret.random().value());

    /** Too many people sign in at this moment; nothing was checked. */
    static final class Busy extends RuntimeException {}

    String hash(String password) {
        return hashing(() -> argon2.encode(normal(password)));
    }

    boolean matches(String password, Account account) {
        return matches(password, account.passwordHash);
    }

    boolean matches(String password, String hash) {
        return password.length() <= 4 * LONGEST && hashing(() -> argon2.matches(normal(password), hash));
    }

    /** Takes as long as a real check, so that the answer's time does not tell which addresses have accounts. */
    void matchNobody(String password) {
        hashing(() -> argon2.matches(password, nobodysHash));
    }

    /** As one of the same letters in whatever way a keyboard composes them (NFC), which the standard asks for. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
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
        return repetitive || ownLetters(lower, email, name) < FEWEST_OWN
                ? Optional.of("This password is among the first that anyone would try. Choose another.")
                : Optional.empty();
    }

    /** How many letters are one's own: no word that many take, nothing about oneself, no run of keys, no repetition. */
    private static int ownLetters(String password, String email, String name) {
        Stream<String> oneself = Arrays.stream(
                        (email + " " + name).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2);
        String rest = Stream.concat(oneself, TOO_COMMON.stream())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(password, (text, word) -> text.replace(word, " "))
                .replaceAll("\\s", "");
        int own = 0;
        for (int i = 0; i < rest.length(); i++) {
            boolean repeats = i >= 2 && rest.indexOf(rest.substring(i - 2, i + 1)) < i - 2;
            boolean runs = i >= 1 && RUNS.contains(rest.substring(i - 1, i + 1));
            own += repeats || runs ? 0 : 1;
        }
        return own;
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
