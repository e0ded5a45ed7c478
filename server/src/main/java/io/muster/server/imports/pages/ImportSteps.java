package io.muster.server.imports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Step;
import io.muster.server.platform.pages.Step.Progress;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The four steps of the wizard.
public enum ImportSteps {
    UPLOAD,
    MAP,
    REVIEW,
    IMPORT;

    /// The steps as they stand before a file has come.
    public static List<Step> begin() {
        return UPLOAD.steps(null);
    }

    /// The steps with this one as the current.
    public List<Step> steps(@Nullable UUID id) {
        return Stream.of(values()).map(step -> step.shown(this, id)).toList();
    }

    /// The steps of an import that has been started: nothing leads back.
    static List<Step> started(boolean finished) {
        return Stream.of(values())
                .map(step ->
                        new Step(
                                step.label(),
                                step == IMPORT && !finished ? Progress.CURRENT : Progress.DONE,
                                null))
                .toList();
    }

    private Step shown(ImportSteps current, @Nullable UUID id) {
        int distance = compareTo(current);
        if (distance >= 0) {
            return new Step(label(), distance == 0 ? Progress.CURRENT : Progress.TO_COME, null);
        }
        return new Step(label(), Progress.DONE, this == MAP ? "/imports/" + id + "/map" : null);
    }

    private String label() {
        return t("import.step." + name().toLowerCase(java.util.Locale.ROOT));
    }
}
