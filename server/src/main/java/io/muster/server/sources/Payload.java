package io.muster.server.sources;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A pushed object as the log can keep it: what the database cannot hold is written out visibly.
final class Payload {
    private static final int MOST_PLACES = 1_000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Payload() {}

    static String of(JsonNode object) {
        return storable(object).toString();
    }

    private static JsonNode storable(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = NODES.objectNode();
            node.properties()
                    .forEach(part -> copy.set(visible(part.getKey()), storable(part.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            node.forEach(part -> copy.add(storable(part)));
            return copy;
        }
        if (node.isString()) {
            return NODES.stringNode(visible(node.asString()));
        }
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue();
            return Math.abs((long) value.scale()) > MOST_PLACES
                    ? NODES.stringNode(value.toString())
                    : node;
        }
        return node;
    }

    private static String visible(String text) {
        StringBuilder visible = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired =
                    Character.isHighSurrogate(c)
                            ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                            : Character.isLowSurrogate(c)
                                    && i > 0
                                    && Character.isHighSurrogate(text.charAt(i - 1));
            boolean storable = c != 0 && (!Character.isSurrogate(c) || paired);
            if (!storable && visible == null) {
                visible = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (visible != null) {
                visible.append(storable ? String.valueOf(c) : "\\u%04X".formatted((int) c));
            }
        }
        return visible == null ? text : visible.toString();
    }
}
