package org.ontherecord.account;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.BadOriginException;
import com.webauthn4j.verifier.exception.BadRpIdException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.UserNotVerifiedException;
import com.webauthn4j.verifier.exception.VerificationException;

import org.ontherecord.platform.Site;

/** The two ceremonies of WebAuthn (Level 3), making a passkey and signing with it, as far as they are the server's; checked by webauthn4j. */
@ApplicationScoped
public class Ceremony {
    /** Elliptic curve, Edwards curve, RSA: what devices have, the best liked first. */
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.ES256),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.EdDSA),
            new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.RS256));

    private static final boolean VERIFIED = true;

    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(CONVERTER);
    private final AttestedCredentialDataConverter credentials = new AttestedCredentialDataConverter(CONVERTER);
    private final Site site;

    Ceremony(Site site) {
        this.site = site;
    }

    /** Why a device's answer does not count, in words for who sent it. */
    static final class Refused extends Exception {
        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What is kept of a new passkey. */
    record Made(byte[] credentialId, byte[] credential, long signatures, boolean backupEligible) {}

    /** To whom devices give their signatures: the host of this site, with no port. */
    String relyingParty() {
        return URI.create(site.address()).getHost().toLowerCase(Locale.ROOT);
    }

    static List<Long> algorithms() {
        return ALGORITHMS.stream()
                .map(algorithm -> algorithm.getAlg().getValue())
                .toList();
    }

    RegistrationData read(RegistrationRequest sent) throws Refused {
        return read(() -> manager.parse(sent), RegistrationData::getCollectedClientData);
    }

    AuthenticationData read(AuthenticationRequest sent) throws Refused {
        return read(() -> manager.parse(sent), AuthenticationData::getCollectedClientData);
    }

    /** What was signed, to be looked for among those we gave out. */
    static Secret challengeIn(CollectedClientData client) {
        return Secret.of(client.getChallenge().getValue());
    }

    Made make(RegistrationData data) throws Refused {
        var asked = new RegistrationParameters(here(data.getCollectedClientData()), ALGORITHMS, VERIFIED);
        refusing(() -> manager.verify(data, asked));
        var device = data.getAttestationObject().getAuthenticatorData();
        var credential = device.getAttestedCredentialData();
        return new Made(
                credential.getCredentialId(),
                credentials.convert(credential),
                device.getSignCount(),
                device.isFlagBE());
    }

    /** The device's count after this signature. */
    long check(AuthenticationData data, Passkey passkey) throws Refused {
        var known = new CredentialRecordImpl(
                null,
                true,
                passkey.backupEligible,
                null,
                passkey.signatures,
                credentials.convert(passkey.credential),
                null,
                null,
                null,
                null);
        var asked = new AuthenticationParameters(here(data.getCollectedClientData()), known, null, VERIFIED);
        refusing(() -> manager.verify(data, asked));
        return data.getAuthenticatorData().getSignCount();
    }

    /** The challenge was compared with those we gave out, so the one that came is the one to expect. */
    private ServerProperty here(CollectedClientData client) {
        URI address = URI.create(site.address());
        var origin = new Origin(address.getScheme() + "://" + address.getAuthority());
        return new ServerProperty(origin, relyingParty(), client.getChallenge());
    }

    /** Foreign bytes: whatever goes wrong inside the parser, it is not a device's answer. */
    private static <T> T read(Supplier<T> parser, java.util.function.Function<T, CollectedClientData> client)
            throws Refused {
        try {
            T data = parser.get();
            if (client.apply(data) == null || client.apply(data).getChallenge() == null) {
                throw new IllegalArgumentException("no client data");
            }
            return data;
        } catch (RuntimeException e) {
            throw new Refused("What your device sent could not be read. Try again.", e);
        }
    }

    private void refusing(Runnable verification) throws Refused {
        try {
            verification.run();
        } catch (BadOriginException | BadRpIdException e) {
            throw new Refused("Passkeys work only at " + site.address() + ". Open this page there and try again.", e);
        } catch (UserNotVerifiedException e) {
            throw new Refused(
                    "Your device did not ask for your finger, face or PIN. Switch that on for passkeys, or use another device.",
                    e);
        } catch (MaliciousCounterValueException e) {
            throw new Refused(
                    "There seems to be a copy of this passkey. Sign in with your password, and remove the passkey if you did not copy it.",
                    e);
        } catch (VerificationException e) {
            throw new Refused("This is not the signature we expect. Try again, or use your password.", e);
        }
    }
}
