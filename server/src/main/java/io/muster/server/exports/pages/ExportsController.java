package io.muster.server.exports.pages;

import static io.muster.server.platform.pages.Texts.t;

import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.access.Sight;
import io.muster.server.contacts.FilteredContacts;
import io.muster.server.contacts.builder.Draft;
import io.muster.server.contacts.builder.DraftForm;
import io.muster.server.contacts.builder.FilterBuilder;
import io.muster.server.contacts.builder.FilterLabelling;
import io.muster.server.exports.ExportFormat;
import io.muster.server.exports.Exports;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.segments.Segments;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Exports for people.
@Controller("exportsPages")
@RequestMapping("/exports")
class ExportsController {
    private final Exports exports;
    private final Segments segments;
    private final FilteredContacts contacts;
    private final FilterLabelling labelling;

    ExportsController(
            Exports exports,
            Segments segments,
            FilteredContacts contacts,
            FilterLabelling labelling) {
        this.exports = exports;
        this.segments = segments;
        this.contacts = contacts;
        this.labelling = labelling;
    }

    /// The address may bring a filter from elsewhere.
    ///
    /// @param segment chosen already
    /// @param begun whether an export was just begun
    /// @param withdrawn whether one was just taken back
    @GetMapping
    ModelAndView list(
            Caller caller,
            Rendering rendering,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "") String segment,
            @RequestParam(required = false) @Nullable String begun,
            @RequestParam(required = false) @Nullable String withdrawn) {
        boolean mayExport = caller.may(Scope.CONTACTS_WRITE);
        return new ModelAndView(
                rendering.choose("exports/list", "exports/lines"),
                "page",
                ExportsPage.of(
                        exports.list(caller.tenant(), before, ExportsPage.LIMIT + 1),
                        before,
                        mayExport ? segments.names(caller.tenant()) : List.of(),
                        mayExport,
                        segment,
                        Sight.of(caller),
                        mayExport ? filter(caller, request) : null,
                        begun != null
                                ? t("export.begun")
                                : withdrawn == null ? null : t("export.withdrawn")));
    }

    @PostMapping
    String create(
            Caller caller,
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable UUID segment,
            @RequestParam(defaultValue = "csv") String format) {
        Draft filter = new DraftForm(request.getParameterMap()).draft().complete();
        exports.create(
                caller,
                segment,
                filter.isBlank() ? null : filter.node(),
                ExportFormat.find(format).orElse(ExportFormat.CSV));
        return "redirect:/exports?begun=1";
    }

    private ExportsPage.@Nullable Chosen filter(Caller caller, HttpServletRequest request) {
        Draft.Group draft = new DraftForm(request.getParameterMap()).draft();
        Draft filter = draft.complete();
        return filter.isBlank()
                ? null
                : new ExportsPage.Chosen(
                        DraftForm.of(draft),
                        labelling
                                .of(caller.tenant())
                                .line(
                                        contacts.read(
                                                caller.tenant(),
                                                filter.node(),
                                                FilterBuilder.POINTER)));
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Caller caller, @PathVariable UUID id) {
        exports.withdraw(caller.tenant(), id);
        return "redirect:/exports?withdrawn=1";
    }
}
