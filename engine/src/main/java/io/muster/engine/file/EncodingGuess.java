package io.muster.engine.file;

import java.nio.charset.Charset;

/// An encoding, how sure that is (0 to 1), and why, in a few words.
record EncodingGuess(Charset charset, double confidence, String reason) {}
