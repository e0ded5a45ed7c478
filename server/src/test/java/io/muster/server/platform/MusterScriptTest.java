package io.muster.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MusterScriptTest {
    private static final Path SCRIPT = Path.of("../muster").toAbsolutePath().normalize();

    @TempDir Path elsewhere;

    @Test
    void helpNamesEveryCommand() throws Exception {
        var help = run(SCRIPT, "help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.output())
                .contains("demo [--once]", "start ", "test [...]", "slow ", "bench ", "help ");
    }

    @Test
    void worksThroughALinkFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("linked"), SCRIPT);

        assertThat(run(link, "help")).isEqualTo(run(SCRIPT, "help"));
    }

    @Test
    void anUnknownCommandIsRefusedWithHelp() throws Exception {
        var refused = run(SCRIPT, "strat");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("no command 'strat'", "usage:");
    }

    private record Result(int exitCode, String output) {}

    private Result run(Path script, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        var process =
                new ProcessBuilder(command)
                        .directory(elsewhere.toFile())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }
}
