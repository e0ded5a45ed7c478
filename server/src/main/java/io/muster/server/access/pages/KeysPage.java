package io.muster.server.access.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.ApiKey;
import io.muster.server.access.IssuedKey;
import io.muster.server.access.Scope;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.pages.Pager;
import io.muster.server.platform.pages.Tone;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the page of the API keys shows.
///
/// @param grantable the scopes that the viewer can give
/// @param now to tell which have expired
/// @param issued the key that was just made, with its secret; null for none
/// @param done what was just done, null for nothing
/// @param problems what was refused, one sentence each
/// @param form as it was sent
public record KeysPage(
        List<ApiKey> keys,
        Pager pager,
        List<Scope> grantable,
        Instant now,
        @Nullable IssuedKey issued,
        @Nullable String done,
        List<String> problems,
        Form form) {

    /// The form of a new key.
    ///
    /// @param lifetime the name of a {@link Lifetime}
    public record Form(String name, Set<String> scopes, String lifetime) {
        static final Form EMPTY = new Form("", Set.of(), Lifetime.QUARTER.key());
    }

    public FormField nameField() {
        return FormField.text("name", t("keys.name"))
                .required()
                .withValue(form.name())
                .withHint(t("keys.name.hint"));
    }

    public FormField lifetimeField() {
        return FormField.select(
                        "lifetime",
                        t("keys.lifetime"),
                        Arrays.stream(Lifetime.values())
                                .map(one -> new Choice(one.key(), t("keys.lifetime." + one.key())))
                                .toList())
                .required()
                .withValue(form.lifetime());
    }

    public static String scopeName(Scope scope) {
        return t("scope." + scope.toString().replace(':', '.'));
    }

    public boolean isOpen(ApiKey key) {
        return key.revokedAt() == null && !isExpired(key);
    }

    public Badge state(ApiKey key) {
        if (key.revokedAt() != null) {
            return new Badge(Tone.PLAIN, "ban", t("keys.state.revoked"));
        }
        return isExpired(key)
                ? new Badge(Tone.PLAIN, "clock-off", t("keys.state.expired"))
                : new Badge(Tone.OK, t("keys.state.valid"));
    }

    private boolean isExpired(ApiKey key) {
        Instant end = key.expiresAt();
        return end != null && !end.isAfter(now);
    }
}
