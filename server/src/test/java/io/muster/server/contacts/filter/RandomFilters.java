package io.muster.server.contacts.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Filters that anybody might send, whether they make sense or not.
final class RandomFilters {
    private static final List<String> WORDS = List.of("acme", "ü", "O'", "%", "a", "\\", "_");

    /// What each field can be asked for.
    private static final Map<String, List<Object>> WHOLE =
            Map.ofEntries(
                    Map.entry("phone", List.of("+12125550142", "+493080445685")),
                    Map.entry("email", List.of("ada@example.org", "x@example.org")),
                    Map.entry("external_id", List.of("A-1", "d-4")),
                    Map.entry("timezone", List.of("Europe/London", "UTC")),
                    Map.entry("country", List.of("GB", "DE")),
                    Map.entry("tags", List.of("vip", "VIP", "old")),
                    Map.entry("do_not_contact", List.of(true, false)),
                    Map.entry("consent_email", List.of(true, false)),
                    Map.entry("consent_sms", List.of(true, false)),
                    Map.entry("created_at", List.of("2020-01-31", "2030-01-31T08:00:00Z")),
                    Map.entry("updated_at", List.of("2020-01-31", "2030-01-31")),
                    Map.entry("cf:seats", List.of(3, 12.5, "4")),
                    Map.entry("cf:since", List.of("2024-02-29", "2025-06-01")),
                    Map.entry("cf:active", List.of(true, false)),
                    Map.entry("cf:plan", List.of("Gold", "bronze")),
                    Map.entry("cf:interests", List.of("Chess", "Go")),
                    Map.entry("cf:website", List.of("https://ada.example/")));

    private static final List<String> FIELDS =
            List.of(
                    "first_name", "last_name", "company", "city", "street", "postal_code", "phone",
                    "email", "external_id", "timezone", "country", "tags", "do_not_contact",
                    "consent_email", "consent_sms", "created_at", "updated_at", "cf:notes",
                    "cf:seats", "cf:since", "cf:active", "cf:plan", "cf:interests", "cf:website");

    private RandomFilters() {}

    static FilterNode filter(Random random, int depth) {
        if (depth > 1 && (depth > 4 || random.nextInt(3) > 0)) {
            return condition(random);
        }
        List<FilterNode> parts = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            parts.add(filter(random, depth + 1));
        }
        return random.nextBoolean() ? FilterNode.all(parts) : FilterNode.any(parts);
    }

    private static FilterNode condition(Random random) {
        String field = any(random, FIELDS);
        FieldKind kind = kind(field);
        FilterOp op = any(random, kind.ops());
        if (!op.takesValue()) {
            return FilterNode.condition(field, op.text(), null);
        }
        boolean words =
                switch (op) {
                    case CONTAINS, DOES_NOT_CONTAIN, STARTS_WITH -> true;
                    default -> false;
                };
        List<Object> whole = WHOLE.get(field);
        return FilterNode.condition(
                field, op.text(), words || whole == null ? any(random, WORDS) : any(random, whole));
    }

    private static FieldKind kind(String field) {
        return switch (field) {
            case "cf:notes" -> FieldKind.TEXT;
            case "cf:seats" -> FieldKind.NUMBER;
            case "cf:since" -> FieldKind.DATE;
            case "cf:active" -> FieldKind.YES_NO;
            case "cf:plan" -> FieldKind.CHOICE;
            case "cf:interests" -> FieldKind.SET;
            case "cf:website" -> FieldKind.KEY;
            default -> new FilterFields(Map.of()).find(field).orElseThrow().kind();
        };
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
