package io.muster.server.imports.repair.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.imports.Import;
import io.muster.server.imports.repair.BulkFix;
import io.muster.server.imports.repair.FixKind;
import io.muster.server.imports.repair.FixPreview;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a fix would do to the rows of a group, before it is made.
///
/// @param words what it does
public record PreviewPage(
        Import of, GroupLine group, BulkFix fix, String words, FixPreview preview) {

    public String errorsPath() {
        return "/imports/" + of.id() + "/errors";
    }

    /// Where the person came from.
    public String homePath() {
        return ErrorsPage.home(of);
    }

    public String homeTitle() {
        return ErrorsPage.homeTitle(of);
    }

    public boolean isDrop() {
        return FixKind.DROP.text().equals(fix.kind());
    }

    /// How many rows change, and how many of them then pass.
    public String sentence() {
        return preview.isComplete()
                ? t("repair.preview.all", preview.changed(), preview.rows(), preview.passing())
                : t(
                        "repair.preview.some",
                        preview.looked(),
                        preview.rows(),
                        preview.changed(),
                        preview.passing());
    }

    /// The fix again, as fields of the form that makes it.
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "code", fix.code());
        put(fields, "field", fix.field());
        put(fields, "kind", fix.kind());
        put(fields, "value", fix.value());
        put(fields, "find", fix.find());
        put(fields, "with", fix.with());
        put(fields, "region", fix.region());
        put(fields, "date_format", fix.dateFormat());
        if (fix.values() != null) {
            int i = 0;
            for (Map.Entry<String, String> value : fix.values().entrySet()) {
                fields.put("from_" + i, value.getKey());
                fields.put("to_" + i, value.getValue());
                i++;
            }
        }
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
