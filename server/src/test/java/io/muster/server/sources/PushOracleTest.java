package io.muster.server.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.oracle.Oracle.Verdict;
import io.muster.engine.oracle.RandomImport;
import io.muster.engine.oracle.Store;
import io.muster.server.ServerTest;
import io.muster.server.TestApi;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportSettings;
import io.muster.server.imports.ImportSettings.ColumnSettings;
import io.muster.server.imports.OracleTenants;
import io.muster.server.imports.OracleTenants.OracleTenant;
import io.muster.server.imports.RandomSettings;
import io.muster.server.platform.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Seeded random objects over random contacts, pushed to a source: every one and every contact
/// comes out as the oracle has it, and the dry run has said so before.
@ServerTest
class PushOracleTest {
    private static final int SEEDS = 80;

    @Autowired MockMvcTester web;
    @Autowired OracleTenants oracleTenants;
    @Autowired Sources sources;

    @Test
    void pushesDoWhatTheOracleSays() {
        Set<String> met = new TreeSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            met.addAll(new Case(seed).run());
        }
        assertThat(met)
                .as("every fate a pushed object can have was met")
                .contains(
                        "created",
                        "updated",
                        "unchanged",
                        "skipped ERASED",
                        "skipped SUPPRESSED",
                        "none NO_IDENTITY",
                        "created INVALID_PHONE",
                        "updated KEY_BELONGS_TO_OTHER",
                        "updated DUPLICATE_IN_FILE");
    }

    /// One random push, to a source of a tenant of its own.
    private final class Case {
        private final long seed;
        private final RandomImport random;
        private final OracleTenant world;
        private final List<List<String>> rows;

        Case(long seed) {
            this.seed = seed;
            random = RandomImport.of(seed);
            world = oracleTenants.make(web, random);
            // An object has no cells that could be missing, nor is it ever a blank line.
            int columns = random.options().columns().size();
            rows =
                    random.rows().stream()
                            .map(row ->
                                    Stream.concat(row.stream(), Stream.generate(() -> ""))
                                            .limit(columns)
                                            .toList())
                            .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                            .toList();
        }

        Set<String> run() {
            ImportSettings settings = RandomSettings.of(random.options());
            List<ColumnSettings> mapping =
                    Objects.requireNonNull(settings.columns()).stream()
                            .map(column -> column.at(null, "/c" + column.index()))
                            .toList();
            sources.create(
                    world.id(),
                    "crm",
                    new Source.Content("CRM", mapping, settings.withColumns(null)));
            List<Verdict> expected = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                expected.add(world.oracle().take(i + 1, rows.get(i)));
            }
            Object body = rows.stream().map(Case::object).toList();
            List<Map<String, Object>> tried = results("/sources/crm/contacts?dry_run=true", body);
            List<Map<String, Object>> results = results("/sources/crm/contacts", body);

            assertThat(results.stream().map(world::verdict).toList())
                    .as("outcomes of seed %d", seed)
                    .isEqualTo(expected);
            assertThat(tried.stream().map(Case::fate).toList())
                    .as("dry run of seed %d", seed)
                    .isEqualTo(results.stream().map(Case::fate).toList());
            assertThat(Store.state(world.contacts()))
                    .as("contacts of seed %d", seed)
                    .isEqualTo(world.oracle().state());
            return OracleTenants.fates(expected);
        }

        private static Map<String, String> object(List<String> cells) {
            Map<String, String> object = new LinkedHashMap<>();
            IntStream.range(0, cells.size()).forEach(i -> object.put("c" + i, cells.get(i)));
            return object;
        }

        private static String fate(Map<String, Object> result) {
            return result.get("action")
                    + " "
                    + result.get("result")
                    + " "
                    + ImportApi.codes(result);
        }

        private List<Map<String, Object>> results(String path, Object body) {
            return TestApi.json(world.api().post("/api/v1" + path, Json.write(body)))
                    .read("$.results");
        }
    }
}
