package io.muster.server.exports;

import io.muster.engine.report.CsvOutput;
import io.muster.engine.report.SheetOutput;
import io.muster.server.access.Members;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.filter.ContactFilter;
import io.muster.server.fields.CustomField;
import io.muster.server.fields.CustomFields;
import io.muster.server.files.FileStore;
import io.muster.server.files.FileStoreException;
import io.muster.server.files.StoredFile;
import io.muster.server.teams.Teams;
import io.muster.server.tenants.TenantId;
import java.io.IOException;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/// Writes the files of exports.
@Component
class ExportFiles {
    private static final String SHEET = "Contacts";

    private final FilteredContacts contacts;
    private final CustomFields fields;
    private final Members members;
    private final Teams teams;
    private final FileStore files;

    ExportFiles(
            FilteredContacts contacts,
            CustomFields fields,
            Members members,
            Teams teams,
            FileStore files) {
        this.contacts = contacts;
        this.fields = fields;
        this.members = members;
        this.teams = teams;
        this.files = files;
    }

    /// A file that is safely kept, and how many contacts are in it.
    record Written(StoredFile file, long rows) {}

    /// Whom an export is about.
    ContactFilter filter(TenantId tenant, Export export) {
        return export.filter() == null
                ? ContactFilter.EVERYBODY
                : contacts.kept(tenant, List.of(export.filter())).getFirst();
    }

    /// Writes the contacts as they stand at this moment, whatever happens to them meanwhile. Needs
    /// the tenant's transaction.
    ///
    /// @param progress told from time to time how many contacts are written
    Written write(TenantId tenant, Export export, LongConsumer progress) {
        List<CustomField> own = fields.all(tenant);
        ExportTable table =
                ExportTable.of(
                        own,
                        contacts.withDecimals(tenant, own),
                        members.all(tenant),
                        teams.all(tenant));
        return contacts.stream(
                tenant,
                filter(tenant, export),
                found -> {
                    try (ExportContent content =
                            new ExportContent(
                                    pipe ->
                                            switch (export.format()) {
                                                case CSV -> new CsvOutput(pipe);
                                                case XLSX -> new SheetOutput(pipe, SHEET);
                                            },
                                    table,
                                    found.iterator(),
                                    progress)) {
                        StoredFile file = files.store(content, Long.MAX_VALUE);
                        return new Written(file, content.rows());
                    } catch (IOException e) {
                        throw new FileStoreException("The file could not be written", e);
                    }
                });
    }
}
