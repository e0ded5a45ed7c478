package io.muster.server.teams;

import io.muster.engine.field.Directory;
import io.muster.engine.field.Roster;
import io.muster.server.platform.Ids;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.teams.store.TeamStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The teams of tenants.
///
/// Contacts hold a team's id. One that is given up can be named no more, and keeps its contacts; a
/// new team of the same name is that team again.
@Component
public class Teams {
    private final TenantTransactions transactions;
    private final TeamStore store;

    Teams(TenantTransactions transactions, TeamStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// Teams in use by id, from one on.
    ///
    /// @param after null for the first
    public List<Team> list(TenantId tenant, @Nullable UUID after, int limit) {
        return transactions.call(tenant, () -> store.list(tenant, after, limit));
    }

    /// All teams in use, by name.
    public List<Team> all(TenantId tenant) {
        return transactions.call(tenant, () -> store.all(tenant)).stream()
                .sorted(Comparator.comparing(Team::name))
                .toList();
    }

    /// @throws ApiProblem 404 if there is none
    public Team get(TenantId tenant, UUID id) {
        return transactions
                .call(tenant, () -> store.find(tenant, id))
                .orElseThrow(() -> ApiProblem.notFound("team"));
    }

    /// What a team is called, or was before it was given up.
    public Optional<String> name(TenantId tenant, UUID id) {
        return transactions.call(tenant, () -> store.name(tenant, id));
    }

    /// The teams of a tenant, to find the one that a cell names.
    public Directory directory(TenantId tenant) {
        return new Roster(
                transactions.call(tenant, () -> store.all(tenant)).stream()
                        .map(team -> new Roster.Entry(team.id().toString(), Set.of(), team.name()))
                        .toList());
    }

    /// Adds a team, or brings the one of that name back.
    ///
    /// @throws ApiProblem 422 for a name that cannot be, or that a team in use has
    public Team create(TenantId tenant, @Nullable String wanted) {
        String name = TeamName.clean(wanted);
        return transactions.call(
                tenant,
                () -> {
                    store.lock(tenant);
                    if (store.isTaken(tenant, name)) {
                        throw TeamName.taken(name);
                    }
                    UUID former = store.retired(tenant, name).orElse(null);
                    Team team = new Team(former == null ? Ids.next() : former, name);
                    store.insert(tenant, team);
                    return team;
                });
    }

    /// @throws ApiProblem 404 if there is none, 422 for a name that cannot be
    public Team rename(TenantId tenant, UUID id, @Nullable String wanted) {
        String name = TeamName.clean(wanted);
        return transactions.call(
                tenant,
                () -> {
                    store.lock(tenant);
                    Team team = get(tenant, id);
                    if (!team.name().equalsIgnoreCase(name) && store.isTaken(tenant, name)) {
                        throw TeamName.taken(name);
                    }
                    store.rename(tenant, new Team(id, name));
                    return new Team(id, name);
                });
    }

    /// Gives a team up; its contacts keep it.
    ///
    /// @throws ApiProblem 404 if there is none
    public void retire(TenantId tenant, UUID id) {
        if (!transactions.call(tenant, () -> store.retire(tenant, id))) {
            throw ApiProblem.notFound("team");
        }
    }
}
