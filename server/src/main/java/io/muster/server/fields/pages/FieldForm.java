package io.muster.server.fields.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.FieldType;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.FieldRequest;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.web.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The form of a custom field.
///
/// @param options one a line
record FieldForm(String label, String key, String type, String options, String description) {
    static final FieldForm BLANK = new FieldForm("", "", FieldType.TEXT.text(), "", "");

    static FieldForm of(CustomField field) {
        return new FieldForm(
                field.label(),
                field.key(),
                field.type().text(),
                String.join("\n", field.options()),
                field.description());
    }

    /// For a new field.
    FieldRequest asNew() {
        return new FieldRequest(
                key.isBlank() ? null : key.strip(), label, type, lines(options), description);
    }

    /// For one that is there, whose key and type stay.
    FieldRequest asChange(CustomField field) {
        return new FieldRequest(
                null, label, null, field.type().hasOptions() ? lines(options) : null, description);
    }

    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    List<FormField> fields(List<FieldError> errors) {
        List<FormField> fields = new ArrayList<>(common(errors));
        fields.add(
                1,
                FormField.select(
                                "type",
                                t("field.type"),
                                Stream.of(FieldType.values())
                                        .map(one ->
                                                new Choice(
                                                        one.text(), t("field.type." + one.text())))
                                        .toList())
                        .withValue(type)
                        .withHint(t("field.type.hint"))
                        .withError(error(errors, "/type")));
        fields.add(optionsField(errors, t("field.options.hint.new")));
        fields.add(
                FormField.text("key", t("field.key"))
                        .withValue(key)
                        .withHint(t("field.key.hint"))
                        .withError(error(errors, "/key")));
        return fields;
    }

    /// @param of whose form it is
    List<FormField> fields(CustomField of, List<FieldError> errors) {
        List<FormField> fields = new ArrayList<>(common(errors));
        if (of.type().hasOptions()) {
            fields.add(optionsField(errors, t("field.options.hint")));
        }
        return fields;
    }

    private List<FormField> common(List<FieldError> errors) {
        return List.of(
                FormField.text("label", t("field.label"))
                        .required()
                        .withValue(label)
                        .withError(error(errors, "/label")),
                FormField.of(FormField.Kind.AREA, "description", t("field.description"))
                        .withValue(description)
                        .withHint(t("field.description.hint"))
                        .withError(error(errors, "/description")));
    }

    private FormField optionsField(List<FieldError> errors, String hint) {
        return FormField.of(FormField.Kind.AREA, "options", t("field.options"))
                .withValue(options)
                .withHint(hint)
                .withError(error(errors, "/options"));
    }

    /// What is wrong with the field as a whole stands at its label.
    private static @Nullable String error(List<FieldError> errors, String pointer) {
        return errors.stream()
                .filter(error ->
                        error.pointer().equals(pointer)
                                || error.pointer().startsWith(pointer + "/")
                                || (pointer.equals("/label") && error.pointer().isEmpty()))
                .map(FieldError::message)
                .findFirst()
                .orElse(null);
    }
}
