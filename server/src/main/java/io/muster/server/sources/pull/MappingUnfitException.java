package io.muster.server.sources.pull;

import io.muster.server.imports.EarlierMapping;
import io.muster.server.imports.SavedMapping;
import java.util.ArrayList;
import java.util.List;

/// The saved mapping does not fit a file, so nobody knows what its columns mean.
final class MappingUnfitException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST = 5;

    private MappingUnfitException(String message) {
        super(message);
    }

    /// The file has other headers than the mapping was made for.
    static MappingUnfitException drifted(String file, EarlierMapping compared) {
        return new MappingUnfitException(sentence(file, compared));
    }

    /// The mapping cannot be used any more.
    ///
    /// @param why in a sentence
    static MappingUnfitException unusable(SavedMapping mapping, String why) {
        return new MappingUnfitException(
                "The mapping “%s” cannot be used: %s Mend it, then resume the pull."
                        .formatted(mapping.name(), why));
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    private static String sentence(String file, EarlierMapping compared) {
        List<String> parts = new ArrayList<>();
        add(parts, "new", compared.added());
        add(parts, "gone", compared.gone());
        add(
                parts,
                "renamed",
                compared.renamed().stream().map(one -> one.from() + " → " + one.to()).toList());
        return "“%s” has other columns than the mapping “%s”: %s. Save the mapping for the new columns, then resume the pull."
                .formatted(file, compared.name(), String.join("; ", parts));
    }

    private static void add(List<String> parts, String what, List<String> headers) {
        if (!headers.isEmpty()) {
            String more = headers.size() > MOST ? ", …" : "";
            parts.add(
                    what
                            + " "
                            + String.join(", ", headers.subList(0, Math.min(MOST, headers.size())))
                            + more);
        }
    }
}
