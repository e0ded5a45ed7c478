package io.muster.server.access;

import io.muster.server.platform.Sha256;
import io.muster.server.tenants.TenantId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/// What stands in the link of an invitation: whose it is, and 256 random bits.
///
/// It names the tenant, so that nothing of any other tenant has to be open to find it.
public record InvitationToken(TenantId tenant, String text) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int TENANT_BYTES = 16;
    private static final int SECRET_BYTES = 32;

    static InvitationToken random(TenantId tenant) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        ByteBuffer bytes =
                ByteBuffer.allocate(TENANT_BYTES + SECRET_BYTES)
                        .putLong(tenant.value().getMostSignificantBits())
                        .putLong(tenant.value().getLeastSignificantBits())
                        .put(secret);
        return new InvitationToken(
                tenant, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()));
    }

    /// Empty for what cannot be one.
    public static Optional<InvitationToken> parse(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return bytes.remaining() == TENANT_BYTES + SECRET_BYTES
                    ? Optional.of(
                            new InvitationToken(
                                    new TenantId(new UUID(bytes.getLong(), bytes.getLong())), text))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// What is kept of it. Its input is random, so there is no dictionary to slow down.
    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "the token of an invitation";
    }
}
