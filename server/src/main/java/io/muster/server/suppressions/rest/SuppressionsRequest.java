package io.muster.server.suppressions.rest;

import io.muster.server.suppressions.rest.SuppressionsRequest.OneOrMany;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// One value, or an array of them.
@JsonDeserialize(using = OneOrMany.class)
@Schema(oneOf = {SuppressionRequest.class, SuppressionRequest[].class})
sealed interface SuppressionsRequest {

    record One(SuppressionRequest value) implements SuppressionsRequest {}

    record Many(List<SuppressionRequest> values) implements SuppressionsRequest {}

    /// Tells the two apart by the bracket.
    final class OneOrMany extends ValueDeserializer<SuppressionsRequest> {
        @Override
        public SuppressionsRequest deserialize(JsonParser parser, DeserializationContext context) {
            return parser.isExpectedStartArrayToken()
                    ? new Many(List.of(context.readValue(parser, SuppressionRequest[].class)))
                    : new One(context.readValue(parser, SuppressionRequest.class));
        }
    }
}
