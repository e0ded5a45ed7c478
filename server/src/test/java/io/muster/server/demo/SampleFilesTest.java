package io.muster.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// The sample files in the resources are those that the generator makes.
///
/// After a change of the generator, write them anew with `mvn -pl server -am test
/// -Dtest=SampleFilesTest -Dsurefire.failIfNoSpecifiedTests=false -Dmuster.demo=write`.
class SampleFilesTest {
    private static final Path FOLDER = Path.of("src/main/resources/demo");

    @ParameterizedTest
    @MethodSource("made")
    void isCurrent(String name, byte[] made) throws IOException {
        Path file = FOLDER.resolve(name);
        if (System.getProperty("muster.demo", "").equals("write")) {
            Files.createDirectories(FOLDER);
            Files.write(file, made);
        }

        assertThat(file).hasBinaryContent(made);
    }

    static Stream<Object[]> made() {
        LeadsFile leads = LeadsFile.make();
        return Map.of(
                        "customers.csv", CustomersFile.bytes(),
                        "customers.json", json(CustomersFile.known()),
                        "trade-fair-leads.csv", leads.bytes(),
                        "trade-fair-leads.json", json(leads.known()))
                .entrySet()
                .stream()
                .map(file -> new Object[] {file.getKey(), file.getValue()});
    }

    private static byte[] json(Known known) {
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsBytes(known);
    }
}
