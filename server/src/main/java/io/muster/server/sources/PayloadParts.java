package io.muster.server.sources;

import io.muster.engine.file.Column;
import io.muster.engine.mapping.Suggester;
import io.muster.engine.mapping.Suggestion;
import io.muster.engine.mapping.Target;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.EngineFields;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Finds the parts of an object that can be mapped, and where each probably goes.
@Component
public class PayloadParts {
    private static final int MOST = 60;
    private static final int DEEPEST = 6;

    private final Tenants tenants;
    private final CustomFields fields;

    PayloadParts(Tenants tenants, CustomFields fields) {
        this.tenants = tenants;
        this.fields = fields;
    }

    /// Targets by pointer, in the order of the object; `skip` where nothing fits.
    ///
    /// @param mapped pointers that have their place already
    /// @param taken targets that have one
    public Map<String, String> suggested(
            TenantId tenant, JsonNode object, Set<String> mapped, Set<String> taken) {
        Map<String, String> texts = new LinkedHashMap<>();
        collect(object, "", 0, texts);
        texts.keySet().removeAll(mapped);
        List<String> pointers = List.copyOf(texts.keySet());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < pointers.size(); i++) {
            String pointer = pointers.get(i);
            String name = pointer.substring(pointer.lastIndexOf('/') + 1);
            String text = texts.getOrDefault(pointer, "");
            columns.add(
                    new Column(
                            i,
                            name.replace("~1", "/").replace("~0", "~"),
                            text.isEmpty() ? List.of() : List.of(text),
                            text.isEmpty() ? 0 : 1));
        }
        List<Suggestion> suggestions =
                new Suggester(EngineFields.of(fields.all(tenant)))
                        .suggest(columns, tenants.get(tenant).settings().defaultRegion());
        Map<String, String> targets = new LinkedHashMap<>();
        for (int i = 0; i < pointers.size(); i++) {
            String target = suggestions.get(i).target().text();
            targets.put(pointers.get(i), taken.contains(target) ? Target.SKIP.text() : target);
        }
        return targets;
    }

    private static void collect(
            JsonNode node, String pointer, int depth, Map<String, String> texts) {
        if (node.isObject() && depth < DEEPEST) {
            node.properties()
                    .forEach(part ->
                            collect(
                                    part.getValue(),
                                    pointer + "/" + SourceMapping.escaped(part.getKey()),
                                    depth + 1,
                                    texts));
        } else if (!pointer.isEmpty() && texts.size() < MOST && !pointer.equals("/event_id")) {
            texts.put(pointer, PushedObject.text(node));
        }
    }
}
