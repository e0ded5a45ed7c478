package io.muster.server.imports.pages.map;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.ColumnOutlook;
import io.muster.engine.mapping.MappingProblem;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.ValueSet;
import io.muster.engine.outcome.Code;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.MappingOutlook;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.pages.map.ColumnNote.Unknown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says of each column what there is to say: what is wrong, what its values come to, and how sure
/// we are of where it goes.
///
/// @param fields what the tenant's custom fields hold, by key
record ColumnNotes(
        FieldNames names,
        Map<String, FieldSpec> fields,
        List<MappingProblem> problems,
        MappingOutlook.Seen seen) {

    /// @param form what was sent, in which values may have become stale
    MapState state(
            Import of, ImportOptions options, Map<Integer, ColumnSettings> chosen, MapForm form) {
        Map<Integer, ColumnMapping> columns = new HashMap<>();
        for (ColumnMapping column : options.columns()) {
            columns.put(column.index(), column);
        }
        List<ColumnNote> notes = new ArrayList<>();
        for (ImportColumn column : of.columns()) {
            int index = column.index();
            ColumnSettings settings = chosen.get(index);
            boolean stale = settings != null && form.hasStaleValues(settings);
            notes.add(
                    note(
                            column,
                            columns.getOrDefault(index, new ColumnMapping(index, Target.SKIP)),
                            stale));
        }
        long mapped =
                columns.values().stream()
                        .filter(column -> !column.target().equals(Target.SKIP))
                        .count();
        return new MapState(
                of.id(),
                (int) mapped,
                of.columns().size(),
                problems.stream().map(MappingProblem::message).distinct().toList(),
                notes,
                switch (seen.extent()) {
                    case WHOLE -> t("map.counted.whole", seen.rows());
                    case BEGINNING -> t("map.counted.beginning", seen.rows());
                });
    }

    private ColumnNote note(ImportColumn column, ColumnMapping chosen, boolean stale) {
        ColumnOutlook outlook = seen.columns().get(column.index());
        var confidence = Confidence.of(column, chosen.target().text());
        return new ColumnNote(
                column.index(),
                problems(column, chosen),
                outlook,
                stale ? Unknown.OF_ANOTHER_TARGET : unknown(chosen, outlook),
                confidence,
                confidence == Confidence.CHOSEN ? "" : column.suggestion().reason());
    }

    private Unknown unknown(ColumnMapping chosen, @Nullable ColumnOutlook outlook) {
        boolean mappable =
                outlook != null
                        && !outlook.unknown().isEmpty()
                        && ValueSet.of(chosen.target(), fields).isPresent();
        return mappable ? Unknown.MAPPABLE : Unknown.NONE;
    }

    /// Its own, and that a field is missing which it seemed to be for.
    private List<String> problems(ImportColumn column, ColumnMapping chosen) {
        List<String> messages = new ArrayList<>();
        for (MappingProblem problem : problems) {
            if (problem.columns().contains(column.index())) {
                messages.add(problem.message());
            } else if (problem.code() == Code.MISSING_TARGET
                    && problem.target().equals(column.suggestion().target())
                    && !chosen.target().text().equals(problem.target())) {
                messages.add(t("map.missing_here", names.of(problem.target())));
            }
        }
        return messages;
    }
}
