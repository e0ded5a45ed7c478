package io.muster.server.sources.pull.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.SavedMapping;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.platform.web.FieldError;
import io.muster.server.sources.Source;
import io.muster.server.sources.pull.PullPlace;
import java.util.List;
import java.util.stream.Stream;

/// The page on which a pull is set up.
///
/// @param places the kinds that there are
/// @param placeFields where the files are
/// @param otherFields which files, how, and when
/// @param problems what was refused, one sentence each
/// @param isThere whether the source has a pull already
public record PullFormPage(
        Source source,
        String place,
        List<Choice> places,
        List<FormField> placeFields,
        List<FormField> otherFields,
        List<String> problems,
        boolean isThere) {

    static PullFormPage of(
            Source source,
            PullForm form,
            List<SavedMapping> mappings,
            List<FieldError> errors,
            boolean isThere) {
        return new PullFormPage(
                source,
                form.place(),
                Stream.of(PullPlace.FOLDER, PullPlace.SFTP, PullPlace.S_3)
                        .map(kind -> new Choice(kind, t("pull.place." + kind)))
                        .toList(),
                form.placeFields(errors),
                form.otherFields(mappings, errors),
                errors.stream().map(FieldError::message).toList(),
                isThere);
    }

    public String path() {
        return "/sources/" + source.key() + "/pull";
    }
}
