package io.muster.server.fields;

import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.Map;

/// Knows which contacts hold values of custom fields.
public interface FieldHolders {

    /// How many of the newest contacts hold a value of each field, by key; those that none holds
    /// are left out.
    Sample sample(TenantId tenant);

    /// How many of the newest contacts hold each of the options of a choice.
    Sample options(TenantId tenant, CustomField field, List<String> options);

    /// How many contacts hold a value of a field; may look through all of them.
    long count(TenantId tenant, CustomField field);

    /// What was found among some contacts.
    ///
    /// @param contacts that were looked at
    /// @param reach whether these are all contacts there are
    record Sample(long contacts, Reach reach, Map<String, Long> holders) {
        public Sample {
            holders = Map.copyOf(holders);
        }

        public long of(String what) {
            return holders.getOrDefault(what, 0L);
        }

        public boolean isExact() {
            return reach == Reach.ALL;
        }
    }

    /// How many contacts were looked at.
    enum Reach {
        ALL,
        NEWEST
    }
}
