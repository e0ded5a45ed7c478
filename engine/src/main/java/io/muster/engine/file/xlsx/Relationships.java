package io.muster.engine.file.xlsx;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the parts of a workbook are: which names another part gives to them, and what they are.
///
/// @param byId the parts' names in the archive, by the ids of worksheets
/// @param byType the first part of each type, such as `styles`
record Relationships(Map<String, String> byId, Map<String, String> byType) {

    private static final String FOLDER = "_rels/";

    /// @param of the part whose relationships are read; `""` for those of the whole archive
    static Relationships of(Archive archive, String of) throws IOException {
        Map<String, String> byId = new HashMap<>();
        Map<String, String> byType = new HashMap<>();
        int slash = of.lastIndexOf('/') + 1;
        String folder = of.substring(0, slash);
        Optional<PartStream> part = archive.part(folder + FOLDER + of.substring(slash) + ".rels");
        if (part.isPresent()) {
            try (XmlPart xml = new XmlPart(part.get())) {
                while (xml.find("Relationship")) {
                    String target = xml.attribute("Target");
                    if (target != null && !"External".equals(xml.attribute("TargetMode"))) {
                        String type = type(xml.attribute("Type"));
                        String name = resolve(folder, target);
                        byType.putIfAbsent(type, name);
                        String id = xml.attribute("Id");
                        if (type.equals("worksheet") && id != null) {
                            byId.put(id, name);
                        }
                    }
                }
            }
        }
        return new Relationships(byId, byType);
    }

    /// The last word of the address by which a type is named; the standard has two addresses for
    /// each.
    private static String type(@Nullable String address) {
        return address == null ? "" : address.substring(address.lastIndexOf('/') + 1);
    }

    private static String resolve(String folder, String target) {
        String path = target.startsWith("/") ? target : folder + target;
        Deque<String> names = new ArrayDeque<>();
        for (String name : path.split("/")) {
            if (name.equals("..")) {
                names.pollLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }
}
