package io.muster.server.imports;

import io.muster.engine.mapping.HeaderFingerprint;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.store.SavedMappingStore;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import io.muster.server.tenants.Tenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps mappings for files that come again.
@Component
public class SavedMappings {
    /// The most that a tenant has.
    public static final int MOST = 200;

    private static final int LONGEST_NAME = 200;

    private final TenantTransactions transactions;
    private final SavedMappingStore store;
    private final Tenants tenants;

    SavedMappings(TenantTransactions transactions, SavedMappingStore store, Tenants tenants) {
        this.transactions = transactions;
        this.store = store;
        this.tenants = tenants;
    }

    /// By name, from a name on.
    ///
    /// @param after null for the first
    public List<SavedMapping> list(TenantId tenant, @Nullable String after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, after, limit));
    }

    /// @throws ApiProblem 404 if there is none
    public SavedMapping get(TenantId tenant, UUID id) {
        return transactions
                .call(tenant, () -> store.find(tenant, id))
                .orElseThrow(SavedMappings::notFound);
    }

    /// What an import is mapped to, for files with the same headers: what was chosen, or else
    /// suggested.
    ///
    /// @param settings of the import
    public static SavedMapping.Content content(String name, Import of, ImportSettings settings) {
        ImportSettings chosen = ImportMappings.chosen(of, settings);
        return new SavedMapping.Content(
                name,
                byHeader(
                        of,
                        ColumnPlaces.find(
                                Objects.requireNonNullElse(chosen.columns(), List.of()),
                                of.columns())),
                chosen.withColumns(null).withCampaign(null));
    }

    /// The columns of an import by their headers, those that are left out among them.
    static List<ColumnSettings> byHeader(Import of) {
        return byHeader(
                of, Objects.requireNonNullElse(of.settings().columns(), List.<ColumnSettings>of()));
    }

    private static List<ColumnSettings> byHeader(Import of, List<ColumnSettings> columns) {
        Map<Integer, ColumnSettings> chosen = new HashMap<>();
        columns.forEach(
                column -> chosen.put(Objects.requireNonNullElse(column.index(), -1), column));
        return of.columns().stream()
                .map(column ->
                        chosen.getOrDefault(
                                        column.index(), new ColumnSettings(column.index(), "skip"))
                                .at(null, column.name()))
                .toList();
    }

    /// @throws ApiProblem 422 naming all that is wrong, or when there are too many
    public SavedMapping create(TenantId tenant, SavedMapping.Content content) {
        return save(tenant, Ids.next(), content, Save.NEW);
    }

    /// Keeps a mapping under its name, in place of one that has it already.
    ///
    /// @throws ApiProblem 422 naming all that is wrong, or when there are too many
    public SavedMapping keep(TenantId tenant, SavedMapping.Content content) {
        return save(tenant, Ids.next(), content, Save.IN_PLACE_OF_NAMESAKE);
    }

    /// @throws ApiProblem 404 if there is none, 422 naming all that is wrong
    public SavedMapping change(TenantId tenant, UUID id, SavedMapping.Content content) {
        return save(tenant, id, content, Save.CHANGED);
    }

    /// Changes the name alone, whatever else somebody changes at the same time.
    ///
    /// @throws ApiProblem 404 if there is none, 422 if the name will not do
    public SavedMapping rename(TenantId tenant, UUID id, String name) {
        return transactions.call(
                tenant,
                () -> {
                    store.lock(tenant);
                    SavedMapping before = get(tenant, id);
                    return change(
                            tenant,
                            id,
                            new SavedMapping.Content(name, before.columns(), before.options()));
                });
    }

    private enum Save {
        NEW,
        CHANGED,
        IN_PLACE_OF_NAMESAKE
    }

    private SavedMapping save(TenantId tenant, UUID id, SavedMapping.Content content, Save how) {
        SavedMapping.Content checked = checked(tenant, content);
        return transactions.call(
                tenant,
                () -> {
                    store.lock(tenant);
                    Optional<SavedMapping> namesake = store.byName(tenant, checked.name());
                    boolean taken = namesake.filter(other -> !other.id().equals(id)).isPresent();
                    if (taken && how != Save.IN_PLACE_OF_NAMESAKE) {
                        throw refused("/name", "There is a saved mapping of this name already.");
                    }
                    UUID target = taken ? namesake.orElseThrow().id() : id;
                    if (how == Save.CHANGED || taken) {
                        if (!store.update(tenant, target, checked)) {
                            throw notFound();
                        }
                    } else {
                        refuseTooMany(tenant);
                        store.insert(tenant, target, checked);
                    }
                    return store.find(tenant, target).orElseThrow(SavedMappings::notFound);
                });
    }

    /// @throws ApiProblem 404 if there is none
    public void delete(TenantId tenant, UUID id) {
        if (!transactions.call(tenant, () -> store.delete(tenant, id))) {
            throw notFound();
        }
    }

    /// Notes that an import goes by a saved mapping, if it does.
    void used(TenantId tenant, Import by) {
        if (by.earlier() != null && by.earlier().savedMapping() != null) {
            store.used(tenant, by.earlier().savedMapping());
        }
    }

    private void refuseTooMany(TenantId tenant) {
        if (store.all(tenant).size() >= MOST) {
            throw refused(
                    "",
                    "There can be %d saved mappings at most. Remove some you do not need."
                            .formatted(MOST));
        }
    }

    private SavedMapping.Content checked(TenantId tenant, SavedMapping.Content content) {
        String name = content.name().strip();
        List<FieldError> errors = new ArrayList<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.add(
                    error(
                            "/name",
                            "A saved mapping needs a name of 1 to %d characters."
                                    .formatted(LONGEST_NAME)));
        }
        if (content.columns().isEmpty()) {
            errors.add(error("/columns", "A saved mapping needs at least one column."));
        }
        Set<String> headers = new HashSet<>();
        for (int i = 0; i < content.columns().size(); i++) {
            String header = content.columns().get(i).header();
            if (header == null || header.isBlank()) {
                errors.add(error("/columns/" + i + "/header", "Each column needs its header."));
            } else if (!headers.add(HeaderFingerprint.plain(header))) {
                errors.add(
                        error(
                                "/columns/" + i + "/header",
                                "There are two columns with the header “%s”.".formatted(header)));
            }
        }
        if (!errors.isEmpty()) {
            throw ApiProblem.unprocessable("The mapping cannot be saved like this.", errors);
        }
        read(tenant, content);
        return new SavedMapping.Content(name, content.columns(), content.options());
    }

    /// Whether an import could read it, whatever its columns turn out to be.
    private void read(TenantId tenant, SavedMapping.Content content) {
        List<ColumnSettings> placed =
                IntStream.range(0, content.columns().size())
                        .mapToObj(i -> content.columns().get(i).at(i, null))
                        .toList();
        new SettingsReader(tenants.get(tenant).settings())
                .read(content.options().withColumns(placed));
    }

    private static FieldError error(String pointer, String message) {
        return new FieldError(pointer, Code.INVALID_OPTION.name(), message);
    }

    private static ApiProblem refused(String pointer, String message) {
        return ApiProblem.unprocessable(message, List.of(error(pointer, message)));
    }

    private static ApiProblem notFound() {
        return ApiProblem.notFound("saved mapping");
    }
}
