package io.muster.engine.mapping;

import io.muster.engine.field.StandardField;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Keeps addresses whole: the street of one and the city of another are no address.
final class Places {

    private static final Set<StandardField> PARTS =
            EnumSet.of(
                    StandardField.STREET,
                    StandardField.CITY,
                    StandardField.REGION,
                    StandardField.POSTAL_CODE,
                    StandardField.COUNTRY);

    private Places() {}

    /// Without the parts of every address but the one that has most to say. What that lacks comes
    /// from parts that name no address, or from an address that has nothing else.
    static List<Guess> settle(List<Guess> guesses) {
        Map<String, Map<StandardField, Double>> addresses = new LinkedHashMap<>();
        for (Guess guess : guesses) {
            if (PARTS.contains(guess.field())) {
                addresses
                        .computeIfAbsent(guess.reading().beside(), b -> new LinkedHashMap<>())
                        .merge(guess.field(), guess.rank(), Math::max);
            }
        }
        if (addresses.size() < 2) {
            return guesses;
        }
        Map<String, Set<StandardField>> kept = kept(addresses);
        return guesses.stream()
                .filter(guess ->
                        !PARTS.contains(guess.field())
                                || kept.getOrDefault(guess.reading().beside(), Set.of())
                                        .contains(guess.field()))
                .toList();
    }

    private static Map<String, Set<StandardField>> kept(
            Map<String, Map<StandardField, Double>> addresses) {
        Map<String, Set<StandardField>> kept = new HashMap<>();
        Set<StandardField> found = EnumSet.noneOf(StandardField.class);
        addresses.entrySet().stream()
                .sorted((one, other) -> Double.compare(weight(other), weight(one)))
                .forEach(address -> {
                    Set<StandardField> parts = EnumSet.copyOf(address.getValue().keySet());
                    boolean whole = parts.stream().noneMatch(found::contains);
                    parts.removeAll(found);
                    if (whole || address.getKey().isEmpty()) {
                        kept.put(address.getKey(), parts);
                        found.addAll(parts);
                    }
                });
        return kept;
    }

    private static double weight(Map.Entry<String, Map<StandardField, Double>> address) {
        return address.getValue().values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
