package org.ontherecord.account;

import java.util.Base64;

/** Bytes that a form carries from a person's device, in base64url (RFC 4648, section 5). */
final class DeviceBytes {
    /** Far more than any device sends; an attestation with its certificates has some three thousand. */
    private static final int LONGEST = 16_000;

    private DeviceBytes() {}

    /** None for what is no base64url. */
    static byte[] of(String text) {
        try {
            return text.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
