package io.muster.server.access;

import io.muster.server.platform.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// The secret part of an API key: known to its holder alone, kept here as a hash.
///
/// Keys of our making are `mst_`, 256 random bits and a checksum, so that scanners find leaked ones
/// and a mistyped one is told from a revoked one. An operator may also bring a key of any form.
public record KeySecret(String text) {
    private static final String PREFIX = "mst_";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_CHARS = 2 * RANDOM_BYTES;
    private static final int CHECKSUM_CHARS = 8;

    static KeySecret random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        String random = HexFormat.of().formatHex(bytes);
        return new KeySecret(PREFIX + random + checksum(random));
    }

    /// SHA-256 suffices: the input is random, so there is no dictionary to slow down.
    public byte[] hash() {
        return Sha256.of(text);
    }

    /// Enough to recognise a key by in a list, never more than a quarter of it.
    String shownPrefix() {
        return text.substring(0, Math.min(PREFIX.length() + 6, text.length() / 4));
    }

    /// Looks like a key of ours, but its checksum is wrong.
    public boolean isMistyped() {
        if (!text.startsWith(PREFIX)) {
            return false;
        }
        String rest = text.substring(PREFIX.length());
        return rest.length() != RANDOM_CHARS + CHECKSUM_CHARS
                || !rest.substring(RANDOM_CHARS).equals(checksum(rest.substring(0, RANDOM_CHARS)));
    }

    /// Compares in a time that tells nothing about where they differ.
    public boolean equalsSecret(String other) {
        return MessageDigest.isEqual(hash(), Sha256.of(other));
    }

    private static String checksum(String random) {
        var crc = new CRC32();
        crc.update(random.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits(crc.getValue(), CHECKSUM_CHARS);
    }

    @Override
    public String toString() {
        return "an API key";
    }
}
