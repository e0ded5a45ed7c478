package io.muster.server.access.idempotency;

import io.muster.server.access.KeySecret;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An Idempotency-Key, bound to the secret of whoever sent it.
///
/// Everything kept for it is named and sealed by the two together: one caller cannot meet another's
/// answers, and the database alone cannot read them, not even the secrets that some answers hold.
public final class IdempotencyKey {
    public static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[!-~]([ -~]{0,253}[!-~])?");

    private final KeySecret secret;
    private final String text;

    private IdempotencyKey(KeySecret secret, String text) {
        this.secret = secret;
        this.text = text;
    }

    /// The key of a request, if it has one.
    ///
    /// @throws ApiProblem 400 if it is not 1 to 255 visible ASCII characters
    public static Optional<IdempotencyKey> of(HttpServletRequest request, KeySecret secret) {
        String text = request.getHeader(HEADER);
        if (text == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(text).matches()) {
            throw ApiProblem.invalid(
                    HEADER,
                    "INVALID_IDEMPOTENCY_KEY",
                    HEADER + " must have 1 to 255 visible ASCII characters.");
        }
        return Optional.of(new IdempotencyKey(secret, text));
    }

    /// What its answer is kept under.
    byte[] name() {
        return derive("name");
    }

    /// What its answer is encrypted with.
    byte[] seal() {
        return derive("seal");
    }

    /// The tenant that an operator makes with this key.
    public TenantId tenant() {
        ByteBuffer bytes = ByteBuffer.wrap(derive("tenant"));
        long high = (bytes.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
        long low = (bytes.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new TenantId(new UUID(high, low));
    }

    private byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = secret.text().getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((purpose + " " + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
