package io.muster.server.imports.repair.pages;

import io.muster.engine.matching.Contact;
import io.muster.server.imports.Import;
import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.repair.RowDetails.Detail;
import io.muster.server.imports.repair.RowDetails.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything about one row: what its cells say and are read as, what became of it in each attempt,
/// and which contact it would meet.
///
/// @param values its cells, raw and as they are stored
/// @param attempts the latest first
/// @param contactId the contact that it made, changed or would meet; null for none
/// @param mayRepair whether the viewer may change anything
public record RowPage(
        Import of,
        long row,
        List<Value> values,
        List<Try> attempts,
        @Nullable RowCard now,
        @Nullable UUID contactId,
        boolean mayRepair) {

    /// @param field as people call it
    /// @param stored in its stored form; empty when refused or blank
    /// @param rule the sentence that says why it was refused; empty when it was not
    /// @param suggestion what it was probably meant to be; empty when there is no telling
    public record Value(
            String column,
            String field,
            String raw,
            String stored,
            String rule,
            String suggestion) {}

    /// What became of the row in an attempt.
    public record Try(int attempt, String action, List<String> remarks) {}

    static RowPage of(
            Detail detail, long row, @Nullable RowCard now, FieldNames names, boolean mayRepair) {
        List<Value> values = new ArrayList<>();
        for (Reading reading : detail.readings()) {
            values.add(
                    new Value(
                            reading.column(),
                            names.of(reading.field()),
                            reading.raw(),
                            reading.value() == null ? "" : reading.value(),
                            reading.code() == null ? "" : reading.code().sentence(),
                            reading.suggestion() == null ? "" : reading.suggestion()));
        }
        List<Try> attempts =
                detail.attempts().reversed().stream()
                        .map(one ->
                                new Try(
                                        one.attempt(),
                                        one.action().equals("none") ? "failed" : one.action(),
                                        one.info().stream()
                                                .map(info ->
                                                        (info.field() == null
                                                                        ? ""
                                                                        : names.of(info.field())
                                                                                + ": ")
                                                                + info.message())
                                                .toList()))
                        .toList();
        return new RowPage(detail.of(), row, values, attempts, now, contact(detail), mayRepair);
    }

    private static @Nullable UUID contact(Detail detail) {
        Contact met = detail.now() == null ? null : detail.now().before();
        if (met != null) {
            return met.id();
        }
        return detail.attempts().isEmpty() ? null : detail.attempts().getLast().contactId();
    }

    /// Where the person came from.
    public String homePath() {
        return ErrorsPage.home(of);
    }

    public String homeTitle() {
        return ErrorsPage.homeTitle(of);
    }
}
