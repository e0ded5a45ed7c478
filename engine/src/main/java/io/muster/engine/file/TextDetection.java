package io.muster.engine.file;

/// What was understood of delimited text.
///
/// @param encodingConfidence 0 to 1
/// @param encodingReason a few words, such as "byte order mark"
public record TextDetection(
        TextFormat format,
        double encodingConfidence,
        String encodingReason,
        String delimiterReason,
        String headerReason)
        implements Detection {}
