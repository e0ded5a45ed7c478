package io.muster.server.importlog;

import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.contacts.ContactLists;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes filters of what people and programs write.
@Component
public class LogFilters {
    private final ContactLists contacts;

    LogFilters(ContactLists contacts) {
        this.contacts = contacts;
    }

    /// @param q whom the rows are about: a name, or a whole phone, email or external id; blank for
    ///   all
    public LogFilter of(
            Caller caller,
            LogRange range,
            @Nullable LogResult result,
            @Nullable String source,
            @Nullable LogReason reason,
            String q) {
        return new LogFilter(
                range,
                result,
                source,
                reason,
                contacts.search(caller.tenant(), q, Sight.of(caller)));
    }
}
