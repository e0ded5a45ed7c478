package io.muster.server.contacts.builder;

import io.muster.server.contacts.builder.Draft.Condition;
import io.muster.server.contacts.builder.Draft.Group;
import io.muster.server.contacts.builder.Draft.Mode;
import io.muster.server.contacts.filter.FilterReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form of the builder, as a browser sends it. Each control has the place of its condition in
/// its name: `field.1.0` is that of the first condition in the second part, which is a group.
public record DraftForm(Map<String, String[]> sent) {
    private static final Pattern ACTION =
            Pattern.compile("(add|group|remove)(?: (\\d{1,3}(?:\\.\\d{1,3}){0,9}))?");

    public String name() {
        return value("name");
    }

    /// Whether the person is done.
    public boolean isSave() {
        return value("do").equals("save");
    }

    /// Whether a button of the filter was pressed.
    public boolean isAction() {
        return !value("do").isEmpty();
    }

    /// The controls of a filter with their values, as a form of the same filter would send them.
    public static Map<String, String> of(Group filter) {
        Map<String, String> sent = new LinkedHashMap<>();
        write(filter, "", sent);
        return sent;
    }

    private static void write(Group group, String path, Map<String, String> sent) {
        // All is what a whole filter means that says nothing else.
        if (!path.isEmpty() || group.mode() == Mode.ANY) {
            sent.put("mode" + path, group.mode().name().toLowerCase(Locale.ROOT));
        }
        for (int i = 0; i < group.parts().size(); i++) {
            String place = path + "." + i;
            switch (group.parts().get(i)) {
                case Group inner -> write(inner, place, sent);
                case Condition(String field, String op, String value) -> {
                    sent.put("field" + place, field);
                    sent.put("op" + place, op);
                    if (!value.isEmpty()) {
                        sent.put("value" + place, value);
                    }
                }
            }
        }
    }

    /// The filter as it stands in the form.
    public Group draft() {
        return group("", 1);
    }

    /// The filter as the button that was pressed makes it.
    public Group edited() {
        var action = ACTION.matcher(value("do"));
        Group draft = draft();
        if (!action.matches()) {
            return draft;
        }
        List<Integer> path = path(action.group(2));
        return switch (String.valueOf(action.group(1))) {
            case "add" -> changed(draft, path, group -> group.with(Condition.NEW));
            case "group" ->
                    changed(
                            draft,
                            path,
                            group ->
                                    group.with(
                                            new Group(
                                                    group.mode() == Mode.ALL ? Mode.ANY : Mode.ALL,
                                                    List.of(Condition.NEW))));
            default -> path.isEmpty() ? draft : removed(draft, path);
        };
    }

    /// The path of the condition that the button has added to a filter, null when it added none.
    public @Nullable String added(Group edited) {
        var action = ACTION.matcher(value("do"));
        if (!action.matches() || "remove".equals(action.group(1))) {
            return null;
        }
        String path = action.group(2) == null ? "" : "." + action.group(2);
        Group group = edited;
        for (int place : path(action.group(2))) {
            if (place >= group.parts().size()
                    || !(group.parts().get(place) instanceof Group inner)) {
                return null;
            }
            group = inner;
        }
        String last = path + "." + (group.parts().size() - 1);
        return "group".equals(action.group(1)) ? last + ".0" : last;
    }

    private interface Change {
        Group of(Group group);
    }

    private static Group changed(Group group, List<Integer> path, Change change) {
        if (path.isEmpty()) {
            return change.of(group);
        }
        int place = path.getFirst();
        return place < group.parts().size() && group.parts().get(place) instanceof Group inner
                ? group.with(place, changed(inner, path.subList(1, path.size()), change))
                : group;
    }

    private static Group removed(Group group, List<Integer> path) {
        int place = path.getLast();
        return changed(
                group,
                path.subList(0, path.size() - 1),
                inner -> place < inner.parts().size() ? inner.with(place, null) : inner);
    }

    private static List<Integer> path(@Nullable String text) {
        List<Integer> path = new ArrayList<>();
        if (text != null) {
            for (String step : text.split("\\.")) {
                path.add(Integer.valueOf(step));
            }
        }
        return path;
    }

    private Group group(String path, int depth) {
        List<Draft> parts = new ArrayList<>();
        for (int i = 0; i < FilterReader.MOST_PARTS; i++) {
            String place = path + "." + i;
            if (sent.containsKey("field" + place)) {
                parts.add(
                        new Condition(
                                value("field" + place),
                                value("op" + place),
                                value("value" + place)));
            } else if (sent.containsKey("mode" + place) && depth < FilterReader.DEEPEST) {
                parts.add(group(place, depth + 1));
            } else {
                break;
            }
        }
        return new Group(value("mode" + path).equals("any") ? Mode.ANY : Mode.ALL, parts);
    }

    private String value(String name) {
        String[] values = sent.get(name);
        return values == null ? "" : values[0].strip();
    }
}
