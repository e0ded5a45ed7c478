package io.muster.cli;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/// Asks for a state until it is the last one, more and more seldom.
///
/// @param away for how long a server may not be reached
record Polling(Duration away) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /// Asks for the present state.
    interface Look {
        JsonNode now() throws InterruptedException;
    }

    /// @param shown is told each state but the last
    /// @throws ApiException when a look is refused, or the server stays away
    JsonNode until(Predicate<JsonNode> ended, Look look, Consumer<JsonNode> shown)
            throws InterruptedException {
        long heard = System.nanoTime();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                JsonNode state = look.now();
                if (ended.test(state)) {
                    return state;
                }
                heard = System.nanoTime();
                shown.accept(state);
            } catch (ApiException failed) {
                if (failed.exit() != Exit.UNREACHABLE
                        || System.nanoTime() - heard >= away.toNanos()) {
                    throw failed;
                }
            }
            // Whoever stops the program interrupts it here.
            Thread.sleep(pause);
        }
    }

    private static Duration longer(Duration pause) {
        Duration longer = pause.multipliedBy(5).dividedBy(4);
        return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
}
