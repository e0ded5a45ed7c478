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
import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.sources.Source;
import io.muster.server.sources.pull.store.PulledFileStore;
import io.muster.server.sources.pull.store.PulledFileStore.Key;
import io.muster.server.sources.pull.store.PulledFileStore.Listed;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

        /// Somebody is still writing it.
        record Growing() implements Fate {}

        /// It cannot be imported; it is not tried again until it is another.
        record Refused(String why) implements Fate {}
    }

    /// @throws MappingUnfitException when it is not what the mapping was made for
    Fate take(
            TenantId tenant, Source source, OpenPlace place, RemoteFile file, SavedMapping mapping)
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
        } catch (FileTooLargeException e) {
            return new Fate.Growing();
        } catch (IOException e) {
            throw new PullFailedException(
                    "The connection broke while “%s” was read.".formatted(file.name()), e);
        }
        if (stored.size() != file.size()) {
            files.delete(stored.id());
            return new Fate.Growing();
        }
        return keep(tenant, source, file, stored, mapping);
    }

    /// What became of files before; those that were never fetched are not in it.
    Map<Listed, Fate> earlier(TenantId tenant, Source source, List<RemoteFile> files) {
        Map<Listed, Fate> fates = new HashMap<>();
        transactions
                .call(
                        tenant,
                        () ->
                                pulled.earlier(
                                        tenant,
                                        source.id(),
                                        files.stream().map(RemoteFile::listed).toList()))
                .forEach((file, before) ->
                        fates.put(
                                file,
                                switch (before) {
                                    case TAKEN -> new Fate.Known();
                                    case REFUSED -> new Fate.Unwanted();
                                }));
        return fates;
    }

    /// When the database is away, the commit may have been carried out though its answer was lost,
    /// and then the import needs its file: a file too many does less harm than one too few.
    private Fate keep(
            TenantId tenant,
            Source source,
            RemoteFile file,
            StoredFile stored,
            SavedMapping mapping) {
        var key = new Key(file.name(), stored.size(), stored.sha256(), file.version());
        try {
            boolean taken =
                    transactions.call(tenant, () -> begin(tenant, source, key, stored, mapping));
            if (taken) {
                return new Fate.Taken();
            }
            files.delete(stored.id());
            return earlier(tenant, source, List.of(file))
                    .getOrDefault(file.listed(), new Fate.Known());
        } catch (MappingUnfitException e) {
            files.delete(stored.id());
            throw e;
        } catch (ApiProblem e) {
            files.delete(stored.id());
            return refuse(tenant, source, key, sentence(e));
        }
    }

    /// @return false when it was fetched before
    private boolean begin(
            TenantId tenant, Source source, Key key, StoredFile stored, SavedMapping mapping) {
        if (!pulled.claim(tenant, source.id(), key)) {
            return false;
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
        pulled.took(tenant, source.id(), key, made.id());
        return true;
    }

    private Fate refuse(TenantId tenant, Source source, Key key, String why) {
        transactions.run(
                tenant,
                () -> {
                    pulled.claim(tenant, source.id(), key);
                    pulled.refused(tenant, source.id(), key, why);
                });
        return new Fate.Refused(why);
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
