package io.muster.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/// What is typed after `muster`.
@Command(
        name = "muster",
        description = "Works with a Muster server over its API.",
        subcommands = {ImportCommand.class, HelpCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class MusterCommand {

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// Ready to be executed, also by a program in the same JVM.
    public static CommandLine commandLine() {
        return new CommandLine(new MusterCommand())
                .setExecutionExceptionHandler(MusterCommand::explain)
                .setUsageHelpAutoWidth(true);
    }

    private static int explain(Exception e, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (e instanceof ApiException failure) {
            command.getErr().println("muster: " + failure.getMessage());
            failure.details().forEach(detail -> command.getErr().println("  " + detail));
            return failure.exit().code();
        }
        throw e;
    }
}
