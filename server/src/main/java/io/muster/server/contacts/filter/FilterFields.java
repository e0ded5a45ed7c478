package io.muster.server.contacts.filter;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.server.contacts.filter.FilterField.Custom;
import io.muster.server.contacts.filter.FilterField.Happened;
import io.muster.server.contacts.filter.FilterField.Moment;
import io.muster.server.contacts.filter.FilterField.Standard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The fields that a tenant's conditions can be about.
///
/// @param custom what the tenant's own fields hold, by key
public record FilterFields(Map<String, FieldSpec> custom) {
    private static final String CUSTOM = "cf:";

    /// Those that every tenant has.
    public static final List<FilterField> STANDARD =
            Stream.concat(
                            Stream.of(StandardField.values())
                                    .filter(field ->
                                            field != StandardField.FULL_NAME && !field.isHint())
                                    .map(field -> (FilterField) new Standard(field)),
                            Stream.of(Happened.values()).map(Moment::new))
                    .toList();

    public Optional<FilterField> find(String name) {
        if (name.startsWith(CUSTOM)) {
            String key = name.substring(CUSTOM.length());
            return Optional.ofNullable(custom.get(key)).map(spec -> new Custom(key, spec));
        }
        return STANDARD.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// The field of a condition that is kept. One of which nothing is known is empty everywhere.
    FilterField kept(String name) {
        return find(name)
                .orElseGet(() ->
                        new Custom(
                                name.startsWith(CUSTOM) ? name.substring(CUSTOM.length()) : name,
                                FieldSpec.of(FieldType.TEXT)));
    }
}
