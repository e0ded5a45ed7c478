package io.muster.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Imports one file, or says what an import of it would do.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports a contact file, or with --dry-run says what an import would do.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every row was imported, or left out by a policy (with neither --wait nor --dry-run: it is started)",
            "1:it went through, and some rows failed",
            "2:the command line makes no sense",
            "3:the import as a whole failed or was cancelled",
            "4:the server refused it",
            "5:the server could not be reached, or has no time for now"
        })
final class ImportCommand implements Callable<Integer> {
    private static final Set<String> ENDS =
            Set.of("completed", "failed", "cancelled", "reverting", "reverted");

    /// A server that restarts is back after this.
    private static final Duration RESTART = Duration.ofMinutes(2);

    private static final JsonMapper JSON = new JsonMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ServerOptions server;

    @Parameters(paramLabel = "FILE", description = "The contact file, CSV or XLSX.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description =
                    "JSON with `columns` and `options`, as PUT /api/v1/imports/{id}/mapping takes it;"
                            + " without it, columns go where the server suggests.")
    private @Nullable Path mapping;

    @Option(names = "--dry-run", description = "Review the whole file and write nothing.")
    private boolean dryRun;

    @Option(names = "--wait", description = "Wait for the end and tell the result.")
    private boolean wait;

    @Option(
            names = "--errors",
            paramLabel = "FILE",
            description = "Where to put the rows that failed, as CSV; implies --wait.")
    private @Nullable Path errors;

    @Option(names = "--json", description = "Print the result as JSON, as the API has it.")
    private boolean asJson;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw usage("There is no readable file " + file + ".");
        }
        if (dryRun && errors != null) {
            throw usage("A dry run leaves no file of failed rows: drop --errors or --dry-run.");
        }
        JsonNode chosen = mapping == null ? JSON.createObjectNode() : read(mapping);
        try (Api api = server.api()) {
            String id = api.upload(file).path("id").asString();
            api.map(id, chosen);
            return (dryRun ? review(api, id) : run(api, id)).code();
        }
    }

    private Exit review(Api api, String id) throws InterruptedException {
        api.startReview(id);
        JsonNode review =
                await(
                        () -> api.review(id),
                        state -> Set.of("done", "failed").contains(text(state, "state")),
                        (progress, state) -> progress.show(state.path("total").asLong(), 0));
        if (asJson) {
            out().println(review.toPrettyString());
        } else {
            Result.ofReview(review, api.page(id)).print(out());
        }
        return text(review, "state").equals("failed")
                ? Exit.IMPORT_FAILED
                : exit(review.path("failed").asLong());
    }

    private Exit run(Api api, String id) throws IOException, InterruptedException {
        JsonNode started = api.start(id);
        if (!wait && errors == null) {
            if (asJson) {
                out().println(started.toPrettyString());
            } else {
                out().println("Import " + started.path("number") + " is started: " + api.page(id));
            }
            return Exit.CLEAN;
        }
        JsonNode done =
                await(
                        () -> api.importOf(id),
                        run -> ENDS.contains(text(run, "status")),
                        (progress, run) ->
                                progress.show(
                                        run.path("progress").path("processed").asLong(),
                                        run.path("progress").path("total").asLong(0)));
        long failed = done.path("result").path("failed").asLong();
        if (errors != null && failed > 0) {
            api.errors(id, errors);
        }
        if (asJson) {
            out().println(done.toPrettyString());
        } else {
            Result.ofImport(done, api.page(id)).print(out());
        }
        return text(done, "status").equals("completed") ? exit(failed) : Exit.IMPORT_FAILED;
    }

    private JsonNode await(
            Polling.Look look, Predicate<JsonNode> ended, BiConsumer<Progress, JsonNode> shown)
            throws InterruptedException {
        try (Progress progress = Progress.on(spec.commandLine().getErr())) {
            return new Polling(RESTART).until(ended, look, state -> shown.accept(progress, state));
        }
    }

    private JsonNode read(Path mapping) {
        try {
            return JSON.readTree(Files.readString(mapping));
        } catch (IOException e) {
            throw usage("The mapping " + mapping + " cannot be read.");
        } catch (JacksonException e) {
            throw usage("The mapping " + mapping + " is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Exit exit(long failedRows) {
        return failedRows > 0 ? Exit.ROWS_FAILED : Exit.CLEAN;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private CommandLine.ParameterException usage(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }
}
