package io.muster.server.fields.rest;

import io.muster.engine.field.FieldSpec;
import io.muster.server.access.Caller;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.fields.FieldRequest;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs keep a tenant's custom fields.
@RestController
@RequestMapping("/api/v1/fields")
class FieldsController {
    private static final String LIST = "fields";

    private final CustomFields fields;

    FieldsController(CustomFields fields) {
        this.fields = fields;
    }

    /// A field as it is shown.
    ///
    /// @param options what a choice can be; empty for other types
    /// @param description what it is for, empty when nobody has said
    record FieldView(
            String key, String label, String type, List<String> options, String description) {
        static FieldView of(CustomField field) {
            return new FieldView(
                    field.key(),
                    field.label(),
                    field.type().text(),
                    field.options(),
                    field.description());
        }
    }

    /// By key.
    ///
    /// @param retired whether those out of use are wanted, instead of those in use
    @GetMapping
    Page<FieldView> list(
            Caller caller, @RequestParam(defaultValue = "false") boolean retired, Paging paging) {
        var cursor = paging.cursor();
        String after = cursor == null ? null : cursor.read(LIST, 1, List::getFirst);
        List<CustomField> fetched =
                retired
                        ? fields.listRetired(caller.tenant(), after, paging.fetch())
                        : fields.list(caller.tenant(), after, paging.fetch());
        return Page.of(fetched, paging, field -> Cursor.of(LIST, field.key())).map(FieldView::of);
    }

    @GetMapping("/{key}")
    FieldView get(Caller caller, @PathVariable String key) {
        return FieldView.of(fields.get(caller.tenant(), key));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FieldView create(Caller caller, @RequestBody FieldRequest wanted) {
        FieldSpec spec = wanted.spec();
        return FieldView.of(
                fields.create(
                        caller.tenant(),
                        wanted.key(),
                        wanted.newLabel(),
                        spec,
                        wanted.newDescription()));
    }

    @PatchMapping("/{key}")
    FieldView change(Caller caller, @PathVariable String key, @RequestBody FieldRequest wanted) {
        CustomField field = fields.get(caller.tenant(), key);
        return FieldView.of(fields.change(caller.tenant(), wanted.change(field), field.options()));
    }

    /// Takes the field out of use; contacts keep their values, and it comes back with them when it
    /// is created again.
    @DeleteMapping("/{key}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(Caller caller, @PathVariable String key) {
        fields.retire(caller.tenant(), key);
    }

    /// Brings a retired field back as it was, with the values that contacts hold of it.
    @PostMapping("/{key}/restore")
    FieldView restore(Caller caller, @PathVariable String key) {
        return FieldView.of(fields.restore(caller.tenant(), key));
    }
}
