package io.muster.engine.oracle;

import io.muster.engine.mapping.Target;
import io.muster.engine.oracle.People.Listed;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A contact as the oracle keeps it: its values by field name; tags as a list, flags as booleans.
public final class Person {
    final int name;
    final Map<String, Object> values = new TreeMap<>();

    /// Of those who were merged into this one.
    final Set<Listed> formerKeys = new HashSet<>();

    /// The first row of the file that was placed here; 0 for none.
    int firstRow;

    Person(int name) {
        this.name = name;
    }

    List<?> tags() {
        return values.get("tags") instanceof List<?> tags ? tags : List.of();
    }

    /// What the field that a column goes to is called once it is there.
    static String field(Target target) {
        return target.text().replaceFirst("^new:", "cf:");
    }
}
