package io.muster.server.fields.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.fields.CustomField;
import io.muster.server.fields.FieldHolders.Sample;
import io.muster.server.fields.FieldUses.Use;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the list of custom fields shows.
///
/// @param retired fields out of use
/// @param mayWrite whether the viewer may change fields
/// @param most so many fields can be in use
/// @param done what was just done, null for nothing
public record FieldsPage(
        List<Line> lines, List<Line> retired, boolean mayWrite, int most, @Nullable String done) {

    /// One field in the list.
    ///
    /// @param held how many contacts hold it, in words
    /// @param used where it is named, in words, empty for nowhere
    public record Line(CustomField field, String held, String used) {
        public String path() {
            return FieldPage.path(field);
        }

        public String type() {
            return t("field.type." + field.type().text());
        }
    }

    static Line line(CustomField field, Sample sample, Map<String, List<Use>> uses) {
        return new Line(
                field,
                HeldWords.of(sample, sample.of(field.key())),
                UseWords.of(uses.getOrDefault(field.key(), List.of())));
    }

    public boolean isFull() {
        return lines.size() >= most;
    }
}
