package io.muster.server.suppressions.rest;

import io.muster.server.suppressions.rest.SuppressionsRequest.OneOrMany;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
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
            if (!parser.isExpectedStartArrayToken()) {
                return new One(context.readValue(parser, SuppressionRequest.class));
            }
            List<SuppressionRequest> values =
                    Arrays.asList(context.readValue(parser, SuppressionRequest[].class));
            return values.contains(null)
                    ? context.reportInputMismatch(SuppressionRequest.class, "An element is null")
                    : new Many(List.copyOf(values));
        }
    }
}
