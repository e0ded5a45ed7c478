package io.muster.server.contacts.builder;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.builder.Draft.Condition;
import io.muster.server.contacts.builder.Draft.Group;
import io.muster.server.contacts.builder.PartView.ConditionView;
import io.muster.server.contacts.builder.PartView.Control;
import io.muster.server.contacts.builder.PartView.GroupView;
import io.muster.server.contacts.filter.FieldKind;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.filter.FilterFields;
import io.muster.server.contacts.filter.FilterOp;
import io.muster.server.contacts.filter.FilterReader;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts together the form of a filter.
@Component
public class FilterBuilder {
    /// Where errors say that the filter stands.
    public static final String POINTER = "/filter";

    private final CustomFields customFields;
    private final FilterLabelling labelling;

    FilterBuilder(CustomFields customFields, FilterLabelling labelling) {
        this.customFields = customFields;
        this.labelling = labelling;
    }

    /// @param added the path of the part that has just been added, null for none
    /// @param errors what is wrong with the filter, and perhaps with more
    public FilterForm form(
            TenantId tenant,
            Group draft,
            @Nullable String added,
            List<FieldError> errors,
            Sending built,
            Sending valued) {
        var fields = new FilterFields(customFields.specs(tenant));
        FilterLabels labels = labelling.of(tenant);
        List<FieldError> left = new ArrayList<>(errors);
        GroupView filter = new Parts(fields, labels, added, left).group(draft, "", POINTER, 1);
        return new FilterForm(
                fieldChoices(tenant, labels, draft), filter, List.copyOf(left), built, valued);
    }

    /// A retired field is offered where it is asked about already, so that nothing else takes its
    /// place.
    private List<Choice> fieldChoices(TenantId tenant, FilterLabels labels, Group draft) {
        Stream<CustomField> custom =
                Stream.concat(
                        customFields.all(tenant).stream(),
                        customFields.outOfUse(tenant).stream()
                                .filter(field -> draft.asksAbout("cf:" + field.key())));
        return Stream.concat(
                        FilterFields.STANDARD.stream()
                                .map(field ->
                                        new Choice(
                                                field.name(),
                                                labels.field(field),
                                                t("filter.fields.standard"))),
                        custom.map(field ->
                                new Choice(
                                        "cf:" + field.key(),
                                        field.label(),
                                        t("filter.fields.custom"))))
                .toList();
    }

    /// Walks through a draft; errors that belong to a condition are taken from the list.
    private record Parts(
            FilterFields fields,
            FilterLabels labels,
            @Nullable String added,
            List<FieldError> errors) {

        GroupView group(Group group, String path, String pointer, int depth) {
            String member = pointer + "/" + group.mode().name().toLowerCase(Locale.ROOT);
            List<PartView> parts = new ArrayList<>();
            for (int i = 0; i < group.parts().size(); i++) {
                String place = path + "." + i;
                String at = member + "/" + i;
                parts.add(
                        switch (group.parts().get(i)) {
                            case Group inner -> group(inner, place, at, depth + 1);
                            case Condition condition -> condition(condition, place, at);
                        });
            }
            return new GroupView(path, group.mode(), parts, depth < FilterReader.DEEPEST);
        }

        /// After another field was chosen, the operator and the value may be none of its own.
        private ConditionView condition(Condition condition, String path, String pointer) {
            FilterField field =
                    fields.find(condition.field())
                            .orElseGet(() -> FilterFields.STANDARD.getFirst());
            FieldKind kind = field.kind();
            FilterOp op =
                    kind.ops().stream()
                            .filter(one -> one.text().equals(condition.op()))
                            .findFirst()
                            .orElse(kind.ops().getFirst());
            List<Choice> values = labels.values().of(field);
            Control control = control(kind, op, condition.value(), values);
            return new ConditionView(
                    path,
                    field.name(),
                    kind.ops().stream()
                            .map(one -> new Choice(one.text(), FilterLabels.op(one)))
                            .toList(),
                    op.text(),
                    control,
                    control == Control.SELECT
                            ? FieldValues.offered(values, condition.value())
                            : List.of(),
                    control == Control.NONE ? "" : condition.value(),
                    take(pointer),
                    path.equals(added));
        }

        private static Control control(
                FieldKind kind, FilterOp op, String value, List<Choice> values) {
            if (!op.takesValue()) {
                return Control.NONE;
            }
            boolean whole =
                    switch (op) {
                        case IS, IS_NOT, HAS, HAS_NOT -> true;
                        case CONTAINS,
                                DOES_NOT_CONTAIN,
                                STARTS_WITH,
                                BEFORE,
                                AFTER,
                                GREATER,
                                LESS,
                                IS_EMPTY,
                                IS_NOT_EMPTY ->
                                false;
                    };
            if (whole && !values.isEmpty()) {
                return Control.SELECT;
            }
            return switch (kind) {
                case NUMBER -> Control.NUMBER;
                // A moment that a program has chosen is more than a date.
                case DATE, TIME -> value.contains("T") ? Control.TEXT : Control.DATE;
                case TEXT, KEY, CHOICE, SET, YES_NO, FLAG -> Control.TEXT;
            };
        }

        private @Nullable String take(String pointer) {
            String message = null;
            for (FieldError error : List.copyOf(errors)) {
                if (error.pointer().equals(pointer) || error.pointer().startsWith(pointer + "/")) {
                    message = message == null ? error.message() : message;
                    errors.remove(error);
                }
            }
            return message;
        }
    }
}
