package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.mapping.BlankPolicy;
import io.muster.engine.mapping.ColumnMapping;
import io.muster.engine.mapping.Requirement;
import io.muster.engine.mapping.Target;
import io.muster.engine.mapping.WritePolicy;
import io.muster.engine.plan.ImportOptions;
import io.muster.server.imports.Import;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What was decided about an import, in words.
///
/// @param columns each imported column and where it goes
/// @param sentences one for each policy
public record Policies(List<Mapped> columns, List<String> sentences) {

    /// @param note how it writes, where that is unusual; empty else
    public record Mapped(String column, String field, String note) {}

    static Policies of(Import of, ImportOptions options, FieldNames names) {
        List<Mapped> columns =
                options.columns().stream()
                        .filter(column -> !(column.target() instanceof Target.Skip))
                        .map(column ->
                                new Mapped(
                                        of.columns().get(column.index()).name(),
                                        names.of(column.target().text()),
                                        note(column)))
                        .toList();
        return new Policies(columns, sentences(options, names));
    }

    private static List<String> sentences(ImportOptions options, FieldNames names) {
        var match = options.match();
        List<String> sentences = new ArrayList<>();
        String keys =
                match.matchOn().stream()
                        .map(key -> FieldNames.of(key.field()))
                        .collect(Collectors.joining(", "));
        sentences.add(t("policy.match_on", keys));
        sentences.add(t("policy.existing." + key(match.existing())));
        sentences.add(t("policy.missing." + key(match.missing())));
        sentences.add(t("policy.duplicates." + key(match.duplicatesInFile())));
        sentences.add(t("policy.invalid." + key(options.onInvalid())));
        sentences.add(t("policy.conflict." + key(match.onConflict())));
        sentences.add(t("policy.suppressed." + key(match.suppressed())));
        sentences.add(
                switch (Requirement.of(options.required())) {
                    case Requirement.AnyValue() -> t("policy.required.any");
                    case Requirement.Fields(var fields) ->
                            t(
                                    "policy.required",
                                    fields.stream()
                                            .map(names::of)
                                            .collect(Collectors.joining(", ")));
                });
        sentences.add(
                t(
                        "policy.region",
                        Locale.of("", options.defaultRegion()).getDisplayCountry(Locale.ENGLISH)));
        if (!match.tags().isEmpty()) {
            sentences.add(t("policy.tags", String.join(", ", match.tags())));
        }
        return sentences;
    }

    private static String note(ColumnMapping column) {
        List<String> notes = new ArrayList<>();
        if (column.write() == WritePolicy.IF_EMPTY) {
            notes.add(t("map.write.if_empty"));
        }
        if (column.blank() == BlankPolicy.CLEAR) {
            notes.add(t("map.blank.clear"));
        }
        return String.join(", ", notes);
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
