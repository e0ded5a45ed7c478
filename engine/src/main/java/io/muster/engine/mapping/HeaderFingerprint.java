package io.muster.engine.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// Tells whether two files have the same headers, whatever their order, case and punctuation.
public final class HeaderFingerprint {

    private HeaderFingerprint() {}

    /// A header without case and punctuation, in which two spellings of one are equal.
    public static String plain(String header) {
        return HeaderWords.of(header);
    }

    /// The fingerprint as 64 hexadecimal digits.
    public static String of(List<String> headers) {
        String sorted =
                headers.stream().map(HeaderWords::of).sorted().collect(Collectors.joining("\n"));
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(sorted.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
