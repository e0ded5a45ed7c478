package io.muster.server.contacts.pages;

import io.muster.server.contacts.builder.Draft.Group;
import io.muster.server.contacts.builder.DraftForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a list of contacts is asked for, as its address says it.
///
/// @param q what is searched for, empty for nothing
/// @param columns the names of those that are shown, empty for the usual ones
record ListState(String q, Group filter, List<String> columns) {
    private static final String PATH = "/contacts";

    static ListState of(Map<String, String[]> sent, Group filter) {
        String[] q = sent.getOrDefault("q", new String[] {""});
        return new ListState(
                q[0].strip(), filter, List.of(sent.getOrDefault("column", new String[0])));
    }

    ListState with(Group other) {
        return new ListState(q, other, columns);
    }

    ListState withColumns(List<String> shown) {
        return new ListState(q, filter, shown);
    }

    String address() {
        return joined(PATH, parts());
    }

    /// The list from a place on.
    ///
    /// @param id null for no such place
    @Nullable String address(String place, @Nullable UUID id) {
        return id == null ? null : with(place, id.toString());
    }

    /// The list with the number of all contacts that it has.
    String counted() {
        return with("counted", "all");
    }

    /// Where else the filter can be used.
    String filterAt(String path) {
        List<String> parts = new ArrayList<>();
        DraftForm.of(filter).forEach((name, value) -> parts.add(part(name, value)));
        return joined(path, parts);
    }

    private String with(String name, String value) {
        List<String> parts = parts();
        parts.add(part(name, value));
        return joined(PATH, parts);
    }

    private List<String> parts() {
        List<String> parts = new ArrayList<>();
        if (!q.isEmpty()) {
            parts.add(part("q", q));
        }
        DraftForm.of(filter).forEach((name, value) -> parts.add(part(name, value)));
        columns.forEach(column -> parts.add(part("column", column)));
        return parts;
    }

    private static String part(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String joined(String path, List<String> parts) {
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }
}
