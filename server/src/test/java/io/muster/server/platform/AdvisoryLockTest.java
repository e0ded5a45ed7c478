package io.muster.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No two features stand in one line by accident.
class AdvisoryLockTest {
    @Test
    void everyLineHasANumberOfItsOwn() {
        assertThat(Arrays.stream(AdvisoryLock.values()).map(AdvisoryLock::number))
                .doesNotHaveDuplicates();
    }

    @Test
    void numbersAreGivenOutInOnePlace() throws IOException {
        assertThat(filesThatSay("hashtextextended")).containsExactly("AdvisoryLock.java");
    }

    private static List<String> filesThatSay(String word) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                    .filter(file -> says(file, word))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static boolean says(Path file, String word) {
        try {
            return Files.readString(file).contains(word);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
