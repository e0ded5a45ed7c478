package io.muster.server.fields.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.fields.FieldUses.Kind;
import io.muster.server.fields.FieldUses.Use;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says where a field is named.
final class UseWords {
    private UseWords() {}

    /// How many things of each kind, empty for none.
    static String of(List<Use> uses) {
        return Stream.of(Kind.values())
                .filter(kind -> count(uses, kind) > 0)
                .map(kind -> t("field.used." + text(kind), count(uses, kind)))
                .collect(Collectors.joining(", "));
    }

    static String text(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static long count(List<Use> uses, Kind kind) {
        return uses.stream().filter(use -> use.kind() == kind).count();
    }
}
