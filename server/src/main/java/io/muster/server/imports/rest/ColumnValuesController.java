package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.muster.engine.mapping.ColumnOutlook.UnknownValue;
import io.muster.engine.mapping.ValueMapping;
import io.muster.server.access.Caller;
import io.muster.server.imports.AllowedValues.Allowed;
import io.muster.server.imports.ColumnValues;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs see the values of a column that its field does not know, and map each once.
@RestController
@RequestMapping("/api/v1/imports/{id}/columns/{index}/values")
class ColumnValuesController {
    private final ColumnValues values;

    ColumnValuesController(ColumnValues values) {
        this.values = values;
    }

    /// The unknown values of a column over the whole file.
    ///
    /// @param rows that were looked at
    /// @param valid cells whose value is taken
    /// @param invalid cells that are refused
    /// @param blank cells without a value
    /// @param distinct how many unknown values there are
    /// @param complete whether all of them are listed; else the most frequent 500 are
    /// @param allowed what they can be mapped to; empty where the field takes what comes
    record ColumnValuesView(
            int index,
            String name,
            @Nullable String target,
            long rows,
            long valid,
            long invalid,
            long blank,
            long distinct,
            boolean complete,
            List<ValueView> values,
            List<Allowed> allowed) {}

    /// @param mappedTo what it stands for, an empty text for none; null as long as it is refused
    /// @param message what is wrong with it; null for one that is mapped
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ValueView(
            String value, long count, @Nullable String mappedTo, @Nullable String message) {

        static ValueView of(UnknownValue value, ValueMapping mapped) {
            return new ValueView(
                    value.text(),
                    value.count(),
                    mapped.texts().get(value.text()),
                    value.message().isEmpty() ? null : value.message());
        }
    }

    @GetMapping
    ColumnValuesView list(
            Caller caller,
            @PathVariable UUID id,
            @PathVariable int index,
            @RequestParam(required = false) @Nullable String target) {
        ColumnValues.Found found = values.find(caller.tenant(), id, index, target);
        return new ColumnValuesView(
                index,
                found.column().name(),
                found.settings().target(),
                found.rows(),
                found.outlook().valid(),
                found.outlook().invalid(),
                found.outlook().blank(),
                found.outlook().distinct(),
                found.outlook().isComplete(),
                found.outlook().unknown().stream()
                        .map(value -> ValueView.of(value, found.mapped()))
                        .toList(),
                found.allowed());
    }
}
