package io.muster.server.imports.repair;

import io.muster.engine.matching.IdentityKey;
import io.muster.server.contacts.ContactKeys;
import io.muster.server.contacts.ContactTraces;
import io.muster.server.imports.store.RepairStore;
import io.muster.server.platform.Json;
import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Fixes of many rows quote what was written in them. What tells of somebody who is erased is
/// written over, and so does nothing any more.
@Component
class FixTraces implements ContactTraces {
    private static final String ERASED = "(erased)";

    /// A shorter number may be anybody's.
    private static final int TELLING_DIGITS = 7;

    private final RepairStore store;

    FixTraces(RepairStore store) {
        this.store = store;
    }

    @Override
    public void erase(TenantId tenant, Collection<UUID> contacts, ContactKeys keys) {
        if (keys.isEmpty()) {
            return;
        }
        store.fixes(tenant)
                .forEach(stored -> {
                    BulkFix fix = Json.read(stored.fix(), BulkFix.class);
                    BulkFix without = without(fix, keys);
                    if (!without.equals(fix)) {
                        store.rewrite(
                                tenant, stored.importId(), stored.number(), Json.write(without));
                    }
                });
    }

    private static BulkFix without(BulkFix fix, ContactKeys keys) {
        return new BulkFix(
                fix.code(),
                fix.field(),
                fix.kind(),
                without(fix.value(), keys, ""),
                without(fix.values(), keys),
                without(fix.find(), keys, ERASED),
                without(fix.with(), keys, ""),
                fix.region(),
                fix.dateFormat());
    }

    private static @Nullable Map<String, String> without(
            @Nullable Map<String, String> values, ContactKeys keys) {
        if (values == null) {
            return null;
        }
        Map<String, String> without = new LinkedHashMap<>();
        values.forEach((from, to) -> {
            if (tells(from, keys) || tells(to, keys)) {
                without.put(ERASED, "");
            } else {
                without.put(from, to);
            }
        });
        return without;
    }

    private static @Nullable String without(
            @Nullable String text, ContactKeys keys, String instead) {
        return text != null && tells(text, keys) ? instead : text;
    }

    private static boolean tells(String text, ContactKeys keys) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        String digits = digits(plain);
        return List.of(keys.values(IdentityKey.EMAIL)).stream().anyMatch(plain::contains)
                || List.of(keys.values(IdentityKey.EXTERNAL_ID)).contains(text.strip())
                || digits.length() >= TELLING_DIGITS
                        && List.of(keys.values(IdentityKey.PHONE)).stream()
                                .anyMatch(phone -> digits(phone).endsWith(digits));
    }

    /// Without what stands for the country when one calls from within it.
    private static String digits(String text) {
        return text.replaceAll("\\D", "").replaceFirst("^0+", "");
    }
}
