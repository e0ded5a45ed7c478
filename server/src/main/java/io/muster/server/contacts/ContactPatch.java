package io.muster.server.contacts;

import io.muster.engine.field.Cell;
import io.muster.engine.field.CellReading;
import io.muster.engine.field.CellRule;
import io.muster.engine.field.DateOrder;
import io.muster.engine.field.DecimalMark;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.FieldValue;
import io.muster.engine.field.Rules;
import io.muster.engine.field.Separator;
import io.muster.engine.field.StandardField;
import io.muster.engine.field.UnknownChoice;
import io.muster.engine.file.CellText;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.outcome.Code;
import io.muster.server.platform.web.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changes a contact as a person or a program asks, by the same rules as an import.
final class ContactPatch {
    static final String UNKNOWN_FIELD = "UNKNOWN_FIELD";
    static final String READ_ONLY = "READ_ONLY";
    static final String WRONG_TYPE = "WRONG_TYPE";

    private static final Set<String> KEPT = Set.of("id", "created_at", "updated_at");

    /// As the API itself writes values.
    private static final CellReading AS_STORED =
            new CellReading(
                    DecimalMark.DOT, DateOrder.ISO, Separator.NONE, UnknownChoice.REFUSE, null);

    private final Rules rules;
    private final Map<String, FieldSpec> custom;
    private final List<FieldError> errors = new ArrayList<>();

    /// @param custom what the tenant's custom fields hold, by key
    ContactPatch(Rules rules, Map<String, FieldSpec> custom) {
        this.rules = rules;
        this.custom = custom;
    }

    /// What was wrong with the changes, in their order.
    List<FieldError> errors() {
        return errors;
    }

    /// @param changes values by field name; null clears a field
    Contact apply(Contact stored, Map<String, @Nullable Object> changes) {
        Contact.Draft draft = stored.change();
        changes.forEach((name, value) -> change(draft, name, value));
        Contact after = draft.done();
        if (Stream.of(IdentityKey.values()).allMatch(key -> after.key(key) == null)) {
            error(
                    "",
                    Code.NO_IDENTITY.name(),
                    "A contact needs an external id, a phone or an email.");
        }
        return after;
    }

    private void change(Contact.Draft draft, String name, @Nullable Object value) {
        switch (name) {
            case "tags" -> tags(value).ifPresent(draft::tags);
            case "custom" -> custom(draft, value);
            case "do_not_contact" -> {
                if (value instanceof Boolean flag) {
                    draft.doNotContact(flag);
                } else {
                    error("/do_not_contact", WRONG_TYPE, "do_not_contact must be true or false.");
                }
            }
            case "consent_email", "consent_sms", "consent_call" -> consent(draft, name, value);
            default -> {
                if (KEPT.contains(name)) {
                    error("/" + name, READ_ONLY, name + " cannot be changed.");
                    return;
                }
                Optional<StandardField> field =
                        StandardField.byKey(name).filter(StagedContacts.TEXTS::contains);
                if (field.isEmpty()) {
                    error(pointer(name), UNKNOWN_FIELD, "A contact has no such field.");
                } else if (value == null || value.equals("")) {
                    draft.text(field.get(), null);
                } else {
                    read("/" + name, name, value, rules.of(field.get()))
                            .ifPresent(read -> draft.text(field.get(), (String) read));
                }
            }
        }
    }

    /// A person may withdraw what was given, and note that it is given anew.
    private void consent(Contact.Draft draft, String name, @Nullable Object value) {
        StandardField field = StandardField.byKey(name).orElseThrow();
        switch (value) {
            case null -> draft.consent(field, null);
            case Boolean given -> draft.consent(field, given);
            default -> error("/" + name, WRONG_TYPE, name + " must be true, false or null.");
        }
    }

    private void custom(Contact.Draft draft, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> values)) {
            error("/custom", WRONG_TYPE, "custom must be an object with keys of custom fields.");
            return;
        }
        values.forEach((key, entry) -> {
            FieldSpec spec = custom.get(String.valueOf(key));
            String pointer = "/custom" + pointer(String.valueOf(key));
            if (spec == null) {
                error(pointer, UNKNOWN_FIELD, "There is no such custom field.");
            } else if (entry == null || entry.equals("") || entry.equals(List.of())) {
                draft.custom(key.toString(), null);
            } else {
                typed(pointer, key.toString(), entry, spec)
                        .ifPresent(read -> draft.custom(key.toString(), read));
            }
        });
    }

    private Optional<Object> typed(String pointer, String name, Object value, FieldSpec spec) {
        return switch (value) {
            case Number number when spec.type() == FieldType.NUMBER ->
                    read(pointer, name, plain(number), rules.of(spec, AS_STORED));
            case Boolean flag when spec.type() == FieldType.YES_NO -> Optional.of(flag);
            case List<?> several when spec.type() == FieldType.CHOICES ->
                    choices(pointer, several, rules.of(spec, AS_STORED));
            default -> read(pointer, name, value, rules.of(spec, AS_STORED));
        };
    }

    private Optional<Object> choices(String pointer, List<?> several, CellRule rule) {
        List<Object> choices = new ArrayList<>();
        int before = errors.size();
        for (int i = 0; i < several.size(); i++) {
            Object choice = several.get(i);
            read(pointer + "/" + i, "A choice", choice == null ? List.of() : choice, rule)
                    .ifPresent(read -> choices.addAll((List<?>) read));
        }
        return errors.size() == before ? Optional.of(choices) : Optional.empty();
    }

    private static String plain(Number number) {
        return ((BigDecimal) FieldValue.canonical(number)).toPlainString();
    }

    private Optional<List<String>> tags(@Nullable Object value) {
        if (value == null) {
            return Optional.of(List.of());
        }
        if (!(value instanceof List<?> several)) {
            error("/tags", WRONG_TYPE, "tags must be an array of texts.");
            return Optional.empty();
        }
        Set<String> tags = new LinkedHashSet<>();
        int before = errors.size();
        for (int i = 0; i < several.size(); i++) {
            Object tag = several.get(i);
            read(
                            "/tags/" + i,
                            "A tag",
                            tag == null ? List.of() : tag,
                            rules.of(StandardField.TAGS, AS_STORED))
                    .ifPresent(read -> ((List<?>) read).forEach(one -> tags.add((String) one)));
        }
        return errors.size() == before ? Optional.of(List.copyOf(tags)) : Optional.empty();
    }

    private Optional<Object> read(String pointer, String name, Object value, CellRule rule) {
        if (!(value instanceof String text)) {
            error(pointer, WRONG_TYPE, name + " must be text.");
            return Optional.empty();
        }
        Optional<String> clean = CellText.clean(text);
        if (clean.isEmpty()) {
            var code = Code.CONTROL_CHARACTER;
            error(pointer, code.name(), code.sentence());
            return Optional.empty();
        }
        return switch (clean.get().isEmpty()
                ? new Cell.Invalid(
                        Code.MISSING_FIELD, name + " must not be blank; send null to clear it.")
                : rule.read(clean.get())) {
            case Cell.Valid valid -> Optional.of(valid.value());
            case Cell.Nothing() -> Optional.empty();
            case Cell.Invalid invalid -> {
                error(pointer, invalid.code().name(), invalid.message());
                yield Optional.empty();
            }
        };
    }

    void error(String pointer, String code, String message) {
        errors.add(new FieldError(pointer, code, message));
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
