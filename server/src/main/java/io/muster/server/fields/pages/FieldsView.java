package io.muster.server.fields.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.fields.FieldHolders;
import io.muster.server.fields.FieldHolders.Sample;
import io.muster.server.fields.FieldUses;
import io.muster.server.fields.FieldUses.Use;
import io.muster.server.fields.pages.FieldPage.Counted;
import io.muster.server.fields.pages.FieldPage.Option;
import io.muster.server.fields.pages.FieldPage.Removal;
import io.muster.server.fields.pages.FieldPage.Standing;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together what the pages of custom fields show.
@Component
class FieldsView {
    private final CustomFields fields;
    private final FieldHolders holders;
    private final List<FieldUses> uses;

    FieldsView(CustomFields fields, FieldHolders holders, List<FieldUses> uses) {
        this.fields = fields;
        this.holders = holders;
        this.uses = List.copyOf(uses);
    }

    FieldsPage list(Caller caller, @Nullable String done) {
        TenantId tenant = caller.tenant();
        Sample sample = holders.sample(tenant);
        Map<String, List<Use>> used = uses(tenant);
        return new FieldsPage(
                fields.all(tenant).stream()
                        .map(field -> FieldsPage.line(field, sample, used))
                        .toList(),
                fields.outOfUse(tenant).stream()
                        .map(field -> FieldsPage.line(field, sample, used))
                        .toList(),
                caller.may(Scope.SETTINGS_WRITE),
                CustomFields.MOST,
                done);
    }

    FieldPage page(Caller caller, String key, @Nullable String done) {
        CustomField field = find(caller.tenant(), key);
        return page(caller, field, FieldForm.of(field), List.of(), null, null, done);
    }

    /// @param seen the options with which the form was shown
    FieldPage refused(
            Caller caller,
            CustomField field,
            FieldForm form,
            List<String> seen,
            List<FieldError> errors) {
        return page(caller, shownWith(field, seen), form, errors, null, null, null);
    }

    /// @param seen the options with which the form was shown
    /// @param going those that are to be taken away
    FieldPage removal(
            Caller caller,
            CustomField field,
            FieldForm form,
            List<String> seen,
            Collection<String> going) {
        List<String> options = seen.stream().filter(going::contains).toList();
        Sample sample = holders.options(caller.tenant(), field, options);
        Removal removal =
                new Removal(
                        options.stream()
                                .map(option ->
                                        new Option(option, HeldWords.of(sample, sample.of(option))))
                                .toList());
        return page(caller, shownWith(field, seen), form, List.of(), removal, null, null);
    }

    FieldPage notRestored(Caller caller, String key, String why) {
        CustomField field = find(caller.tenant(), key);
        return page(caller, field, FieldForm.of(field), List.of(), null, why, null);
    }

    /// How many contacts hold a field, in words.
    String held(TenantId tenant, String key) {
        return t("contacts.count", holders.count(tenant, find(tenant, key)));
    }

    private static CustomField shownWith(CustomField field, List<String> options) {
        return new CustomField(
                field.key(), field.label(), field.type(), options, field.description());
    }

    private FieldPage page(
            Caller caller,
            CustomField field,
            FieldForm form,
            List<FieldError> errors,
            @Nullable Removal removal,
            @Nullable String problem,
            @Nullable String done) {
        TenantId tenant = caller.tenant();
        Sample sample = holders.sample(tenant);
        boolean retired = isRetired(tenant, field.key());
        boolean mayWrite = caller.may(Scope.SETTINGS_WRITE);
        return new FieldPage(
                field,
                retired ? Standing.RETIRED : Standing.IN_USE,
                HeldWords.of(sample, sample.of(field.key())),
                sample.isExact() ? Counted.ALL : Counted.NEWEST,
                uses(tenant).getOrDefault(field.key(), List.of()),
                mayWrite && !retired ? form.fields(field, errors) : List.of(),
                mayWrite,
                removal,
                problem,
                done);
    }

    private boolean isRetired(TenantId tenant, String key) {
        return fields.outOfUse(tenant).stream().anyMatch(field -> field.key().equals(key));
    }

    /// In use or not.
    private CustomField find(TenantId tenant, String key) {
        return fields.outOfUse(tenant).stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseGet(() -> fields.get(tenant, key));
    }

    private Map<String, List<Use>> uses(TenantId tenant) {
        Map<String, List<Use>> all = new HashMap<>();
        for (FieldUses some : uses) {
            some.of(tenant)
                    .forEach((key, more) ->
                            all.computeIfAbsent(key, any -> new ArrayList<>()).addAll(more));
        }
        all.values().forEach(list -> list.sort(Comparator.comparing(Use::kind)));
        return all;
    }
}
