package io.muster.server.segments.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.contacts.Tally;
import io.muster.server.contacts.builder.FilterForm;
import io.muster.server.platform.pages.FormField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the builder of a segment shows.
///
/// @param id of the segment, null for a new one
/// @param tally how many contacts the filter means, null while it is not complete
/// @param problems what is wrong that belongs to no condition
public record BuilderPage(
        @Nullable UUID id,
        FormField name,
        FilterForm form,
        @Nullable Tally tally,
        List<String> problems) {

    static String path(@Nullable UUID id) {
        return id == null ? "/segments/new" : "/segments/" + id + "/edit";
    }

    public String path() {
        return path(id);
    }

    public String back() {
        return id == null ? "/segments" : "/segments/" + id;
    }

    public String title() {
        return t(id == null ? "segments.new" : "segment.edit");
    }

    /// Whether the page came before all contacts were looked at.
    public boolean isCounting() {
        return tally != null && !tally.isExact();
    }

    public String counted() {
        if (tally == null) {
            return t("filter.incomplete");
        }
        return t(tally.isExact() ? "filter.count" : "filter.count_more", tally.counted());
    }
}
