package io.muster.server.importlog.pages;

import io.muster.server.access.Sight;
import io.muster.server.platform.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the page of one entry shows.
///
/// @param payload what came, by header or key
public record LogEntryPage(LogLine line, Map<String, String> payload, Sight sight) {

    static LogEntryPage of(LogLine line, Map<String, Object> payload, Sight sight) {
        Map<String, String> texts = new LinkedHashMap<>();
        payload.forEach((key, value) ->
                texts.put(key, value instanceof String text ? text : Json.write(value)));
        return new LogEntryPage(line, texts, sight);
    }

    /// Whether people's values are hidden from the viewer.
    public boolean masked() {
        return !sight.isWhole();
    }
}
