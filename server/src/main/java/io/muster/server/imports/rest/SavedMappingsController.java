package io.muster.server.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.muster.server.access.Caller;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.Imports;
import io.muster.server.imports.SavedMapping;
import io.muster.server.imports.SavedMappings;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs keep a tenant's saved mappings.
@RestController
@RequestMapping("/api/v1/saved-mappings")
class SavedMappingsController {
    private static final String LIST = "saved-mappings";

    private final SavedMappings mappings;
    private final Imports imports;

    SavedMappingsController(SavedMappings mappings, Imports imports) {
        this.mappings = mappings;
        this.imports = imports;
    }

    /// A saved mapping as it is sent.
    ///
    /// @param name unique, 1 to 200 characters
    /// @param importId an import whose mapping is to be kept, instead of columns and options
    /// @param columns by header; those that are left out go to `skip`
    record SavedMappingBody(
            @Nullable String name,
            @Nullable UUID importId,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<ColumnSettings> columns,
            @Nullable ImportSettings options) {}

    /// A saved mapping as it is shown.
    ///
    /// @param usedAt when an import that goes by it last started; null for never
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record SavedMappingView(
            UUID id,
            String name,
            List<ColumnSettings> columns,
            ImportSettings options,
            Instant createdAt,
            Instant updatedAt,
            @Nullable Instant usedAt) {

        static SavedMappingView of(SavedMapping from) {
            return new SavedMappingView(
                    from.id(),
                    from.name(),
                    from.columns(),
                    from.options(),
                    from.createdAt(),
                    from.updatedAt(),
                    from.usedAt());
        }
    }

    /// By name.
    @GetMapping
    Page<SavedMappingView> list(Caller caller, Paging paging) {
        var cursor = paging.cursor();
        String after = cursor == null ? null : cursor.read(LIST, 1, List::getFirst);
        List<SavedMapping> found = mappings.list(caller.tenant(), after, paging.fetch());
        return Page.of(found, paging, last -> Cursor.of(LIST, last.name().toLowerCase(Locale.ROOT)))
                .map(SavedMappingView::of);
    }

    @GetMapping("/{id}")
    SavedMappingView get(Caller caller, @PathVariable UUID id) {
        return SavedMappingView.of(mappings.get(caller.tenant(), id));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SavedMappingView create(Caller caller, @RequestBody SavedMappingBody body) {
        return SavedMappingView.of(mappings.create(caller.tenant(), content(caller, body)));
    }

    /// Replaces all of it.
    @PutMapping("/{id}")
    SavedMappingView replace(
            Caller caller, @PathVariable UUID id, @RequestBody SavedMappingBody body) {
        return SavedMappingView.of(mappings.change(caller.tenant(), id, content(caller, body)));
    }

    /// Replaces what is sent.
    @PatchMapping("/{id}")
    SavedMappingView change(
            Caller caller, @PathVariable UUID id, @RequestBody SavedMappingBody body) {
        SavedMapping before = mappings.get(caller.tenant(), id);
        var whole =
                new SavedMappingBody(
                        Objects.requireNonNullElse(body.name(), before.name()),
                        body.importId(),
                        Objects.requireNonNullElse(body.columns(), before.columns()),
                        Objects.requireNonNullElse(body.options(), before.options()));
        return SavedMappingView.of(mappings.change(caller.tenant(), id, content(caller, whole)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable UUID id) {
        mappings.delete(caller.tenant(), id);
    }

    private SavedMapping.Content content(Caller caller, SavedMappingBody body) {
        String name = Objects.requireNonNullElse(body.name(), "");
        if (body.importId() != null) {
            Import of = imports.get(caller.tenant(), body.importId());
            return SavedMappings.content(name, of, of.settings());
        }
        return new SavedMapping.Content(
                name,
                Objects.requireNonNullElse(body.columns(), List.of()),
                Objects.requireNonNullElse(body.options(), ImportSettings.NONE).withColumns(null));
    }
}
