package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.Contact;
import io.muster.server.contacts.ContactLifecycle;
import io.muster.server.platform.web.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The form of a contact, as a browser sends it: each value, and beside it what stood there when
/// the form was shown. Only what a person has changed is written, and not over what somebody else
/// has changed in between.
record SentContact(Map<String, String[]> sent) {
    static final SentContact NOTHING = new SentContact(Map.of());

    private static final String BEFORE = "was.";

    /// The changes as the API takes them.
    Map<String, @Nullable Object> changes(List<EditField> fields) {
        Map<String, @Nullable Object> changes = new LinkedHashMap<>();
        Map<String, @Nullable Object> custom = new LinkedHashMap<>();
        for (EditField field : fields) {
            if (isTouched(field)) {
                Object value = field.value(now(field));
                if (field.isCustom()) {
                    custom.put(field.key(), value);
                } else {
                    changes.put(field.name(), value);
                }
            }
        }
        if (!custom.isEmpty()) {
            changes.put("custom", custom);
        }
        return changes;
    }

    /// What is wrong with changing a contact that others may have changed in between.
    List<FieldError> conflicts(List<EditField> fields, Contact stored) {
        return fields.stream()
                .filter(field -> isTouched(field) && isConflict(field, stored))
                .map(field ->
                        new FieldError(
                                field.pointer(),
                                ContactLifecycle.CHANGED_MEANWHILE,
                                t("contact.edit.meanwhile")))
                .toList();
    }

    boolean isConflict(EditField field, Contact stored) {
        String current = field.text(stored);
        return !current.equals(before(field)) && !current.equals(now(field));
    }

    /// Fields that were not shown are not touched.
    boolean isTouched(EditField field) {
        return sent.containsKey(BEFORE + field.control()) && !now(field).equals(before(field));
    }

    String now(EditField field) {
        return field.text(sent.get(field.control()));
    }

    String before(EditField field) {
        return field.text(sent.get(BEFORE + field.control()));
    }
}
