package io.muster.server.suppressions.rest;

import io.muster.server.access.Caller;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.Cursor;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.Page;
import io.muster.server.platform.web.Paging;
import io.muster.server.suppressions.Entry;
import io.muster.server.suppressions.Entry.Bad;
import io.muster.server.suppressions.Entry.Good;
import io.muster.server.suppressions.EntryReader;
import io.muster.server.suppressions.Suppression;
import io.muster.server.suppressions.SuppressionKind;
import io.muster.server.suppressions.Suppressions;
import io.muster.server.suppressions.rest.SuppressionsRequest.Many;
import io.muster.server.suppressions.rest.SuppressionsRequest.One;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets programs keep the list of those who must not be contacted.
@RestController("suppressionsApi")
@RequestMapping("/api/v1/suppressions")
class SuppressionsController {
    private static final String LIST = "suppressions";
    private static final int MOST = 1_000;

    private final Suppressions suppressions;

    SuppressionsController(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /// What became of an array.
    ///
    /// @param added how many of its values are new on the list
    /// @param known how many stood there before, or twice in the array
    record Added(int added, int known) {}

    /// The newest first, or only the one that matches a value exactly. Whoever may not change the
    /// list sees masked values.
    @GetMapping
    Page<SuppressionView> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String value,
            Paging paging) {
        if (value != null) {
            return new Page<>(
                    suppressions.find(caller, good(caller, kind, value)).stream()
                            .map(SuppressionView::of)
                            .toList(),
                    null);
        }
        var cursor = paging.cursor();
        UUID after = cursor == null ? null : cursor.id(LIST);
        List<Suppression> fetched = suppressions.list(caller, kind(kind), after, paging.fetch());
        return Page.of(fetched, paging, one -> Cursor.of(LIST, one.id())).map(SuppressionView::of);
    }

    /// One value is answered with its entry, an array with counts. Nothing is added when anything
    /// is wrong.
    @PostMapping
    ResponseEntity<Object> add(Caller caller, @RequestBody SuppressionsRequest request) {
        return switch (request) {
            case One(SuppressionRequest value) -> {
                List<Good> entry = read(caller, List.of(value), false);
                boolean isNew = suppressions.add(caller, entry) == 1;
                yield ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK)
                        .body(
                                SuppressionView.of(
                                        suppressions
                                                .find(caller, entry.getFirst())
                                                .orElseThrow(
                                                        () -> ApiProblem.notFound("suppression"))));
            }
            case Many(List<SuppressionRequest> values) -> {
                if (values.size() > MOST) {
                    throw wrong("", "TOO_MANY", "Send at most 1,000 values at once.");
                }
                List<Good> entries = read(caller, values, true);
                int added = suppressions.add(caller, entries);
                yield ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Added(added, entries.size() - added));
            }
        };
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id) {
        suppressions.remove(caller.tenant(), id);
    }

    /// Removes a value whose id is not at hand.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeValue(
            Caller caller,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam String value) {
        Suppression found =
                suppressions
                        .find(caller, good(caller, kind, value))
                        .orElseThrow(() -> ApiProblem.notFound("suppression"));
        suppressions.remove(caller.tenant(), found.id());
    }

    private Good good(Caller caller, @Nullable String kind, String value) {
        return switch (suppressions.reader(caller.tenant()).read(kind, value, null)) {
            case Good good -> good;
            case Bad bad -> throw ApiProblem.invalid(bad.part(), bad.code().name(), bad.message());
        };
    }

    private static @Nullable SuppressionKind kind(@Nullable String kind) {
        return kind == null
                ? null
                : SuppressionKind.find(kind)
                        .orElseThrow(() ->
                                ApiProblem.invalid(
                                        "kind",
                                        "INVALID_OPTION",
                                        "The kinds are phone, email and domain."));
    }

    private List<Good> read(Caller caller, List<SuppressionRequest> values, boolean several) {
        EntryReader reader = suppressions.reader(caller.tenant());
        List<Good> entries = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            SuppressionRequest value = values.get(i);
            Entry entry = reader.read(value.kind(), value.value(), value.reason());
            switch (entry) {
                case Good good -> entries.add(good);
                case Bad bad ->
                        errors.add(
                                new FieldError(
                                        (several ? "/" + i : "") + "/" + bad.part(),
                                        bad.code().name(),
                                        bad.message()));
            }
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable("Some values cannot be matched with.", errors);
        }
        return entries;
    }

    private static ApiProblem wrong(String pointer, String code, String message) {
        return ApiProblem.unprocessable(message, List.of(new FieldError(pointer, code, message)));
    }
}
