package io.muster.server.sources.pull;

import io.muster.server.jobs.Jobs;
import io.muster.server.platform.Json;
import io.muster.server.platform.secrets.InstallationKey;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.sources.Source;
import io.muster.server.sources.pull.store.PullStore;
import io.muster.server.sources.pull.store.PulledFileStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The scheduled pulls of sources.
@Component
public class Pulls {
    private final TenantTransactions transactions;
    private final PullStore store;
    private final PulledFileStore files;
    private final PullSettings settings;
    private final InstallationKey key;
    private final Jobs jobs;
    private final Clock clock;

    Pulls(
            TenantTransactions transactions,
            PullStore store,
            PulledFileStore files,
            PullSettings settings,
            InstallationKey key,
            Jobs jobs,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.settings = settings;
        this.key = key;
        this.jobs = jobs;
        this.clock = clock;
    }

    public Optional<Pull> find(TenantId tenant, Source source) {
        return transactions.call(tenant, () -> store.find(tenant, source.id()));
    }

    /// @throws ApiProblem 404 if the source has none
    public Pull get(TenantId tenant, Source source) {
        return find(tenant, source).orElseThrow(() -> ApiProblem.notFound("pull"));
    }

    /// Sets a pull up, or anew. One that has stopped goes on; files that it has taken stay taken.
    ///
    /// @throws ApiProblem 422 naming everything that is wrong
    public Pull save(TenantId tenant, Source source, Pull.Content content) {
        return transactions.call(
                tenant,
                () -> {
                    PullSecrets secrets = secrets(tenant, source, content);
                    var checked = settings.checked(tenant, content, secrets);
                    store.save(
                            tenant,
                            source.id(),
                            checked.content(),
                            checked.schedule(),
                            checked.afterwards(),
                            secrets.isEmpty()
                                    ? null
                                    : key.of(tenant.value()).seal(Json.write(secrets)),
                            checked.schedule().next(clock.instant()).orElse(null));
                    return get(tenant, source);
                });
    }

    /// What is not sent anew is kept, unless it would be shown to another server.
    private PullSecrets secrets(TenantId tenant, Source source, Pull.Content content) {
        PullSecrets before =
                store.find(tenant, source.id())
                        .filter(pull -> pull.place().kind().equals(content.place().kind()))
                        .filter(pull -> pull.place().target().equals(content.place().target()))
                        .map(pull -> secrets(tenant, source.id()))
                        .orElse(PullSecrets.NONE);
        return content.secrets().over(before);
    }

    /// What opens a pull's place.
    PullSecrets secrets(TenantId tenant, UUID source) {
        return transactions
                .call(tenant, () -> store.secrets(tenant, source))
                .map(sealed -> Json.read(key.of(tenant.value()).open(sealed), PullSecrets.class))
                .orElse(PullSecrets.NONE);
    }

    /// @throws ApiProblem 404 if the source has none
    public Pull pause(TenantId tenant, Source source) {
        return transactions.call(
                tenant,
                () -> {
                    get(tenant, source);
                    store.pause(tenant, source.id());
                    return get(tenant, source);
                });
    }

    /// @throws ApiProblem 404 if the source has none
    public Pull resume(TenantId tenant, Source source) {
        return transactions.call(
                tenant,
                () -> {
                    Pull pull = get(tenant, source);
                    store.resume(
                            tenant,
                            source.id(),
                            pull.schedule().next(clock.instant()).orElse(null));
                    return get(tenant, source);
                });
    }

    /// Looks soon, whatever the schedule says.
    ///
    /// @throws ApiProblem 404 if the source has none
    public Pull now(TenantId tenant, Source source) {
        return transactions.call(
                tenant,
                () -> {
                    get(tenant, source);
                    if (store.want(tenant, source.id())) {
                        jobs.submit(PullJob.NAME, tenant, source.id());
                    }
                    return get(tenant, source);
                });
    }

    /// What was taken stays known, so that it is not taken again should there be another pull.
    ///
    /// @throws ApiProblem 404 if the source has none
    public void delete(TenantId tenant, Source source) {
        if (!transactions.call(tenant, () -> store.delete(tenant, source.id()))) {
            throw ApiProblem.notFound("pull");
        }
    }

    /// The files that were fetched last, newest first.
    public List<PulledFile> files(TenantId tenant, Source source, int limit) {
        return transactions.call(tenant, () -> files.latest(tenant, source.id(), limit));
    }
}
