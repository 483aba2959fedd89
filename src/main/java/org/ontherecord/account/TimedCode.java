package org.ontherecord.account;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Six digits that an app shows for half a minute: TOTP (RFC 6238) with SHA-1, which is what all apps know. */
final class TimedCode {
    static final Duration STEP = Duration.ofSeconds(30);

    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimedCode() {}

    /** 160 bits, as RFC 4226 advises, in the letters that apps take (base32, RFC 4648). */
    static String randomSecret() {
        return randomLetters(SECRET_BYTES * 8 / 5);
    }

    static String randomLetters(int many) {
        var letters = new StringBuilder();
        for (int i = 0; i < many; i++) {
            letters.append(BASE32.charAt(RANDOM.nextInt(BASE32.length())));
        }
        return letters.toString();
    }

    /** The step whose code was typed: this one, or one beside it, since clocks differ; empty when it is none of them. */
    static OptionalLong stepOf(String secret, String typed, Instant now) {
        String digits = typed.replaceAll("\\s", "");
        long step = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.of(step, step - 1, step + 1)
                .filter(near -> same(of(secret, near), digits))
                .findFirst();
    }

    static String of(String secret, long step) {
        byte[] hash = hmac(bytes(secret), ByteBuffer.allocate(8).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format("%06d", number % (int) Math.pow(10, DIGITS));
    }

    private static boolean same(String code, String typed) {
        return MessageDigest.isEqual(code.getBytes(UTF_8), typed.getBytes(UTF_8));
    }

    private static byte[] bytes(String base32) {
        var bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int bits = 0;
        int held = 0;
        for (char letter : base32.toCharArray()) {
            held = held << 5 | BASE32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (held >> bits));
                held &= (1 << bits) - 1;
            }
        }
        return bytes.array();
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC with SHA-1", e);
        }
    }
}
