package io.muster.server.notifications.digests.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.notifications.digests.Rhythm;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.FormField;
import io.muster.server.sources.Source;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What the page of digests shows.
///
/// @param fields one for each source
/// @param areSent whether mail leaves this server at all
/// @param saved whether something was just saved
public record DigestsPage(List<FormField> fields, boolean areSent, boolean saved) {
    static final String PREFIX = "source-";

    static DigestsPage of(
            List<Source> sources, Map<UUID, Rhythm> wanted, boolean areSent, boolean saved) {
        List<Choice> choices =
                List.of(
                        new Choice("", t("digest.none")),
                        new Choice(Rhythm.DAILY.text(), t("digest.daily")),
                        new Choice(Rhythm.WEEKLY.text(), t("digest.weekly")));
        return new DigestsPage(
                sources.stream()
                        .map(source -> {
                            Rhythm rhythm = wanted.get(source.id());
                            return FormField.select(PREFIX + source.id(), source.name(), choices)
                                    .withValue(rhythm == null ? "" : rhythm.text());
                        })
                        .toList(),
                areSent,
                saved);
    }
}
