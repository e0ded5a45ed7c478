package io.muster.engine.field;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Compares names that were given once and are written again by somebody else: case and spaces do
/// not matter, every letter does.
final class Spelling {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Spelling() {}

    static String fold(String text) {
        String plain = Normalizer.normalize(Invisible.strip(text), Normalizer.Form.NFC);
        return SPACES.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
