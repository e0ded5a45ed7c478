package io.muster.server.imports.repair.pages;

import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A form that writes cells of a row.
public final class CellForm {
    private static final String PREFIX = "cell_";

    private CellForm() {}

    /// The fields named `cell_0`, `cell_1` and so on, by the index of their column.
    public static Map<Integer, @Nullable String> cells(MultiValueMap<String, String> form) {
        Map<Integer, @Nullable String> cells = new HashMap<>();
        form.forEach((name, texts) -> {
            if (name.matches(PREFIX + "\\d{1,5}")) {
                cells.put(Integer.valueOf(name.substring(PREFIX.length())), texts.getFirst());
            }
        });
        return cells;
    }

    /// Why the form was refused, for people.
    public static List<String> words(ApiProblem problem) {
        List<FieldError> errors = problem.problem().errors();
        return errors.isEmpty()
                ? List.of(problem.problem().detail())
                : errors.stream().map(FieldError::message).distinct().toList();
    }
}
