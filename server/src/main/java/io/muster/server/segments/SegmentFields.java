package io.muster.server.segments;

import io.muster.server.contacts.filter.FilterNode;
import io.muster.server.fields.FieldUses;
import io.muster.server.segments.store.SegmentStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Which segments ask about which custom fields.
@Component
class SegmentFields implements FieldUses {
    private static final String CUSTOM = "cf:";

    private final TenantTransactions transactions;
    private final SegmentStore store;

    SegmentFields(TenantTransactions transactions, SegmentStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    @Override
    public Map<String, List<Use>> of(TenantId tenant) {
        Map<String, List<Use>> uses = new HashMap<>();
        for (SegmentStore.Row row :
                transactions.call(tenant, () -> store.list(tenant, null, Segments.MOST))) {
            Use use = new Use(Kind.SEGMENT, row.name(), "/segments/" + row.id());
            Set<String> keys = new LinkedHashSet<>();
            collect(row.filter(), keys);
            keys.forEach(key -> uses.computeIfAbsent(key, any -> new ArrayList<>()).add(use));
        }
        return uses;
    }

    private static void collect(FilterNode node, Set<String> keys) {
        Stream.of(node.all(), node.any())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(part -> collect(part, keys));
        String field = node.field();
        if (field != null && field.startsWith(CUSTOM)) {
            keys.add(field.substring(CUSTOM.length()));
        }
    }
}
