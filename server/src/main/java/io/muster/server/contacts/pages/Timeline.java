package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.StandardField;
import io.muster.server.contacts.ContactEdit;
import io.muster.server.contacts.ContactHistory;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What happened to a contact, newest first: rows of imports and sources, and what people and
/// programs did.
///
/// @param more whether there is more than is shown
public record Timeline(List<Entry> entries, More more) {

    /// Whether a timeline was cut off.
    public enum More {
        NONE,
        /// The rest can be shown too.
        HIDDEN,
        /// The rest is too much for a page.
        LEFT_OUT
    }

    /// How many happenings a page shows.
    enum Extent {
        LATEST(10, More.HIDDEN),
        LONG(200, More.LEFT_OUT);

        private final int most;
        private final More rest;

        Extent(int most, More rest) {
            this.most = most;
            this.rest = rest;
        }

        /// So many happenings tell whether there are more than are shown.
        int fetch() {
            return most + 1;
        }
    }

    /// One happening.
    ///
    /// @param what happened
    /// @param origin who or what did it
    /// @param path where to read more, null for nowhere
    /// @param fields that changed, in words; empty when they are not known
    public record Entry(
            Instant at,
            String icon,
            String what,
            String origin,
            @Nullable String path,
            String fields) {}

    /// @param labels of custom fields by key, retired ones among them where they are known
    static Timeline of(
            List<ContactHistory.Event> rows,
            List<ContactEdit> edits,
            Map<String, String> labels,
            Extent extent) {
        List<Entry> all =
                Stream.concat(
                                rows.stream().map(row -> entry(row, labels)),
                                edits.stream().map(edit -> entry(edit, labels)))
                        .sorted(Comparator.comparing(Entry::at).reversed())
                        .toList();
        return all.size() > extent.most
                ? new Timeline(all.subList(0, extent.most), extent.rest)
                : new Timeline(all, More.NONE);
    }

    private static Entry entry(ContactHistory.Event row, Map<String, String> labels) {
        String icon =
                switch (row.action()) {
                    case "created" -> "user-plus";
                    case "updated" -> "refresh";
                    case "reverted" -> "arrow-back-up";
                    default -> "equal";
                };
        return new Entry(
                row.at(),
                icon,
                t("contact.history." + row.action()),
                t("contact.history.row", row.row(), row.origin()),
                row.path(),
                words(row.fields(), labels));
    }

    private static Entry entry(ContactEdit edit, Map<String, String> labels) {
        return new Entry(
                edit.at(),
                "pencil",
                t("contact.history.edited"),
                t("contact.history.by", edit.by()),
                null,
                words(edit.fields(), labels));
    }

    private static String words(List<String> fields, Map<String, String> labels) {
        return fields.stream()
                .distinct()
                .map(field -> label(field, labels))
                .collect(Collectors.joining(", "));
    }

    private static String label(String field, Map<String, String> labels) {
        return StandardField.byKey(field)
                .map(standard -> t("contact." + standard.key()))
                .orElseGet(() -> {
                    String key = field.startsWith("cf:") ? field.substring(3) : field;
                    return labels.getOrDefault(key, key);
                });
    }
}
