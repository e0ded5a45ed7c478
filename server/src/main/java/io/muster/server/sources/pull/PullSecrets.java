package io.muster.server.sources.pull;

import org.jspecify.annotations.Nullable;

/// What opens a place. It is kept sealed, and nowhere shown.
///
/// @param password or that of the private key, where there is one
/// @param privateKey in the form that `ssh-keygen` writes
public record PullSecrets(
        @Nullable String password,
        @Nullable String privateKey,
        @Nullable String accessKey,
        @Nullable String secretKey) {
    public static final PullSecrets NONE = new PullSecrets(null, null, null, null);

    public boolean isEmpty() {
        return equals(NONE);
    }

    /// These, and those of before for what is null here. What is empty is none.
    PullSecrets over(PullSecrets before) {
        return new PullSecrets(
                either(password, before.password),
                either(privateKey, before.privateKey),
                either(accessKey, before.accessKey),
                either(secretKey, before.secretKey));
    }

    private static @Nullable String either(@Nullable String sent, @Nullable String before) {
        String one = sent == null ? before : sent;
        return one == null || one.isEmpty() ? null : one;
    }

    @Override
    public String toString() {
        return "PullSecrets";
    }
}
