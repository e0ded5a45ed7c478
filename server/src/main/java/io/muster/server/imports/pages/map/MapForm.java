package io.muster.server.imports.pages.map;

import io.muster.server.imports.Import;
import io.muster.server.imports.ImportColumn;
import io.muster.server.imports.ImportMappings;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of the mapping, as a browser sends it.
record MapForm(Map<String, String[]> values) {
    /// Stands for a field that is yet to be made; its key comes in a field of its own.
    static final String NEW = "new";

    private static final int MATCH_KEYS = 3;

    private static final String[] NOTHING = {};

    /// What the person chose, complete: nothing of an earlier choice shines through.
    ImportSettings settings(Import of) {
        return new ImportSettings(
                of.columns().stream().map(this::column).toList(),
                matchOn(),
                value("existing"),
                value("missing"),
                value("duplicates_in_file"),
                value("on_invalid"),
                value("on_conflict"),
                required(),
                value("default_region"),
                tags(),
                value("auto_create_fields") != null,
                value("suppressed"),
                of.settings().notifyStarter(),
                of.settings().dateFormat(),
                value("timezone_from_phone") != null,
                of.settings().campaignId());
    }

    private ColumnSettings column(ImportColumn column) {
        int index = column.index();
        String target = value("target_" + index);
        if (NEW.equals(target)) {
            String name = value("key_" + index);
            target = "new:" + ImportMappings.key(name == null ? column.name() : name);
        }
        String type = value("type_" + index);
        ValueFields values = values(index, target);
        return new ColumnSettings(
                index,
                target == null ? "skip" : target,
                type,
                null,
                value("write_" + index),
                value("blank_" + index),
                value("tags_" + index),
                value("decimal_" + index),
                value("date_format_" + index),
                value("separator_" + index),
                isNewChoice(target, type) ? "add" : value("unknown_choice_" + index),
                null,
                null,
                values.texts().isEmpty() ? null : values.texts(),
                values.added().isEmpty() ? null : values.added());
    }

    /// Values were mapped for a target; for another they mean nothing.
    private ValueFields values(int index, @Nullable String target) {
        return isStale(index, target)
                ? ValueFields.read(NOTHING, NOTHING, NOTHING)
                : ValueFields.read(all("value_" + index), all("as_" + index), all("text_" + index));
    }

    private boolean isStale(int index, @Nullable String target) {
        String before = value("values_target_" + index);
        return before != null && !before.equals(target);
    }

    /// Whether the target of a column has changed since its values were asked for.
    boolean hasStaleValues(ColumnSettings column) {
        return column.index() != null && isStale(column.index(), column.target());
    }

    /// The name under which the mapping is to be kept.
    String mappingName() {
        String name = value("mapping_name");
        return name == null ? "" : name;
    }

    private String[] all(String name) {
        return values.getOrDefault(name, NOTHING);
    }

    /// A choice that is made here takes its options from the file.
    private static boolean isNewChoice(@Nullable String target, @Nullable String type) {
        return target != null
                && target.startsWith("new:")
                && ("choice".equals(type) || "choices".equals(type));
    }

    /// Without any key the usual ones are meant.
    private @Nullable List<String> matchOn() {
        List<String> keys =
                IntStream.rangeClosed(1, MATCH_KEYS)
                        .mapToObj(i -> value("match_" + i))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return keys.isEmpty() ? null : keys;
    }

    /// Nothing ticked means that any value is enough.
    private List<String> required() {
        String[] ticked = values.getOrDefault("required", new String[0]);
        return ticked.length == 0 ? List.of("any") : List.of(ticked);
    }

    private List<String> tags() {
        String text = value("tags");
        List<String> tags = new ArrayList<>();
        if (text != null) {
            Stream.of(text.split("[,;]")).map(String::strip).forEach(tags::add);
            tags.removeIf(String::isEmpty);
        }
        return tags;
    }

    private @Nullable String value(String name) {
        String[] sent = values.get(name);
        return sent == null || sent[0].isBlank() ? null : sent[0].strip();
    }
}
