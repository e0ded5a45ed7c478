package io.muster.server.imports.pages;

import io.muster.engine.file.Limits;
import io.muster.server.platform.pages.Step;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the page for uploading shows.
///
/// @param required what a row must hold, by the names people use; empty when any value is enough
/// @param mayImport whether the viewer may start imports
/// @param problems what is wrong with what was sent, empty at first
/// @param campaign whose members the contacts become, null for none
public record UploadPage(
        List<String> required,
        Limits limits,
        boolean mayImport,
        List<String> problems,
        @Nullable UUID campaign) {

    public List<Step> steps() {
        return ImportSteps.begin();
    }

    public String largest() {
        return Amounts.size(limits.fileBytes());
    }
}
