package io.muster.server.imports.pages.saved;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list of saved mappings shows.
///
/// @param lines by name
/// @param done what was done just now, null for nothing
/// @param gone whether what was to be changed is not there any more
public record SavedMappingsPage(
        List<MappingLine> lines,
        boolean mayChange,
        boolean mayImport,
        @Nullable String done,
        boolean gone) {
    static final String PATH = "/imports/mappings";
}
