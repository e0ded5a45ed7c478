package io.muster.server.imports.pages;

import io.muster.server.access.Caller;
import io.muster.server.access.Sight;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.Imports;
import io.muster.server.imports.RowFilter;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The rows of an import and what became of each.
@Controller
class RowsController {
    private final Imports imports;
    private final ImportRows rows;
    private final CustomFields fields;

    RowsController(Imports imports, ImportRows rows, CustomFields fields) {
        this.imports = imports;
        this.rows = rows;
        this.fields = fields;
    }

    /// @param from the number of the first row wanted
    @GetMapping("/imports/{id}/rows")
    ModelAndView rows(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "1") long from) {
        Import of = imports.get(caller.tenant(), id);
        RowFilter filter = RowFilter.of(result).orElse(null);
        Sight sight = Sight.of(caller);
        var names = new FieldNames(fields.all(caller.tenant()));
        List<RowLine> found =
                rows
                        .list(
                                caller.tenant(),
                                of,
                                filter,
                                Math.max(from, 1) - 1,
                                RowsPage.LIMIT + 1)
                        .stream()
                        .map(row -> RowLine.of(row.seen(sight), of, names))
                        .toList();
        return new ModelAndView(
                "imports/rows", "page", RowsPage.of(of, filter, found, from, sight));
    }
}
