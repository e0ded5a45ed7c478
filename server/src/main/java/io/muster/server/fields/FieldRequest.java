package io.muster.server.fields;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.file.CellText;
import io.muster.engine.mapping.Target;
import io.muster.engine.outcome.Code;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A custom field as a person or a program asks for it.
///
/// @param key made out of the label when absent
/// @param label what people call it, 1 to 200 characters
/// @param type `text`, `number`, `date`, `yes_no`, `choice`, `choices`, `email`, `phone` or `url`
/// @param options what a choice can be, at most 500
/// @param description what it is for, at most 500 characters
public record FieldRequest(
        @Nullable String key,
        @Nullable String label,
        @Nullable String type,
        @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<String> options,
        @Nullable String description) {

    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final String READ_ONLY = "READ_ONLY";

    /// What a new field is to hold.
    ///
    /// @throws ApiProblem 422 naming all that is wrong
    public FieldSpec spec() {
        List<FieldError> errors = new ArrayList<>();
        if (key != null && !Target.CUSTOM_KEY.matcher(key).matches()) {
            errors.add(
                    new FieldError(
                            "/key",
                            Code.INVALID_OPTION.name(),
                            "A key begins with a lower-case letter and has up to 63 letters, digits and underscores."));
        }
        label(errors);
        description(errors);
        Optional<FieldType> found =
                Arrays.stream(FieldType.values()).filter(one -> one.text().equals(type)).findAny();
        if (found.isEmpty()) {
            errors.add(
                    new FieldError(
                            "/type",
                            Code.INVALID_OPTION.name(),
                            "The types are %s."
                                    .formatted(
                                            Arrays.stream(FieldType.values())
                                                    .map(FieldType::text)
                                                    .collect(Collectors.joining(", ")))));
        }
        FieldType known = found.orElse(FieldType.TEXT);
        var read =
                FieldOptions.read("/options", found.isEmpty() ? FieldType.CHOICE : known, options);
        errors.addAll(read.errors());
        refuse(errors);
        return new FieldSpec(known, read.values());
    }

    /// The label of a new field, once [#spec()] has let it pass.
    public String newLabel() {
        return label(new ArrayList<>());
    }

    /// The description of a new field, once [#spec()] has let it pass.
    public String newDescription() {
        return description(new ArrayList<>());
    }

    /// A field with what is asked for; what is absent stays.
    ///
    /// @throws ApiProblem 422 naming all that is wrong
    public CustomField change(CustomField field) {
        List<FieldError> errors = new ArrayList<>();
        if (key != null && !key.equals(field.key())) {
            errors.add(new FieldError("/key", READ_ONLY, "A field's key cannot be changed."));
        }
        if (type != null && !type.equals(field.type().text())) {
            errors.add(
                    new FieldError(
                            "/type",
                            READ_ONLY,
                            "A field's type cannot be changed: contacts hold values of it. Make another field."));
        }
        String newLabel = label == null ? field.label() : label(errors);
        String newDescription = description == null ? field.description() : description(errors);
        var read = FieldOptions.read("/options", field.type(), options);
        errors.addAll(read.errors());
        refuse(errors);
        return new CustomField(
                field.key(),
                newLabel,
                field.type(),
                options == null ? field.options() : read.values(),
                newDescription);
    }

    private String label(List<FieldError> errors) {
        String clean = label == null ? "" : CellText.clean(label).orElse("");
        if (clean.isEmpty() || clean.length() > LONGEST_LABEL) {
            errors.add(
                    new FieldError(
                            "/label",
                            Code.INVALID_OPTION.name(),
                            "A field needs a label of 1 to %d characters."
                                    .formatted(LONGEST_LABEL)));
        }
        return clean;
    }

    private String description(List<FieldError> errors) {
        String clean =
                description == null
                        ? ""
                        : CellText.clean(description.replaceAll("\\s+", " ")).orElse("");
        if (clean.codePointCount(0, clean.length()) > LONGEST_DESCRIPTION) {
            errors.add(
                    new FieldError(
                            "/description",
                            Code.TOO_LONG.name(),
                            "A description has at most %d characters."
                                    .formatted(LONGEST_DESCRIPTION)));
        }
        return clean;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable("The field cannot be kept like this.", errors);
        }
    }
}
