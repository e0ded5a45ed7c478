package io.muster.server.access.idempotency;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// A hash by which two requests are known to ask for the same.
final class RequestPrint {
    private RequestPrint() {}

    static byte[] of(HttpServletRequest request, byte[] body) {
        MessageDigest digest = sha256();
        String query = request.getQueryString();
        add(digest, text(request.getMethod()));
        add(digest, text(request.getRequestURI()));
        add(digest, text(query == null ? "" : query));
        add(digest, body);
        return digest.digest();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// With its length, so that no two lists of parts run together into the same bytes.
    private static void add(MessageDigest digest, byte[] part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        digest.update(part);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
