package io.muster.server.notifications.notices;

import io.muster.server.access.MemberCaller;
import io.muster.server.notifications.notices.store.NoticeStore;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The notices of one member, which nobody else sees.
@Component
public class Notices {
    private final TenantTransactions transactions;
    private final NoticeStore store;

    Notices(TenantTransactions transactions, NoticeStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Newest first.
    ///
    /// @param before null from the newest
    public List<Notice> list(MemberCaller member, @Nullable UUID before, int limit) {
        return transactions.call(
                member.tenant(),
                () -> store.list(member.tenant(), member.accountId(), before, limit));
    }

    public long unread(MemberCaller member) {
        return transactions.call(
                member.tenant(), () -> store.unread(member.tenant(), member.accountId()));
    }

    /// @return the page that says more
    /// @throws ApiProblem 404 if the member has no such notice
    public String read(MemberCaller member, UUID id) {
        return transactions
                .call(member.tenant(), () -> store.read(member.tenant(), member.accountId(), id))
                .orElseThrow(() -> ApiProblem.notFound("notice"));
    }

    public void readAll(MemberCaller member) {
        transactions.run(member.tenant(), () -> store.readAll(member.tenant(), member.accountId()));
    }
}
