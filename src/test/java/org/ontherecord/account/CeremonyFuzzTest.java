package org.ontherecord.account;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.RegistrationRequest;

/** Whatever a device is said to have sent: it is read or refused in words, nothing else. */
class CeremonyFuzzTest {
    private static final byte[] CLIENT =
            "{\"type\":\"webauthn.get\",\"challenge\":\"AAAA\",\"origin\":\"http://localhost\"}".getBytes();

    private final Ceremony ceremony = new Ceremony(null);

    @FuzzTest(maxDuration = "20s")
    void foreignBytesAreReadOrRefused(FuzzedDataProvider data) {
        byte[] client = data.consumeBoolean() ? CLIENT : data.consumeBytes(500);
        byte[] bytes = data.consumeRemainingAsBytes();
        try {
            ceremony.read(new RegistrationRequest(bytes, client));
        } catch (Ceremony.Refused e) {
            // in words
        }
        try {
            ceremony.read(new AuthenticationRequest(new byte[] {1}, null, bytes, client, new byte[] {1}));
        } catch (Ceremony.Refused e) {
            // in words
        }
    }
}
