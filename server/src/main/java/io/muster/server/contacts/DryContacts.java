package io.muster.server.contacts;

import io.muster.server.platform.MusterProperties;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

/// Begins dry runs over the stored contacts.
@Component
public class DryContacts {
    private final Path folder;

    DryContacts(MusterProperties properties) {
        this.folder = properties.dataDir().resolve("scratch");
    }

    /// A dry run that has met nobody yet; whoever begins it closes it.
    ///
    /// @param rows how many it will probably take; nought when nobody knows
    public Overlay begin(long rows) {
        return new Overlay(folder, rows);
    }
}
