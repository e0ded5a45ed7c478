package io.muster.server.imports.pages;

import io.muster.engine.file.Limits;
import io.muster.engine.mapping.Requirement;
import io.muster.server.access.Caller;
import io.muster.server.access.Scope;
import io.muster.server.fields.CustomFields;
import io.muster.server.imports.Import;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.Imports;
import io.muster.server.imports.repair.RepairedFiles;
import io.muster.server.imports.upload.Upload;
import io.muster.server.imports.upload.Uploads;
import io.muster.server.platform.pages.Rendering;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.FieldError;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Takes files: chosen, dropped, pasted, or the sample.
@Controller
class UploadController {
    private static final String SAMPLE = "sample-contacts.csv";
    private static final String PASTED = "pasted-rows.tsv";

    private final Imports imports;
    private final RepairedFiles repairedFiles;
    private final Uploads uploads;
    private final Limits limits;
    private final Tenants tenants;
    private final CustomFields fields;

    UploadController(
            Imports imports,
            RepairedFiles repairedFiles,
            Uploads uploads,
            Limits limits,
            Tenants tenants,
            CustomFields fields) {
        this.imports = imports;
        this.repairedFiles = repairedFiles;
        this.uploads = uploads;
        this.limits = limits;
        this.tenants = tenants;
        this.fields = fields;
    }

    @GetMapping("/imports/new")
    ModelAndView form(
            Caller caller,
            @RequestParam(name = "campaign", required = false) @Nullable UUID campaign) {
        return new ModelAndView("imports/new", "page", page(caller, List.of(), campaign));
    }

    /// @param campaign whose members the contacts become
    @PostMapping("/imports")
    ModelAndView upload(
            Caller caller,
            Rendering rendering,
            HttpServletRequest request,
            @RequestParam(name = "campaign", required = false) @Nullable UUID campaign) {
        return taken(caller, rendering, () -> uploads.receive(request), campaign);
    }

    /// Cells copied from a spreadsheet arrive as text with tabs.
    @PostMapping("/imports/pasted")
    ModelAndView pasted(Caller caller, Rendering rendering, @RequestParam String text) {
        var bytes = new ByteArrayInputStream(withoutBreaks(text).getBytes(StandardCharsets.UTF_8));
        return taken(caller, rendering, () -> uploads.keep(bytes, PASTED), null);
    }

    /// Blank lines around the cells are dropped; tabs are blank cells, and stay.
    private static String withoutBreaks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBreak(text.charAt(from))) {
            from++;
        }
        while (from < to && isBreak(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    @PostMapping("/imports/sample")
    ModelAndView sample(Caller caller, Rendering rendering) throws IOException {
        try (InputStream sample = UploadController.class.getResourceAsStream(SAMPLE)) {
            if (sample == null) {
                throw new IllegalStateException("The sample is not on the classpath");
            }
            return taken(caller, rendering, () -> uploads.keep(sample, SAMPLE), null);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// Goes on to the mapping, or shows what is wrong with the file where it was chosen.
    private ModelAndView taken(
            Caller caller,
            Rendering rendering,
            Supplier<Upload> source,
            @Nullable UUID campaign) {
        try {
            Upload upload = source.get();
            Optional<Import> known = repairedFiles.recognise(caller.tenant(), upload.file());
            if (known.isPresent()) {
                repairedFiles.merge(caller, known.get(), upload.file());
                return onTo("/imports/" + known.get().id() + "/errors", rendering);
            }
            Import made =
                    imports.create(
                            caller,
                            upload.file(),
                            upload.name(),
                            ImportSettings.NONE.withCampaign(campaign));
            return onTo("/imports/" + made.id() + "/map", rendering);
        } catch (ApiProblem problem) {
            if (problem.kind() == ProblemKind.NOT_FOUND) {
                throw problem;
            }
            var answer =
                    new ModelAndView(
                            rendering.choose("imports/new", "imports/upload_problems"),
                            Map.of("page", page(caller, sentences(problem), campaign)));
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
    }

    private static ModelAndView onTo(String path, Rendering rendering) {
        return switch (rendering) {
            case PAGE -> new ModelAndView(new RedirectView(path));
            // A script follows by itself, once the bar has reached its end.
            case FRAGMENT -> new ModelAndView("imports/uploaded", Map.of("path", path));
        };
    }

    private List<String> sentences(ApiProblem problem) {
        if (problem.kind() == ProblemKind.TOO_LARGE) {
            return List.of(
                    io.muster.server.platform.pages.Texts.t(
                            "upload.too_large", Amounts.size(limits.fileBytes())));
        }
        List<FieldError> errors = problem.problem().errors();
        return errors.isEmpty()
                ? List.of(problem.problem().detail())
                : errors.stream().map(FieldError::message).distinct().toList();
    }

    private UploadPage page(
            Caller caller, List<String> problems, @Nullable UUID campaign) {
        var names = new FieldNames(fields.all(caller.tenant()));
        List<String> required =
                switch (Requirement.of(tenants.get(caller.tenant()).settings().required())) {
                    case Requirement.AnyValue() -> List.of();
                    case Requirement.Fields(List<String> keys) ->
                            keys.stream().map(names::of).toList();
                };
        return new UploadPage(required, limits, caller.may(Scope.IMPORTS_WRITE), problems, campaign);
    }
}
