package io.muster.bench.server;

import tools.jackson.databind.JsonNode;

/// How the rows of an import or review ended.
public record ImportEnd(
        long total, long created, long updated, long unchanged, long skipped, long failed) {

    static ImportEnd of(JsonNode result) {
        return new ImportEnd(
                result.get("total").asLong(),
                result.get("created").asLong(),
                result.get("updated").asLong(),
                result.get("unchanged").asLong(),
                result.get("skipped").asLong(),
                result.get("failed").asLong());
    }
}
