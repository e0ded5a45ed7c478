package io.muster.engine.file;

/// What was understood of a file, and why: shown to people, who may choose otherwise.
public sealed interface Detection permits TextDetection, SheetDetection {

    FileFormat format();

    /// A few words, such as "the first row holds an email address".
    String headerReason();
}
