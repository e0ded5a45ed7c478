package io.muster.server.imports;

import io.muster.server.tenants.TenantId;
import java.util.Collection;
import java.util.UUID;

/// Makes members of a campaign of the contacts that an import brings. Whoever keeps campaigns
/// provides one.
public interface CampaignMembership {

    /// @throws io.muster.server.platform.web.ApiProblem 422 when there is no such campaign
    void check(TenantId tenant, UUID campaign);

    /// The import has placed rows at these contacts. Comes in the transaction that writes them, so
    /// that neither stands without the other.
    ///
    /// @param contacts some of them several times
    void join(TenantId tenant, UUID campaign, UUID importId, Collection<UUID> contacts);

    /// The import is undone: what it brought it takes away. Comes in the transaction that ends the
    /// undo.
    void leave(TenantId tenant, UUID campaign, UUID importId);
}
