package io.muster.server.imports.repair.pages;

import io.muster.server.imports.repair.BulkFix;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// Reads a fix out of a form.
final class FixForm {
    private final MultiValueMap<String, String> form;

    private FixForm(MultiValueMap<String, String> form) {
        this.form = form;
    }

    static BulkFix read(MultiValueMap<String, String> form) {
        return new FixForm(form).fix();
    }

    private BulkFix fix() {
        return new BulkFix(
                filled("code"),
                filled("field"),
                filled("kind"),
                form.getFirst("value"),
                values(),
                filled("find"),
                form.getFirst("with"),
                filled("region"),
                filled("date_format"));
    }

    private @Nullable String filled(String name) {
        String text = form.getFirst(name);
        return text == null || text.isBlank() ? null : text;
    }

    /// Values whose replacement was left blank stay as they are.
    private @Nullable Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; form.containsKey("from_" + i); i++) {
            String from = form.getFirst("from_" + i);
            String to = form.getFirst("to_" + i);
            if (from != null && to != null && !to.isBlank()) {
                values.put(from, to);
            }
        }
        return values.isEmpty() ? null : values;
    }
}
