package io.muster.server.sources.pull;

import io.muster.server.access.SourceCaller;
import io.muster.server.files.FileStore;
import io.muster.server.files.FileTooLargeException;
import io.muster.server.files.StoredFile;
import io.muster.server.imports.EarlierMapping;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.Imports;
import io.muster.server.imports.SavedMapping;
import io.muster.server.platform.Ids;
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.sources.Source;
import io.muster.server.sources.pull.store.PulledFileStore;
import io.muster.server.sources.pull.store.PulledFileStore.Earlier;
import io.muster.server.sources.pull.store.PulledFileStore.Key;
import io.muster.server.sources.pull.store.PulledFileStore.Listed;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/// Fetches one file and makes an import of it, unless that has happened before. That it was taken
/// and that the import has begun commit together.
@Component
class FetchedFile {
    private final TenantTransactions transactions;
    private final PulledFileStore pulled;
    private final FileStore files;
    private final Imports imports;
    private final long limit;

    FetchedFile(
            TenantTransactions transactions,
            PulledFileStore pulled,
            FileStore files,
            Imports imports,
            MusterProperties properties) {
        this.transactions = transactions;
        this.pulled = pulled;
        this.files = files;
        this.imports = imports;
        this.limit = properties.limits().file().toBytes();
    }

    /// What became of a file.
    sealed interface Fate {
        record Taken() implements Fate {}

        /// It was taken before.
        record Known() implements Fate {}

        /// It was refused before.
        record Unwanted() implements Fate {}

        /// Somebody has changed it, or is still writing it.
        record Growing() implements Fate {}

        /// It is no longer for the one who asks to take it.
        record Lost() implements Fate {}

        /// It cannot be imported; it is not tried again until it is another.
        record Refused(String why) implements Fate {}
    }

    /// @param hold whether the file is still for the caller to take; asked in the transaction in
    ///   which it is taken
    /// @throws MappingUnfitException when it is not what the mapping was made for
    Fate take(
            TenantId tenant,
            Source source,
            OpenPlace place,
            RemoteFile file,
            SavedMapping mapping,
            BooleanSupplier hold)
            throws PullFailedException {
        if (file.size() > limit) {
            return refuse(
                    tenant,
                    source,
                    new Key(file.name(), file.size(), "", file.version()),
                    "It is larger than the %d bytes that are accepted.".formatted(limit));
        }
        StoredFile stored;
        try (InputStream in = place.read(file)) {
            stored = files.store(in, limit);
        } catch (FileTooLargeException | NoSuchFileException e) {
            return new Fate.Growing();
        } catch (IOException e) {
            throw new PullFailedException(
                    place.isThere()
                            ? "“%s” cannot be read. Check that it may be.".formatted(file.name())
                            : "The connection broke while “%s” was read.".formatted(file.name()),
                    e);
        }
        if (!isWhole(place, file, stored)) {
            files.delete(stored.id());
            return new Fate.Growing();
        }
        return keep(tenant, source, file, stored, mapping, hold);
    }

    /// Whether nobody has written to it while it was read.
    private boolean isWhole(OpenPlace place, RemoteFile file, StoredFile stored)
            throws PullFailedException {
        try {
            return stored.size() == file.size() && (place.isWhole() || place.isStill(file));
        } catch (PullFailedException e) {
            files.delete(stored.id());
            throw e;
        }
    }

    /// What became of files before; those that were never fetched are not in it.
    Map<Listed, Fate> earlier(TenantId tenant, Source source, List<RemoteFile> files) {
        Map<Listed, Fate> fates = new HashMap<>();
        List<Listed> told =
                files.stream().filter(RemoteFile::isTold).map(RemoteFile::listed).toList();
        transactions
                .call(tenant, () -> pulled.earlier(tenant, source.id(), told))
                .forEach((file, before) -> fates.put(file, fate(before)));
        return fates;
    }

    private static Fate fate(Earlier before) {
        return switch (before) {
            case TAKEN -> new Fate.Known();
            case REFUSED -> new Fate.Unwanted();
        };
    }

    private Fate keep(
            TenantId tenant,
            Source source,
            RemoteFile file,
            StoredFile stored,
            SavedMapping mapping,
            BooleanSupplier hold) {
        var key = new Key(file.name(), stored.size(), stored.sha256(), file.version());
        UUID id = Ids.next();
        try {
            Fate fate =
                    transactions.call(
                            tenant, () -> begin(tenant, source, id, key, stored, mapping, hold));
            if (!(fate instanceof Fate.Taken)) {
                files.delete(stored.id());
            }
            return fate;
        } catch (LostException e) {
            files.delete(stored.id());
            return new Fate.Lost();
        } catch (ApiProblem e) {
            files.delete(stored.id());
            return refuse(tenant, source, key, sentence(e));
        } catch (RuntimeException e) {
            forget(tenant, id, stored, e);
            throw e;
        }
    }

    /// Removes the copy of a file that no import has. The commit may have been carried out though
    /// its answer was lost; while the database cannot say so, the copy stays: a file too many does
    /// less harm than one too few.
    private void forget(TenantId tenant, UUID id, StoredFile stored, RuntimeException cause) {
        try {
            if (!transactions.call(tenant, () -> pulled.isThere(tenant, id))) {
                files.delete(stored.id());
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /// Takes back what was begun, for the file is no longer for the caller to take.
    private static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Fate begin(
            TenantId tenant,
            Source source,
            UUID id,
            Key key,
            StoredFile stored,
            SavedMapping mapping,
            BooleanSupplier hold) {
        Optional<Earlier> before = pulled.claim(tenant, source.id(), id, key);
        if (!hold.getAsBoolean()) {
            throw new LostException();
        }
        if (before.isPresent()) {
            return fate(before.get());
        }
        var caller = new SourceCaller(tenant, source.id(), source.key(), source.name());
        Import made = imports.create(caller, stored, key.name(), ImportSettings.NONE);
        EarlierMapping compared = mapping.comparedWith(made);
        if (!compared.fits()) {
            throw MappingUnfitException.drifted(key.name(), compared);
        }
        try {
            imports.map(tenant, made.id(), settings(mapping));
        } catch (ApiProblem e) {
            throw MappingUnfitException.unusable(mapping, sentence(e));
        }
        imports.start(caller, made.id());
        pulled.took(tenant, id, made.id());
        return new Fate.Taken();
    }

    private Fate refuse(TenantId tenant, Source source, Key key, String why) {
        UUID id = Ids.next();
        return transactions.call(
                tenant,
                () -> {
                    Optional<Earlier> before = pulled.claim(tenant, source.id(), id, key);
                    pulled.refused(tenant, id, why);
                    return before.map(FetchedFile::fate).orElseGet(() -> new Fate.Refused(why));
                });
    }

    /// Where the mapping says nothing, sources are lenient.
    private static ImportSettings settings(SavedMapping mapping) {
        return mapping.options().or(ImportSettings.LENIENT).withColumns(mapping.columns());
    }

    private static String sentence(ApiProblem problem) {
        var errors = problem.problem().errors();
        return errors.isEmpty() ? problem.problem().detail() : errors.getFirst().message();
    }
}
