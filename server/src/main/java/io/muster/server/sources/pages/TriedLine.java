package io.muster.server.sources.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.ContactFields;
import io.muster.server.platform.Ids;
import io.muster.server.platform.Json;
import io.muster.server.platform.pages.Badge;
import io.muster.server.platform.pages.ResultBadge;
import io.muster.server.sources.PushResult;
import io.muster.server.sources.Pushes.Preview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What would become of a test object.
///
/// @param contact that it would be about; null where there is none yet
/// @param matchedOn the field that found it, empty for none
/// @param values what would be written
public record TriedLine(
        Badge badge,
        String action,
        @Nullable UUID contact,
        String matchedOn,
        List<Remark> remarks,
        List<Value> values) {

    /// @param field as people call it, empty when the whole object is meant
    public record Remark(String field, String message, String code) {}

    /// @param before what stands there now, empty for nothing
    public record Value(String field, String before, String after) {}

    static TriedLine of(Preview preview, SourceFields fields) {
        PushResult result = preview.result();
        return new TriedLine(
                ResultBadge.of(result.result()),
                t("sources.would." + result.action()),
                result.contactId(),
                result.matchedOn() == null ? "" : fields.of(result.matchedOn()),
                result.info().stream()
                        .map(info ->
                                new Remark(
                                        fields.place(info.field()),
                                        info.message(),
                                        info.code().name()))
                        .toList(),
                preview.change() == null ? List.of() : values(preview.change(), fields));
    }

    private static List<Value> values(Change change, SourceFields fields) {
        Contact after = change.after();
        Map<String, @Nullable Object> before =
                switch (change) {
                    case Change.Create _ ->
                            new LinkedHashMap<>(
                                    ContactFields.changed(
                                            Contact.create(Ids.next()).done(), after));
                    case Change.Update(Contact _, Map<String, @Nullable Object> former) -> former;
                };
        List<Value> values = new ArrayList<>();
        before.forEach((field, former) ->
                values.add(new Value(fields.of(field), text(former), text(after.value(field)))));
        return values;
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Boolean yes -> yes ? t("sources.yes") : t("sources.no");
            case List<?> several ->
                    String.join(", ", several.stream().map(Object::toString).toList());
            default -> Json.write(value);
        };
    }
}
