package io.muster.server.contacts.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.outcome.Code;
import io.muster.server.contacts.Contact;
import io.muster.server.contacts.builder.FieldValues;
import io.muster.server.contacts.builder.FilterLabelling;
import io.muster.server.contacts.filter.FilterField;
import io.muster.server.contacts.pages.EditField.Shape;
import io.muster.server.contacts.pages.EditPage.Control;
import io.muster.server.contacts.pages.EditPage.Group;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.web.FieldError;
import io.muster.server.tenants.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the form of a contact.
@Component
class EditForms {
    private static final Map<String, List<StandardField>> GROUPS =
            Map.of(
                    "reach",
                    List.of(
                            StandardField.FIRST_NAME,
                            StandardField.LAST_NAME,
                            StandardField.PHONE,
                            StandardField.EMAIL,
                            StandardField.COMPANY,
                            StandardField.EXTERNAL_ID),
                    "address",
                    List.of(
                            StandardField.STREET,
                            StandardField.CITY,
                            StandardField.REGION,
                            StandardField.POSTAL_CODE,
                            StandardField.COUNTRY,
                            StandardField.TIMEZONE),
                    "record",
                    List.of(StandardField.OWNER, StandardField.TEAM, StandardField.TAGS),
                    "consents",
                    List.of(
                            StandardField.DO_NOT_CONTACT,
                            StandardField.CONSENT_EMAIL,
                            StandardField.CONSENT_SMS,
                            StandardField.CONSENT_CALL));

    private final CustomFields customFields;
    private final FilterLabelling labelling;

    EditForms(CustomFields customFields, FilterLabelling labelling) {
        this.customFields = customFields;
        this.labelling = labelling;
    }

    List<EditField> fields(TenantId tenant) {
        FieldValues values = labelling.of(tenant).values();
        List<EditField> fields = new ArrayList<>();
        GROUPS.values()
                .forEach(group -> group.forEach(field -> fields.add(standard(field, values))));
        customFields.all(tenant).forEach(field -> fields.add(custom(field)));
        return fields;
    }

    EditPage of(TenantId tenant, Contact contact) {
        return page(contact, fields(tenant), SentContact.NOTHING, List.of());
    }

    /// What was sent, with what is wrong with it. Where somebody else has changed something in
    /// between, the form goes on from there.
    EditPage of(TenantId tenant, Contact contact, SentContact sent, List<FieldError> errors) {
        return page(contact, fields(tenant), sent, errors);
    }

    private static EditPage page(
            Contact contact, List<EditField> fields, SentContact sent, List<FieldError> errors) {
        List<FieldError> open = new ArrayList<>(errors);
        Map<String, Control> controls =
                fields.stream()
                        .collect(
                                Collectors.toMap(
                                        EditField::name,
                                        field -> control(field, contact, sent, open)));
        List<Group> groups = new ArrayList<>();
        for (String group : List.of("reach", "address")) {
            groups.add(group(group, controls));
        }
        List<Control> custom =
                fields.stream()
                        .filter(EditField::isCustom)
                        .map(field -> controls.get(field.name()))
                        .toList();
        if (!custom.isEmpty()) {
            groups.add(new Group(t("contact.group.custom"), custom));
        }
        for (String group : List.of("record", "consents")) {
            groups.add(group(group, controls));
        }
        return new EditPage(
                contact,
                groups,
                open.stream().map(FieldError::message).toList(),
                taken(fields, sent, errors));
    }

    private static Group group(String name, Map<String, Control> controls) {
        return new Group(
                t("contact.group." + name),
                GROUPS.getOrDefault(name, List.of()).stream()
                        .map(field -> controls.get(field.key()))
                        .toList());
    }

    private static List<String> taken(
            List<EditField> fields, SentContact sent, List<FieldError> errors) {
        return fields.stream()
                .filter(field ->
                        errors.stream()
                                .anyMatch(error ->
                                        error.pointer().equals(field.pointer())
                                                && error.code().equals(Code.KEY_TAKEN.name())))
                .map(sent::now)
                .toList();
    }

    private static Control control(
            EditField field, Contact contact, SentContact sent, List<FieldError> open) {
        String stored = field.text(contact);
        boolean touched = sent.isTouched(field);
        boolean conflict = touched && sent.isConflict(field, contact);
        String value = touched ? sent.now(field) : stored;
        // Whoever has been told what stands there now may write over it.
        String before = touched && !conflict ? sent.before(field) : stored;
        String error = take(field, open);
        if (field.shape() == Shape.SEVERAL_CHOICES) {
            Set<String> chosen = value.lines().collect(Collectors.toUnmodifiableSet());
            return new EditPage.Several(
                    field.control(), field.label(), offered(field, chosen), chosen, error, before);
        }
        String hint =
                conflict
                        ? t(
                                stored.isEmpty() ? "contact.edit.now_empty" : "contact.edit.now",
                                stored)
                        : field.shape() == Shape.LINES ? t("contact.edit.lines") : null;
        return new EditPage.One(
                shown(field, value).withValue(value).withHint(hint).withError(error), before);
    }

    private static FormField shown(EditField field, String value) {
        String name = field.control();
        return switch (field.shape()) {
            // The browser would refuse addresses that the rule takes, and the other way round.
            case TEXT, EMAIL -> FormField.text(name, field.label());
            case PHONE -> FormField.of(FormField.Kind.TELEPHONE, name, field.label());
            case DATE -> FormField.of(FormField.Kind.DATE, name, field.label());
            case LINES -> FormField.of(FormField.Kind.AREA, name, field.label());
            case CHOICE, YES_NO ->
                    FormField.select(name, field.label(), withNone(field.choices(), value));
            case FLAG -> FormField.select(name, field.label(), field.choices());
            case SEVERAL_CHOICES -> throw new IllegalArgumentException("Not one control");
        };
    }

    /// Nothing, the choices, and what stands there although it is no choice any more.
    private static List<Choice> withNone(List<Choice> choices, String value) {
        List<Choice> offered = new ArrayList<>();
        offered.add(new Choice("", t("contact.edit.none")));
        offered.addAll(choices);
        if (!value.isEmpty() && choices.stream().noneMatch(one -> one.value().equals(value))) {
            offered.add(new Choice(value, value));
        }
        return offered;
    }

    private static List<Choice> offered(EditField field, Set<String> chosen) {
        List<Choice> offered = new ArrayList<>(field.choices());
        chosen.stream()
                .sorted()
                .filter(value ->
                        field.choices().stream().noneMatch(one -> one.value().equals(value)))
                .forEach(value -> offered.add(new Choice(value, value)));
        return offered;
    }

    private static @Nullable String take(EditField field, List<FieldError> open) {
        String message = null;
        for (FieldError error : List.copyOf(open)) {
            if (error.pointer().equals(field.pointer())
                    || error.pointer().startsWith(field.pointer() + "/")) {
                message = message == null ? error.message() : message;
                open.remove(error);
            }
        }
        return message;
    }

    private static EditField standard(StandardField field, FieldValues values) {
        List<Choice> choices = values.of(new FilterField.Standard(field));
        Shape shape =
                switch (field) {
                    case PHONE -> Shape.PHONE;
                    case EMAIL -> Shape.EMAIL;
                    case TAGS -> Shape.LINES;
                    case TIMEZONE, COUNTRY, OWNER, TEAM -> Shape.CHOICE;
                    case DO_NOT_CONTACT -> Shape.FLAG;
                    case CONSENT_EMAIL, CONSENT_SMS, CONSENT_CALL -> Shape.YES_NO;
                    case EXTERNAL_ID,
                            FIRST_NAME,
                            LAST_NAME,
                            FULL_NAME,
                            COMPANY,
                            STREET,
                            CITY,
                            REGION,
                            POSTAL_CODE,
                            PHONE_REGION ->
                            Shape.TEXT;
                };
        return new EditField(
                field.key(),
                t("contact." + field.key()),
                shape,
                StandardField.CONSENTS.contains(field) ? consents() : choices);
    }

    private static List<Choice> consents() {
        return List.of(
                new Choice("true", t("contact.consent.given")),
                new Choice("false", t("contact.consent.withdrawn")));
    }

    private static EditField custom(CustomField field) {
        Shape shape =
                switch (field.type()) {
                    case TEXT, NUMBER, URL -> Shape.TEXT;
                    case EMAIL -> Shape.EMAIL;
                    case PHONE -> Shape.PHONE;
                    case DATE -> Shape.DATE;
                    case YES_NO -> Shape.YES_NO;
                    case CHOICE -> Shape.CHOICE;
                    case CHOICES -> Shape.SEVERAL_CHOICES;
                };
        List<Choice> choices =
                field.type() == FieldType.YES_NO
                        ? List.of(
                                new Choice("true", t("contact.yes")),
                                new Choice("false", t("contact.no")))
                        : field.options().stream()
                                .map(option -> new Choice(option, option))
                                .toList();
        return new EditField("cf:" + field.key(), field.label(), shape, choices);
    }
}
