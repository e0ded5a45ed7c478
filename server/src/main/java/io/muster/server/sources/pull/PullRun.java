package io.muster.server.sources.pull;

import io.muster.server.imports.SavedMapping;
import io.muster.server.imports.SavedMappings;
import io.muster.server.jobs.JobKind.Pause;
import io.muster.server.jobs.JobKind.Progress;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.WorkerThread;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.sources.PullStopped;
import io.muster.server.sources.pull.FetchedFile.Fate;
import io.muster.server.sources.pull.store.PullStore;
import io.muster.server.sources.store.SourceStore;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Looks once at a source's place, and takes what is new there, the oldest first. What it finds
/// wrong stands with the pull, for people; only a database that is away makes it throw.
@Component
class PullRun implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(PullRun.class);
    private static final Duration LEASE = Duration.ofMinutes(3);

    /// A server that sends a byte now and then must not hold a worker for ever.
    private static final Duration LONGEST = Duration.ofHours(1);

    private static final Duration BEAT = Duration.ofSeconds(45);

    /// Then it is the turn of others, before it goes on.
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

    /// Whether somebody looks for the files of a source just now. Call it in a transaction.
    boolean isUnderWay(TenantId tenant, UUID source) {
        return store.isClaimed(tenant, source);
    }

    Progress run(TenantId tenant, UUID sourceId, Pause pause) {
        Optional<Look> begun =
                transactions.call(
                        tenant,
                        () ->
                                sources.find(tenant, sourceId)
                                        .flatMap(source ->
                                                store.claim(tenant, sourceId, LEASE)
                                                        .map(claimed ->
                                                                new Look(
                                                                        tenant, source, claimed))));
        if (begun.isEmpty()) {
            return Progress.DONE;
        }
        Look look = begun.get();
        Progress progress = Progress.DONE;
        try {
            progress = look(look, pause);
        } catch (PullFailedException e) {
            warn(look, e.getCause() == null ? e : e.getCause());
            look.note(e.sentence());
        } catch (MappingUnfitException e) {
            stop(look, e.sentence());
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            warn(look, e);
            look.note(
                    "Something went wrong that should not have. Ask the operator to look into the server's log.");
        } finally {
            end(look, progress);
        }
        return progress;
    }

    private void end(Look look, Progress progress) {
        transactions.run(
                look.tenant(),
                () ->
                        store.end(
                                look.tenant(),
                                look.claimed(),
                                look.taken(),
                                look.error(),
                                progress == Progress.PAUSED));
    }

    /// Messages of libraries may repeat what they have read.
    private static void warn(Look look, Throwable cause) {
        LOG.warn(
                "Pull of source {} of tenant {} came to nothing: {} at {}",
                look.source().id(),
                look.tenant(),
                cause.getClass().getName(),
                cause.getStackTrace().length == 0 ? "" : cause.getStackTrace()[0]);
    }

    private Progress look(Look look, Pause pause) throws PullFailedException {
        SavedMapping mapping = mapping(look);
        if (mapping == null) {
            stop(
                    look,
                    "The saved mapping is gone by which the files were read. Choose another one.");
            return Progress.DONE;
        }
        PullSecrets secrets = pulls.secrets(look.tenant(), look.source().id());
        // Otherwise they may be those of another place by now.
        if (!holds(look)) {
            return Progress.DONE;
        }
        try (OpenPlace place = places.open(look.tenant(), look.pull().place(), secrets)) {
            var rings = alarm.schedule(place::close, LONGEST.toSeconds(), TimeUnit.SECONDS);
            var beats =
                    alarm.scheduleWithFixedDelay(
                            () -> beat(look, place),
                            BEAT.toSeconds(),
                            BEAT.toSeconds(),
                            TimeUnit.SECONDS);
            try {
                return look(look, place, mapping, pause);
            } finally {
                rings.cancel(false);
                beats.cancel(false);
            }
        }
    }

    /// A file may take longer than the lease.
    private void beat(Look look, OpenPlace place) {
        try {
            if (!holds(look)) {
                place.close();
            }
        } catch (RuntimeException e) {
            // The next beat comes before the lease runs out.
            warn(look, e);
        }
    }

    /// Whether the look may go on; it asks for more time, too.
    private boolean holds(Look look) {
        boolean held =
                transactions.call(
                        look.tenant(),
                        () -> store.renew(look.tenant(), look.claimed(), LEASE, look.taken()));
        if (!held) {
            look.lose();
        }
        return held;
    }

    private Progress look(Look look, OpenPlace place, SavedMapping mapping, Pause pause)
            throws PullFailedException {
        List<RemoteFile> files = list(look, place);
        var before = fetched.earlier(look.tenant(), look.source(), files);
        for (RemoteFile file : files) {
            Fate known = before.get(file.listed());
            if (pause.wanted() || known == null && look.taken() == MOST_TAKEN) {
                return Progress.PAUSED;
            }
            try {
                settle(look, place, file, known == null ? take(look, place, file, mapping) : known);
            } catch (PullFailedException e) {
                if (!place.isThere()) {
                    throw e;
                }
                warn(look, e.getCause() == null ? e : e.getCause());
                look.note(e.sentence());
            }
            if (look.isLost()) {
                return Progress.DONE;
            }
        }
        return Progress.DONE;
    }

    /// Those that are meant, the oldest first.
    private List<RemoteFile> list(Look look, OpenPlace place) throws PullFailedException {
        FilePattern wanted = FilePattern.of(look.pull().files());
        List<RemoteFile> listed =
                place.list(
                        name -> wanted.matches(name) && isPlain(name) && !Afterwards.isMark(name));
        if (listed.size() > OpenPlace.MOST_FILES) {
            look.note(
                    String.format(
                            Locale.ROOT,
                            "There are more than %,d files, and the others are not looked at. Choose to have files moved afterwards, or clear the place up.",
                            OpenPlace.MOST_FILES));
        }
        return listed.stream()
                .limit(OpenPlace.MOST_FILES)
                .filter(file -> place.isWhole() || isQuiet(file))
                .sorted(Comparator.comparing(RemoteFile::since).thenComparing(RemoteFile::name))
                .toList();
    }

    private Fate take(Look look, OpenPlace place, RemoteFile file, SavedMapping mapping)
            throws PullFailedException {
        return holds(look)
                ? fetched.take(
                        look.tenant(), look.source(), place, file, mapping, () -> holds(look))
                : new Fate.Lost();
    }

    /// What was taken is put aside, now or when that has not happened the last time. What was not
    /// stays: whoever mends it finds it where it was. So does what has changed since it was listed.
    private void settle(Look look, OpenPlace place, RemoteFile file, Fate fate)
            throws PullFailedException {
        boolean taken =
                switch (fate) {
                    case Fate.Taken _ -> {
                        look.took();
                        yield true;
                    }
                    case Fate.Known _ -> true;
                    case Fate.Refused(String why) -> {
                        look.note("“" + file.name() + "”: " + why);
                        yield false;
                    }
                    case Fate.Unwanted _, Fate.Growing _, Fate.Lost _ -> false;
                };
        Optional<String> name = look.pull().afterwards().rename(file.name(), clock.instant());
        if (taken && name.isPresent() && place.isStill(file)) {
            place.rename(file, name.get());
        }
    }

    private @Nullable SavedMapping mapping(Look look) {
        try {
            UUID id = look.pull().mappingId();
            return id == null ? null : mappings.get(look.tenant(), id);
        } catch (ApiProblem e) {
            return null;
        }
    }

    private void stop(Look look, String why) {
        transactions.run(
                look.tenant(),
                () -> {
                    if (store.stop(look.tenant(), look.claimed(), why)) {
                        events.publishEvent(
                                new PullStopped(
                                        look.tenant(), look.source().key(), look.source().name()));
                    }
                });
    }

    /// Whoever is still writing it has written just now, if their clock and ours agree. It is
    /// looked at again when it was read; where nothing tells when it was written, that has to do.
    private boolean isQuiet(RemoteFile file) {
        Instant modified = file.modified();
        return modified == null || modified.isBefore(clock.instant().minus(quiet));
    }

    /// Names that no file system means for people stay where they are.
    private static boolean isPlain(String name) {
        return name.chars().noneMatch(c -> Character.isISOControl(c) || c == '/' || c == '\\')
                && !name.startsWith(".");
    }
}
