package io.muster.server.imports.repair.pages;

import io.muster.server.imports.Import;
import io.muster.server.imports.repair.FixKind;
import io.muster.server.platform.pages.Choice;
import io.muster.server.platform.pages.Pager;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rows that one reason keeps out, and what can be done to all of them at once.
///
/// @param fixes kinds of fixes that could mend them
/// @param values distinct texts of the field and how often each occurs
/// @param regions for phone numbers without a country code
/// @param problems what is wrong with what was sent last; empty at first
public record GroupPage(
        Import of,
        GroupLine group,
        Set<FixKind> fixes,
        Map<String, Long> values,
        List<Choice> regions,
        List<RowCard> rows,
        Pager pager,
        boolean mayRepair,
        List<String> problems) {

    public String errorsPath() {
        return "/imports/" + of.id() + "/errors";
    }

    /// Where the person came from.
    public String homePath() {
        return ErrorsPage.home(of);
    }

    public String homeTitle() {
        return ErrorsPage.homeTitle(of);
    }

    public String field() {
        String field = group.issue().field();
        return field == null ? "" : field;
    }

    public boolean offers(String kind) {
        return FixKind.of(kind).filter(fixes::contains).isPresent();
    }
}
