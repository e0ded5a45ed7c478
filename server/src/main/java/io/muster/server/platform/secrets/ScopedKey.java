package io.muster.server.platform.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key for the values of one owner: hashes them so that they can be compared and not guessed, and
/// encrypts them. Immutable.
public final class ScopedKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    private ScopedKey(byte[] key) {
        this.key = key;
    }

    static ScopedKey of(byte[] secret) {
        return new ScopedKey(secret);
    }

    ScopedKey derive(String purpose) {
        return new ScopedKey(mac(key).doFinal(bytes(purpose)));
    }

    /// Hashes the values of one list.
    public Hasher hasher(String list) {
        return new Hasher(mac(derive("hash " + list).key));
    }

    public byte[] seal(String plain) {
        return Seal.close(derive("seal").key, bytes(plain));
    }

    public String open(byte[] sealed) {
        return new String(Seal.open(derive("seal").key, sealed), StandardCharsets.UTF_8);
    }

    /// Hashes values of one list of one owner. Not safe for use by many threads.
    public static final class Hasher {
        /// Far more than any two values will ever share.
        private static final int BYTES = 16;

        private final Mac mac;

        private Hasher(Mac mac) {
            this.mac = mac;
        }

        /// @param kind what the value is; the same text as another kind has another hash
        public byte[] hash(String kind, String value) {
            return Arrays.copyOf(mac.doFinal(bytes(kind + ":" + value)), BYTES);
        }
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
