package io.muster.server.contacts.store;

import io.muster.engine.field.StandardField;
import io.muster.server.contacts.StagedContacts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The columns of a contact that imports read and write, in the order in which they are staged.
final class ContactColumns {

    private record Column(String name, String type) {}

    private static final List<Column> ALL = all();

    /// With commas between them.
    static final String NAMES = joined(Column::name);

    /// As a table with the same columns defines them.
    static final String DEFINITIONS = joined(column -> column.name() + " " + column.type());

    /// Each set to that of the relation `s`.
    static final String FROM_STAGED = joined(column -> column.name() + " = s." + column.name());

    private ContactColumns() {}

    private static List<Column> all() {
        List<Column> columns = new ArrayList<>();
        StagedContacts.TEXTS.forEach(field -> columns.add(new Column(field.key(), "text")));
        columns.add(new Column("tags", "text[]"));
        columns.add(new Column("do_not_contact", "boolean"));
        StandardField.CONSENTS.forEach(field -> columns.add(new Column(field.key(), "boolean")));
        columns.add(new Column("custom", "jsonb"));
        return columns;
    }

    private static String joined(Function<Column, String> text) {
        return ALL.stream().map(text).collect(Collectors.joining(", "));
    }
}
