package io.muster.engine.mapping;

/// Where a column probably goes, and why.
///
/// @param confidence 0 to 1
/// @param reason in words for a person, such as "exact header" or "96 % are valid phone numbers"
public record Suggestion(Target target, double confidence, String reason) {

    public static final Suggestion NONE = new Suggestion(Target.SKIP, 0, "");
}
