package io.muster.server.contacts.filter;

import io.muster.server.contacts.Contact;
import io.muster.server.platform.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What filters mean, the slow and obvious way: one contact after another, by nothing but what the
/// API shows of it.
final class FilterOracle implements Predicate<Contact> {
    private final FilterNode filter;

    /// @param filter as the API answers it
    FilterOracle(FilterNode filter) {
        this.filter = filter;
    }

    @Override
    public boolean test(Contact contact) {
        if (filter.all() != null) {
            return filter.all().stream().allMatch(part -> new FilterOracle(part).test(contact));
        }
        if (filter.any() != null) {
            return filter.any().stream().anyMatch(part -> new FilterOracle(part).test(contact));
        }
        Object held = held(contact, String.valueOf(filter.field()));
        Object value = filter.value();
        return switch (String.valueOf(filter.op())) {
            case "is_empty" -> held == null;
            case "is_not_empty" -> held != null;
            case "is" -> same(held, value);
            case "is_not" -> !same(held, value);
            case "contains" -> held != null && folded(held).contains(folded(value));
            case "does_not_contain" -> held == null || !folded(held).contains(folded(value));
            case "starts_with" -> held != null && folded(held).startsWith(folded(value));
            case "has" -> held instanceof List<?> several && several.contains(value);
            case "has_not" -> !(held instanceof List<?> several && several.contains(value));
            case "greater" -> held != null && number(held).compareTo(number(value)) > 0;
            case "less" -> held != null && number(held).compareTo(number(value)) < 0;
            case "before" -> held != null && start(held).isBefore(start(value));
            case "after" -> held != null && !start(held).isBefore(end(value));
            case String odd -> throw new IllegalArgumentException(odd);
        };
    }

    private boolean same(@Nullable Object held, @Nullable Object value) {
        if (held instanceof Number && value instanceof Number) {
            return number(held).compareTo(number(value)) == 0;
        }
        boolean words =
                List.of("first_name", "last_name", "company", "street", "city", "region", "postal_code", "cf:notes")
                        .contains(filter.field());
        return words && held != null
                ? folded(held).equals(folded(value))
                : Objects.equals(held, value);
    }

    private static @Nullable Object held(Contact contact, String field) {
        if (field.equals("created_at")) {
            return contact.createdAt().toString();
        }
        if (field.equals("updated_at")) {
            return contact.updatedAt().toString();
        }
        Map<String, Object> shown = Json.readMap(Json.write(contact));
        Object held =
                field.startsWith("cf:")
                        ? ((Map<?, ?>) Objects.requireNonNull(shown.get("custom")))
                                .get(field.substring(3))
                        : shown.get(field);
        return List.of().equals(held) ? null : held;
    }

    private static String folded(@Nullable Object value) {
        return String.valueOf(value).toLowerCase(Locale.ROOT);
    }

    private static BigDecimal number(@Nullable Object value) {
        return new BigDecimal(String.valueOf(value));
    }

    private static Instant start(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant end(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.contains("T")
                ? start(text).plusNanos(1_000)
                : LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
