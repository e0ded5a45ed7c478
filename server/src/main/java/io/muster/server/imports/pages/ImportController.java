package io.muster.server.imports.pages;

import io.muster.engine.outcome.Code;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.access.Sight;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Effect;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportRates;
import io.muster.server.imports.ImportRows;
import io.muster.server.imports.ImportStatus;
import io.muster.server.imports.Imports;
import io.muster.server.imports.RowFilter;
import io.muster.server.imports.SettingsReader;
import io.muster.server.imports.undo.pages.UndoPanels;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.Tenants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The one address of an import: its progress, and its result for good.
@Controller
@RequestMapping("/imports/{id}")
class ImportController {
    private static final int PREVIEW = 5;

    private final Imports imports;
    private final ImportRows rows;
    private final ImportRates rates;
    private final UndoPanels undos;
    private final CustomFields fields;
    private final Tenants tenants;
    private final Clock clock;

    ImportController(
            Imports imports,
            ImportRows rows,
            ImportRates rates,
            UndoPanels undos,
            CustomFields fields,
            Tenants tenants,
            Clock clock) {
        this.imports = imports;
        this.rows = rows;
        this.rates = rates;
        this.undos = undos;
        this.fields = fields;
        this.tenants = tenants;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(Caller caller, Rendering rendering, @PathVariable UUID id) {
        Import of = imports.get(caller.tenant(), id);
        return new ModelAndView(
                rendering.choose("imports/show", "imports/show_update"), "page", page(caller, of));
    }

    @PostMapping("/cancel")
    String cancel(Caller caller, @PathVariable UUID id) {
        imports.cancel(caller.tenant(), id);
        return "redirect:/imports/" + id;
    }

    private ImportPage page(Caller caller, Import of) {
        TenantId tenant = caller.tenant();
        var names = new FieldNames(fields.all(tenant));
        var options = new SettingsReader(tenants.get(tenant).settings()).read(of.settings());
        boolean finished = of.status().isFinished() || of.status() == ImportStatus.REVERTING;
        Instant now = clock.instant();
        Sight sight = Sight.of(caller);
        return new ImportPage(
                of,
                OutcomeBar.of(of.counts(), of.unprocessed()),
                finished
                        ? Issues.of(
                                rows.issues(tenant, of).stream()
                                        .map(issue -> issue.seen(sight))
                                        .toList(),
                                of.processed(),
                                names,
                                new Log(of.id()))
                        : Issues.NONE,
                finished ? failing(tenant, of, names, sight) : List.of(),
                of.mapped() ? Policies.of(of, options, names) : null,
                undos.of(caller, of, names),
                rate(tenant, of, now),
                now,
                caller.may(Scope.IMPORTS_WRITE),
                sight);
    }

    /// Where the rows of an import are shown that has written its log.
    private record Log(UUID id) implements Issues.Places {
        @Override
        public @Nullable String rows(Effect effect, Code code, @Nullable String field) {
            return null;
        }

        @Override
        public String row(long number) {
            return "/imports/" + id + "/rows?from=" + number;
        }
    }

    private @Nullable RatePlot rate(TenantId tenant, Import of, Instant now) {
        Instant started = of.startedAt();
        if (of.status() != ImportStatus.PROCESSING || started == null) {
            return null;
        }
        Duration elapsed = Duration.between(started, now);
        return elapsed.compareTo(ImportPage.FIRST_ESTIMATE) < 0
                ? null
                : RatePlot.of(rates.rows(tenant, of, started, now, RatePlot.SLICES), elapsed);
    }

    private List<RowLine> failing(TenantId tenant, Import of, FieldNames names, Sight sight) {
        return of.counts().failed() == 0
                ? List.of()
                : rows.list(tenant, of, RowFilter.FAILED, 0, PREVIEW).stream()
                        .map(row -> RowLine.of(row.seen(sight), of, names))
                        .toList();
    }
}
