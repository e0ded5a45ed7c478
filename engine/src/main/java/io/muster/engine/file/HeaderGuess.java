package io.muster.engine.file;

/// Whether there is a header, and why, in a few words.
record HeaderGuess(HeaderMode mode, String reason) {}
