package io.muster.server.imports.repair.pages;

import static io.muster.server.platform.pages.Texts.number;
import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.pages.FieldNames;
import io.muster.server.imports.repair.BulkFix;
import io.muster.server.imports.repair.FixKind;
import io.muster.server.imports.repair.RepairStep;
import java.util.Objects;

/// A step of the work on the rows, in words.
public record StepLine(RepairStep step, String words) {

    public static StepLine of(RepairStep step, FieldNames names) {
        String rows = number(step.rows());
        return new StepLine(
                step,
                switch (step.kind()) {
                    case EDIT -> t("repair.step.edit", Objects.requireNonNullElse(step.row(), 0L));
                    case FILE -> t("repair.step.file", rows);
                    case RESOLVE ->
                            t("repair.step.resolve", Objects.requireNonNullElse(step.row(), 0L));
                    case FIX -> fix(Objects.requireNonNull(step.fix()), rows, names);
                });
    }

    /// What a fix does, in words.
    static String fix(BulkFix fix, String rows, FieldNames names) {
        String field = fix.field() == null ? "" : names.of(fix.field());
        return switch (FixKind.of(fix.kind()).orElseThrow()) {
            case SET_VALUE ->
                    fix.value() == null || fix.value().isEmpty()
                            ? t("repair.step.blank", field, rows)
                            : t("repair.step.set", field, fix.value(), rows);
            case MAP_VALUES ->
                    t(
                            "repair.step.map",
                            field,
                            fix.values() == null ? 0 : fix.values().size(),
                            rows);
            case REPLACE ->
                    t(
                            "repair.step.replace",
                            field,
                            Objects.toString(fix.find(), ""),
                            Objects.toString(fix.with(), ""),
                            rows);
            case REGION -> t("repair.step.region", field, Objects.toString(fix.region(), ""), rows);
            case DATE_FORMAT ->
                    t("repair.step.date", field, Objects.toString(fix.dateFormat(), ""), rows);
            case SUGGESTION -> t("repair.step.suggestion", field, rows);
            case DROP -> t("repair.step.drop", rows);
        };
    }

    public boolean isUndone() {
        return step.undoneAt() != null;
    }
}
