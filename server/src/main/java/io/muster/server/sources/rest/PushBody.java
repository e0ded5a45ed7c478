package io.muster.server.sources.rest;

import io.muster.server.platform.Json;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/// One object, or an array of up to 1,000.
@JsonDeserialize(using = PushBody.OneOrMany.class)
@Schema(
        description =
                "One object, or an array of up to 1,000; its parts are those that the source maps.",
        oneOf = {Object.class, Object[].class})
record PushBody(List<JsonNode> objects) {

    /// Numbers keep every digit.
    static final class OneOrMany extends ValueDeserializer<PushBody> {
        @Override
        public PushBody deserialize(JsonParser parser, DeserializationContext context) {
            return of(Json.tree(parser));
        }
    }

    static PushBody of(JsonNode body) {
        return new PushBody(body.isArray() ? body.valueStream().toList() : List.of(body));
    }
}
