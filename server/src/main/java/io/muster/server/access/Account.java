package io.muster.server.access;

import io.muster.server.tenants.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody who can sign in, across tenants.
///
/// @param passwordHash null for whoever signs in elsewhere only
/// @param madeIn the tenant whose invitation made it; null where the operator or a provider did
/// @param identity who they are to their provider, null until they first sign in with it
public record Account(
        UUID id,
        String email,
        String name,
        @Nullable String passwordHash,
        Proof proof,
        @Nullable TenantId madeIn,
        @Nullable Identity identity) {

    /// Whether the email is known to belong to whoever has the account.
    public enum Proof {
        /// A provider vouches for it, or the operator, or a link was mailed there.
        PROVED,
        /// Made by a link that somebody else has seen, too: whoever made it may know its password.
        UNPROVED
    }

    /// Somebody as their provider knows them, which outlasts a change of their email.
    public record Identity(String issuer, String subject) {}

    public boolean isProved() {
        return proof == Proof.PROVED;
    }

    /// Whether a tenant may take them in: an unproved account stays where it was made, for whoever
    /// made it could come in with it.
    boolean mayJoin(TenantId tenant) {
        return isProved() || tenant.equals(madeIn);
    }

    @Override
    public String toString() {
        return "the account " + id;
    }
}
