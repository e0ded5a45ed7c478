package io.muster.server.imports.store;

import io.muster.engine.file.Detection;
import io.muster.engine.file.SheetDetection;
import io.muster.engine.file.TextDetection;
import io.muster.server.platform.Json;

/// What was understood of a file, as it is stored. What has sheets is a workbook.
final class DetectionJson {

    private DetectionJson() {}

    static Detection read(String json) {
        return Json.readMap(json).containsKey("sheets")
                ? Json.read(json, SheetDetection.class)
                : Json.read(json, TextDetection.class);
    }
}
