package io.muster.server.fields;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/// Makes the keys of custom fields out of what people call them.
public final class FieldKeys {
    private static final int LONGEST = 63;

    private FieldKeys() {}

    /// “Lead Source (2026)” becomes `lead_source_2026`.
    public static String of(String label) {
        String plain =
                Normalizer.normalize(label, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("\\p{M}", "")
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "");
        String key =
                plain.isEmpty()
                        ? "field"
                        : Character.isDigit(plain.charAt(0)) ? "field_" + plain : plain;
        return key.substring(0, Math.min(key.length(), LONGEST));
    }

    /// The key of a label with a number behind it where it is taken.
    public static String free(String label, Set<String> taken) {
        String key = of(label);
        String free = key;
        for (int i = 2; taken.contains(free); i++) {
            String suffix = "_" + i;
            free = key.substring(0, Math.min(key.length(), LONGEST - suffix.length())) + suffix;
        }
        return free;
    }
}
