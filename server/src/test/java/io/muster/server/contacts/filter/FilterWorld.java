package io.muster.server.contacts.filter;

import io.muster.engine.field.FieldSpec;
import io.muster.engine.field.FieldType;
import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.server.contacts.TestContacts;
import io.muster.server.fields.CustomFields;
import io.muster.server.tenants.TenantId;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A tenant with a field of each type, and four contacts that differ in everything.
record FilterWorld(TenantId tenant, Map<UUID, String> names) {

    static FilterWorld in(TenantId tenant, TestContacts contacts, CustomFields fields) {
        define(tenant, fields, "notes", FieldSpec.of(FieldType.TEXT));
        define(tenant, fields, "seats", FieldSpec.of(FieldType.NUMBER));
        define(tenant, fields, "since", FieldSpec.of(FieldType.DATE));
        define(tenant, fields, "active", FieldSpec.of(FieldType.YES_NO));
        define(tenant, fields, "website", FieldSpec.of(FieldType.URL));
        define(tenant, fields, "plan", new FieldSpec(FieldType.CHOICE, List.of("Gold", "Silver")));
        define(
                tenant,
                fields,
                "interests",
                new FieldSpec(FieldType.CHOICES, List.of("Chess", "Maths")));
        Map<UUID, String> names = new LinkedHashMap<>();
        names.put(contacts.add(tenant, FilterWorld::ada), "ada");
        names.put(contacts.add(tenant, FilterWorld::ben), "ben");
        names.put(contacts.add(tenant, FilterWorld::cem), "cem");
        names.put(contacts.add(tenant, FilterWorld::dia), "dia");
        return new FilterWorld(tenant, names);
    }

    private static void define(
            TenantId tenant, CustomFields fields, String key, FieldSpec spec) {
        fields.create(tenant, key, "The " + key, spec);
    }

    private static void ada(Contact.Draft ada) {
        ada.text(StandardField.EXTERNAL_ID, "A-1")
                .text(StandardField.PHONE, "+12125550142")
                .text(StandardField.EMAIL, "ada@example.org")
                .text(StandardField.FIRST_NAME, "Ada")
                .text(StandardField.LAST_NAME, "Lovelace")
                .text(StandardField.COMPANY, "Acme")
                .text(StandardField.CITY, "London")
                .text(StandardField.COUNTRY, "GB")
                .text(StandardField.TIMEZONE, "Europe/London")
                .tags(List.of("vip", "news"))
                .consent(StandardField.CONSENT_EMAIL, true)
                .custom("seats", new BigDecimal("12.5"))
                .custom("since", "2024-02-29")
                .custom("active", true)
                .custom("plan", "Gold")
                .custom("interests", List.of("Chess", "Maths"))
                .custom("website", "https://ada.example/");
    }

    private static void ben(Contact.Draft ben) {
        ben.text(StandardField.PHONE, "+493080445685")
                .text(StandardField.COMPANY, "acme & Sons")
                .text(StandardField.TIMEZONE, "Europe/Berlin")
                .doNotContact(true)
                .consent(StandardField.CONSENT_EMAIL, false)
                .custom("seats", 3)
                .custom("since", "2026-01-01")
                .custom("active", false)
                .custom("plan", "Silver")
                .custom("interests", List.of("Chess"));
    }

    private static void cem(Contact.Draft cem) {
        cem.text(StandardField.EMAIL, "cem@example.com")
                .text(StandardField.CITY, "MÜNCHEN")
                .tags(List.of("VIP"))
                .custom("seats", new BigDecimal("12.50"))
                .custom("plan", "bronze")
                .custom("notes", "100% _sure_ \\ ' ok");
    }

    private static void dia(Contact.Draft dia) {
        dia.text(StandardField.EXTERNAL_ID, "D-4").text(StandardField.LAST_NAME, "O'Neil");
    }
}
