package io.muster.server.segments.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.segments.pages.PartView.GroupView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the builder of a segment shows.
///
/// @param id of the segment, null for a new one
/// @param fields that conditions can be about
/// @param count how many contacts the filter means, null while it is not complete
/// @param problems what is wrong that belongs to no condition
public record BuilderPage(
        @Nullable UUID id,
        FormField name,
        List<Choice> fields,
        GroupView filter,
        @Nullable Long count,
        List<String> problems) {

    public String path() {
        return id == null ? "/segments/new" : "/segments/" + id + "/edit";
    }

    public String back() {
        return id == null ? "/segments" : "/segments/" + id;
    }

    public String title() {
        return t(id == null ? "segments.new" : "segment.edit");
    }

    public String counted() {
        return count == null ? t("filter.incomplete") : t("filter.count", count);
    }
}
