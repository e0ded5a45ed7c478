package io.muster.server.sources.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.sources.pull.pages.PullCard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of one source shows.
///
/// @param rows of the mapping, some to be filled in behind them
/// @param tried what would become of the test objects, in their order
/// @param problems what was refused, one sentence each
/// @param pushAddress where the source pushes to
/// @param webhookAddress where it sends webhooks; null while it has no secret
/// @param secret that was just made, null for none
/// @param pull how its files are fetched
/// @param mayChange whether the person may set the source up
/// @param done what was just done, null for nothing
public record SourcePage(
        SourceLine line,
        SourceForm form,
        List<MappingRow> rows,
        List<Choice> targets,
        List<TriedLine> tried,
        List<String> problems,
        String pushAddress,
        @Nullable String webhookAddress,
        @Nullable String secret,
        PullCard pull,
        boolean mayChange,
        @Nullable String done) {

    public String path() {
        return line.path();
    }

    public FormField nameField() {
        return FormField.text("name", t("sources.name")).required().withValue(form.name());
    }

    public FormField payloadField() {
        return FormField.of(FormField.Kind.AREA, "payload", t("sources.payload"))
                .withValue(form.payload())
                .withHint(t("sources.payload.hint"));
    }

    public String example() {
        return "curl -X POST "
                + pushAddress
                + " -H 'Authorization: Bearer …' -H 'Content-Type: application/json' -d '{\"event_id\": \"1\", …}'";
    }
}
