package io.muster.server.importlog;

import io.muster.server.access.Sight;
import io.muster.server.contacts.ContactSearch;
import io.muster.server.importlog.store.LogSearchStore;
import io.muster.server.importlog.store.LogStore;
import io.muster.server.importlog.store.LogTallyStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The log of all attempted writes, the newest first.
///
/// Without somebody to look for it goes from delivery to delivery by their counts; with one, from
/// the contact to its rows.
@Component
public class ImportLog {
    private final TenantTransactions transactions;
    private final LogStore rows;
    private final LogSearchStore search;
    private final LogTallyStore tallies;

    ImportLog(
            TenantTransactions transactions,
            LogStore rows,
            LogSearchStore search,
            LogTallyStore tallies) {
        this.transactions = transactions;
        this.rows = rows;
        this.search = search;
        this.tallies = tallies;
    }

    /// Rows from a place on, itself not among them.
    ///
    /// @param after null for the newest
    public List<LogEntry> list(
            TenantId tenant, LogFilter filter, Sight sight, @Nullable LogPlace after, int limit) {
        List<LogEntry> found =
                transactions.call(
                        tenant,
                        () ->
                                switch (filter.who()) {
                                    case ContactSearch.All() ->
                                            rows.list(tenant, filter, after, limit);
                                    case ContactSearch.Key _, ContactSearch.Name _ ->
                                            search.list(tenant, filter, after, limit);
                                });
        return found.stream().map(entry -> shown(entry, sight)).toList();
    }

    /// How many rows there are by result and by reason.
    public LogSummary summary(TenantId tenant, LogFilter filter) {
        return transactions.call(
                tenant,
                () ->
                        switch (filter.who()) {
                            case ContactSearch.All() -> tallies.of(tenant, filter);
                            case ContactSearch.Key _, ContactSearch.Name _ ->
                                    search.summary(tenant, filter);
                        });
    }

    /// Where rows have come from, by name.
    public List<String> sources(TenantId tenant) {
        return transactions.call(tenant, () -> tallies.sources(tenant));
    }

    /// @throws ApiProblem 404 if there is none
    public LogEntry get(TenantId tenant, UUID delivery, long row, Sight sight) {
        return transactions
                .call(tenant, () -> rows.find(tenant, new LogPlace(delivery, row)))
                .map(entry -> shown(entry, sight))
                .orElseThrow(() -> ApiProblem.notFound("entry of the log"));
    }

    private static LogEntry shown(LogEntry entry, Sight sight) {
        return entry.seen(sight);
    }
}
