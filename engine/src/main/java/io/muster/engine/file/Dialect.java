package io.muster.engine.file;

/// How a sample is cut into rows and cells, and where its table starts.
///
/// @param reason why this delimiter, in a few words
record Dialect(char delimiter, char quote, Table table, String reason) {}
