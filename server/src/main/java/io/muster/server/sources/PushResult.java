package io.muster.server.sources;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.muster.engine.matching.Decision;
import io.muster.engine.outcome.Info;
import io.muster.engine.outcome.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What became of one pushed object.
///
/// @param result `success`, `warning` or `failure`
/// @param action `created`, `updated`, `unchanged`, `skipped` or `none`
/// @param contactId null where no contact was written or found
/// @param matchedOn the key that found the contact; null for a new one
@JsonInclude(Include.ALWAYS)
public record PushResult(
        String result,
        String action,
        @Nullable UUID contactId,
        @Nullable String matchedOn,
        List<Info> info) {

    static PushResult of(Decision decision) {
        Outcome outcome = decision.outcome();
        String result = outcome.result().name().toLowerCase(Locale.ROOT);
        String action = outcome.action().name().toLowerCase(Locale.ROOT);
        return switch (outcome) {
            case Outcome.Created(UUID contact, List<Info> info) ->
                    new PushResult(result, action, contact, null, info);
            case Outcome.Updated(UUID contact, String on, List<Info> info) ->
                    new PushResult(result, action, contact, on, info);
            case Outcome.Unchanged(UUID contact, String on, List<Info> info) ->
                    new PushResult(result, action, contact, on, info);
            case Outcome.Skipped(List<Info> info) ->
                    new PushResult(result, action, null, null, info);
            case Outcome.Failed(List<Info> info) ->
                    new PushResult(result, action, null, null, info);
        };
    }

    /// A contact that is only thought of has no id that anybody could follow.
    PushResult imagined() {
        return action.equals("created")
                ? new PushResult(result, action, null, matchedOn, info)
                : this;
    }
}
