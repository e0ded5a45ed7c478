package io.muster.server.importlog.pages;

import io.muster.server.platform.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the page of one entry shows.
///
/// @param payload what came, by header or key
public record LogEntryPage(LogLine line, Map<String, String> payload, boolean masked) {

    static LogEntryPage of(LogLine line, Map<String, Object> payload, boolean masked) {
        Map<String, String> texts = new LinkedHashMap<>();
        payload.forEach((key, value) ->
                texts.put(key, value instanceof String text ? text : Json.write(value)));
        return new LogEntryPage(line, texts, masked);
    }
}
