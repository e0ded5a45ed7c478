package io.muster.server.platform.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// One value that a select offers.
///
/// @param value what the form sends
/// @param label what the person reads
/// @param group the heading it stands under, empty for none
public record Choice(String value, String label, String group) {

    public Choice(String value, String label) {
        this(value, label, "");
    }

    /// The choices under their headings, both in the order in which they came.
    public static Map<String, List<Choice>> grouped(List<Choice> choices) {
        return choices.stream()
                .collect(
                        Collectors.groupingBy(
                                Choice::group, LinkedHashMap::new, Collectors.toList()));
    }
}
