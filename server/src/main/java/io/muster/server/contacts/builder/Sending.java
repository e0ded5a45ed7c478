package io.muster.server.contacts.builder;

import org.jspecify.annotations.Nullable;

/// What scripts do with a form that holds a filter when one of its controls has changed.
///
/// @param path what they ask
/// @param target the part of the page that the answer takes the place of
public record Sending(Method method, String path, String target) {

    /// How the form is sent.
    public enum Method {
        /// The filter stands in the address.
        GET,
        POST
    }

    public static Sending get(String path, String target) {
        return new Sending(Method.GET, path, target);
    }

    public static Sending post(String path, String target) {
        return new Sending(Method.POST, path, target);
    }

    /// Null when the form is sent in another way, and so for the others.
    public @Nullable String get() {
        return method == Method.GET ? path : null;
    }

    public @Nullable String post() {
        return method == Method.POST ? path : null;
    }

    /// A POST takes the whole form with it by itself.
    public @Nullable String include() {
        return method == Method.GET ? "closest form" : null;
    }
}
