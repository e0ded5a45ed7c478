package io.muster.engine.file;

/// What was understood of a file, and why: shown to people, who may choose otherwise.
///
/// @param encodingConfidence 0 to 1
/// @param encodingReason a few words, such as "byte order mark"
/// @param headerReason a few words, such as "first row holds an email address"
public record Detection(
        FileFormat format,
        double encodingConfidence,
        String encodingReason,
        String delimiterReason,
        String headerReason) {}
