package io.muster.engine.oracle;

import io.muster.engine.oracle.People.Listed;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A contact of the oracle: its values by field name; tags as a list, the flag as a boolean.
final class Person {
    final int name;
    final Map<String, Object> values = new TreeMap<>();

    /// Of those who were merged into this one.
    final Set<Listed> formerKeys = new HashSet<>();

    int firstRow;

    Person(int name) {
        this.name = name;
    }
}
