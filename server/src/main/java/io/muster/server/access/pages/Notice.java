package io.muster.server.access.pages;

import io.muster.server.platform.pages.Tone;
import org.jspecify.annotations.Nullable;

/// What the sign-in page has to say about what came before it.
///
/// @param tone null when there is nothing to say
public enum Notice {
    NONE(null, ""),
    FAILED(Tone.BAD, "sign_in.failed"),
    WAIT(Tone.BAD, "sign_in.wait"),
    SIGNED_OUT(Tone.NOTE, "sign_in.signed_out"),
    /// An invitation is taken by the next sign-in elsewhere.
    JOINING(Tone.NOTE, "sign_in.joining"),
    JOINED(Tone.OK, "sign_in.joined"),
    /// What came back from the provider.
    UNKNOWN(Tone.BAD, "sign_in.unknown"),
    OTHER(Tone.BAD, "sign_in.other"),
    UNVERIFIED(Tone.BAD, "sign_in.unverified"),
    ELSEWHERE(Tone.BAD, "sign_in.elsewhere");

    private final @Nullable Tone tone;
    private final String key;

    Notice(@Nullable Tone tone, String key) {
        this.tone = tone;
        this.key = key;
    }

    public @Nullable Tone tone() {
        return tone;
    }

    public String key() {
        return key;
    }
}
