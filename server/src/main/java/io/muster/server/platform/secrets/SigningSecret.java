package io.muster.server.platform.secrets;

import java.security.SecureRandom;
import java.util.Base64;

/// Secrets that webhooks are signed with, written as Standard Webhooks has it.
public final class SigningSecret {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SigningSecret() {}

    /// A new one of 256 random bits.
    public static String next() {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        return PREFIX + Base64.getEncoder().encodeToString(random);
    }
}
