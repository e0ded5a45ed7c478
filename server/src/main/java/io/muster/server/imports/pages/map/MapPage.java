package io.muster.server.imports.pages.map;

import io.muster.server.imports.EarlierMapping;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.pages.ImportSteps;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the step of mapping shows.
///
/// @param preview the first rows, cell by cell
/// @param sameFile an earlier import of the same content
/// @param refusals what is wrong with what was just sent, beside the problems of the mapping
/// @param savedAs the name under which the mapping has just been kept, empty if it has not
public record MapPage(
        Import of,
        FormatFields format,
        List<List<String>> preview,
        @Nullable Import sameFile,
        List<ColumnRow> rows,
        List<Choice> targets,
        OptionFields options,
        MapState state,
        ColumnFilter filter,
        List<String> refusals,
        String savedAs) {

    /// With the values of one of its columns to map.
    MapPage with(ValuesPanel panel) {
        return new MapPage(
                of,
                format,
                preview,
                sameFile,
                rows.stream()
                        .map(row -> row.index() == panel.index() ? row.with(panel) : row)
                        .toList(),
                targets,
                options,
                state,
                filter,
                refusals,
                savedAs);
    }

    MapPage savedAs(String name) {
        return new MapPage(
                of, format, preview, sameFile, rows, targets, options, state, filter, refusals,
                name);
    }

    /// The name under which the mapping would be kept: that of the one it comes from.
    public String mappingName() {
        EarlierMapping earlier = of.earlier();
        return !savedAs.isEmpty()
                ? savedAs
                : earlier == null || earlier.savedMapping() == null ? "" : earlier.name();
    }

    /// What became of the earlier upload of the same file.
    public String sameFileKey() {
        return switch (sameFile == null ? ImportStatus.COMPLETED : sameFile.status()) {
            case UPLOADED -> "map.same_file.uploaded";
            case REVERTING, REVERTED -> "map.same_file.undone";
            case QUEUED, PROCESSING, POST_PROCESSING, COMPLETED, FAILED, CANCELLED ->
                    "map.same_file";
        };
    }

    public List<Step> steps() {
        return ImportSteps.MAP.steps(of.id());
    }

    public String path() {
        return "/imports/" + of.id();
    }
}
