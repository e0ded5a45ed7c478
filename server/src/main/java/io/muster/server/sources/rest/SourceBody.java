package io.muster.server.sources.rest;

import io.muster.server.imports.ImportSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A source as it is sent.
///
/// @param key names it for good: lower-case letters, digits, `_` and `-`
/// @param mapping targets by JSON pointer, such as `{"/contact/phone": "phone"}`, or objects with a
///   target and the settings of a column; by default every field under its own name
/// @param options as those of an import; where they say nothing, bad fields are dropped and the
///   rest is kept, decimals have a dot, and dates are in ISO order
record SourceBody(
        @Nullable String key,
        @Nullable String name,
        @Nullable Map<String, @Nullable Object> mapping,
        @Nullable ImportSettings options) {}
