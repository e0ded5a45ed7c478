package io.muster.server.imports;

import io.muster.engine.mapping.HeaderFingerprint;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.platform.web.ApiProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the columns of a file that settings name by their headers.
final class ColumnPlaces {

    private ColumnPlaces() {}

    /// The settings with an index each, and without headers.
    ///
    /// @throws ApiProblem 422 naming each header that the file does not have
    static List<ColumnSettings> find(List<ColumnSettings> settings, List<ImportColumn> columns) {
        Map<String, Integer> byHeader = new HashMap<>();
        columns.forEach(column ->
                byHeader.putIfAbsent(HeaderFingerprint.plain(column.name()), column.index()));
        columns.forEach(column -> byHeader.put(column.name(), column.index()));
        SettingErrors errors = new SettingErrors();
        List<ColumnSettings> found = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            ColumnSettings column = settings.get(i);
            String header = column.header();
            if (column.index() != null || header == null) {
                found.add(column.at(column.index(), null));
                continue;
            }
            Integer index =
                    byHeader.getOrDefault(header, byHeader.get(HeaderFingerprint.plain(header)));
            if (index == null) {
                errors.add(
                        "/columns/" + i + "/header",
                        Code.UNKNOWN_COLUMN,
                        "The file has no column “%s”.".formatted(header));
            } else {
                found.add(column.at(index, null));
            }
        }
        errors.refuse();
        return found;
    }
}
