package io.muster.server.imports.pages.map;

import io.muster.server.imports.Import;
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
        List<String> refusals) {

    public List<Step> steps() {
        return ImportSteps.MAP.steps(of.id());
    }

    public String path() {
        return "/imports/" + of.id();
    }
}
