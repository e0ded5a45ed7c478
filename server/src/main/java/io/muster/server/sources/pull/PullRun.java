package io.muster.server.sources.pull;

import io.muster.server.imports.SavedMapping;
import io.muster.server.imports.SavedMappings;
import io.muster.server.jobs.JobKind.Pause;
import io.muster.server.jobs.JobKind.Progress;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.WorkerThread;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.sources.PullStopped;
import io.muster.server.sources.Source;
import io.muster.server.sources.pull.FetchedFile.Fate;
import io.muster.server.sources.pull.store.PullStore;
import io.muster.server.sources.store.SourceStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Looks once at a source's place, and takes what is new there, the oldest first. What it finds
/// wrong stands with the pull, for people; only a database that is away makes it throw.
@Component
class PullRun implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PullRun.class);
    private static final Duration LEASE = Duration.ofMinutes(3);

    /// A server that sends a byte now and then must not hold a worker for ever.
    private static final Duration LONGEST = Duration.ofHours(1);

    /// More wait for the next time.
    private static final int MOST_TAKEN = 100;

    private final TenantTransactions transactions;
    private final PullStore store;
    private final SourceStore sources;
    private final SavedMappings mappings;
    private final Pulls pulls;
    private final Places places;
    private final FetchedFile fetched;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Duration quiet;
    private final ScheduledExecutorService alarm =
            Executors.newSingleThreadScheduledExecutor(WorkerThread.factory("muster-pull-alarm"));

    PullRun(
            TenantTransactions transactions,
            PullStore store,
            SourceStore sources,
            SavedMappings mappings,
            Pulls pulls,
            Places places,
            FetchedFile fetched,
            ApplicationEventPublisher events,
            Clock clock,
            MusterProperties properties) {
        this.transactions = transactions;
        this.store = store;
        this.sources = sources;
        this.mappings = mappings;
        this.pulls = pulls;
        this.places = places;
        this.fetched = fetched;
        this.events = events;
        this.clock = clock;
        this.quiet = properties.pull().quiet();
    }

    @Override
    public void destroy() {
        alarm.shutdownNow();
    }

    /// One look: what it is about, and how far it came.
    private static final class Look {
        private final TenantId tenant;
        private final Source source;
        private final Pull pull;
        private int taken;
        private @Nullable String error;

        Look(TenantId tenant, Source source, Pull pull) {
            this.tenant = tenant;
            this.source = source;
            this.pull = pull;
        }
    }

    Progress run(TenantId tenant, UUID sourceId, Pause pause) {
        Optional<Look> begun =
                transactions.call(
                        tenant,
                        () ->
                                sources.find(tenant, sourceId)
                                        .flatMap(source ->
                                                store.claim(tenant, sourceId, LEASE)
                                                        .map(pull ->
                                                                new Look(tenant, source, pull))));
        if (begun.isEmpty()) {
            return Progress.DONE;
        }
        Look look = begun.get();
        Progress progress = Progress.DONE;
        try {
            progress = look(look, pause);
        } catch (PullFailedException e) {
            LOG.warn(
                    "Pull of source {} of tenant {} came to nothing: {}",
                    sourceId,
                    tenant,
                    e.getCause() == null ? "" : e.getCause().getClass().getSimpleName());
            look.error = e.sentence();
        } catch (MappingUnfitException e) {
            stop(look, e.sentence());
        } finally {
            transactions.run(tenant, () -> store.end(tenant, sourceId, look.taken, look.error));
        }
        return progress;
    }

    private Progress look(Look look, Pause pause) throws PullFailedException {
        SavedMapping mapping = mapping(look);
        if (mapping == null) {
            stop(
                    look,
                    "The saved mapping is gone by which the files were read. Choose another one.");
            return Progress.DONE;
        }
        FilePattern wanted = FilePattern.of(look.pull.files());
        try (OpenPlace place =
                places.open(
                        look.tenant,
                        look.pull.place(),
                        pulls.secrets(look.tenant, look.source.id()))) {
            var rings = alarm.schedule(place::close, LONGEST.toSeconds(), TimeUnit.SECONDS);
            try {
                return look(look, place, mapping, wanted, pause);
            } finally {
                rings.cancel(false);
            }
        }
    }

    private Progress look(
            Look look, OpenPlace place, SavedMapping mapping, FilePattern wanted, Pause pause)
            throws PullFailedException {
        List<RemoteFile> files =
                place.list().stream()
                        .filter(file -> wanted.matches(file.name()) && isPlain(file.name()))
                        .filter(file -> place.isWhole() || isQuiet(file))
                        .sorted(
                                Comparator.comparing(RemoteFile::modified)
                                        .thenComparing(RemoteFile::name))
                        .toList();
        var before = fetched.earlier(look.tenant, look.source, files);
        for (RemoteFile file : files) {
            if (pause.wanted()) {
                return Progress.PAUSED;
            }
            if (look.taken == MOST_TAKEN) {
                break;
            }
            Fate known = before.get(file.listed());
            settle(look, place, file, known == null ? take(look, place, file, mapping) : known);
        }
        return Progress.DONE;
    }

    private Fate take(Look look, OpenPlace place, RemoteFile file, SavedMapping mapping)
            throws PullFailedException {
        transactions.run(
                look.tenant, () -> store.renew(look.tenant, look.source.id(), LEASE, look.taken));
        return fetched.take(look.tenant, look.source, place, file, mapping);
    }

    /// What was taken is put aside, now or when that has not happened the last time. What was not
    /// stays: whoever mends it finds it where it was.
    private void settle(Look look, OpenPlace place, RemoteFile file, Fate fate)
            throws PullFailedException {
        boolean taken =
                switch (fate) {
                    case Fate.Taken _ -> {
                        look.taken++;
                        yield true;
                    }
                    case Fate.Known _ -> true;
                    case Fate.Refused(String why) -> {
                        look.error = "“" + file.name() + "”: " + why;
                        yield false;
                    }
                    case Fate.Unwanted _, Fate.Growing _ -> false;
                };
        Optional<String> name = look.pull.afterwards().rename(file.name(), clock.instant());
        if (taken && name.isPresent()) {
            place.rename(file, name.get());
        }
    }

    private @Nullable SavedMapping mapping(Look look) {
        try {
            UUID id = look.pull.mappingId();
            return id == null ? null : mappings.get(look.tenant, id);
        } catch (ApiProblem e) {
            return null;
        }
    }

    private void stop(Look look, String why) {
        transactions.run(
                look.tenant,
                () -> {
                    store.setState(look.tenant, look.source.id(), Pull.State.STOPPED, why, null);
                    events.publishEvent(
                            new PullStopped(look.tenant, look.source.key(), look.source.name()));
                });
    }

    /// Whoever is still writing it has written just now.
    private boolean isQuiet(RemoteFile file) {
        return file.modified().isBefore(clock.instant().minus(quiet));
    }

    /// Names that no file system means for people stay where they are.
    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> Character.isISOControl(c) || c == '/' || c == '\\')
                && !name.startsWith(".");
    }
}
