package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.mapping.Target;
import io.muster.engine.matching.IdentityKey;
import io.muster.engine.oracle.Oracle.Verdict;
import io.muster.engine.oracle.RandomImport;
import io.muster.engine.oracle.Store;
import io.muster.server.imports.OracleTenants.OracleTenant;
import io.muster.server.platform.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;

/// Seeded random files over random contacts, through the real pipeline in batches of seven rows:
/// every row and every contact comes out as the oracle has it, and the review has said so before.
@TestPropertySource(properties = {"muster.import.batch-rows=7", "muster.import.workers=6"})
class DatabaseOracleTest extends ImportTest {
    private static final int SEEDS = 60;
    private static final int AT_ONCE = 12;

    /// One in so many imports is retried.
    private static final int RETRIED = 4;

    @Autowired OracleTenants oracleTenants;

    /// One random import on its way through the server, in a tenant of its own.
    private final class Case {
        private final long seed;
        private final RandomImport random;
        private final OracleTenant world;
        private final ImportApi api;
        private final UUID id;

        Case(long seed) {
            this.seed = seed;
            random = RandomImport.of(seed);
            world = oracleTenants.make(web, random);
            api = new ImportApi(web, world.api().tenant());
            id = api.upload(csv(random), Json.write(RandomSettings.of(random.options())));
        }

        Set<String> finish() {
            ReviewCheck review = ReviewCheck.of(api, id);
            if (seed % 5 == 0) {
                review.assertCountsHaveRows();
            }
            assertThat(api.start(id)).hasStatus(202);
            api.await(id);
            List<Verdict> expected = new ArrayList<>();
            for (int i = 0; i < random.rows().size(); i++) {
                expected.add(world.oracle().take(i + 1, random.rows().get(i)));
            }
            List<Verdict> actual = api.rows(id, null).stream().map(world::verdict).toList();
            assertThat(actual).as("outcomes of seed %d", seed).isEqualTo(expected);
            assertThat(Store.state(world.contacts()))
                    .as("contacts of seed %d", seed)
                    .isEqualTo(world.oracle().state());
            review.assertHolds("seed " + seed);
            invariants().assertHold(world.id());
            if (seed % RETRIED == 0) {
                retry(expected, actual);
            }
            return OracleTenants.fates(expected);
        }

        /// Some rows that came to nothing are written anew; then those that failed run again.
        private void retry(List<Verdict> expected, List<Verdict> before) {
            Random choice = new Random(seed);
            List<Integer> again = new ArrayList<>();
            Map<Integer, List<String>> cells = new HashMap<>();
            for (int i = 0; i < before.size(); i++) {
                boolean failed = before.get(i).action().equals("none");
                boolean edited =
                        failed && choice.nextInt(3) > 0
                                || isOpen(before.get(i)) && choice.nextInt(4) == 0;
                cells.put(i, random.rows().get(i));
                if (edited) {
                    List<String> other = random.rows().get(choice.nextInt(random.rows().size()));
                    cells.put(i, other);
                    edit(i + 1, other, random.rows().get(i));
                }
                if (failed || edited && !full(cells.get(i)).equals(full(random.rows().get(i)))) {
                    again.add(i);
                }
            }
            if (before.stream().noneMatch(row -> row.action().equals("none")) && again.isEmpty()) {
                return;
            }
            api.retry(id);
            List<Verdict> latest = new ArrayList<>(expected);
            for (int i : again) {
                Verdict verdict = world.oracle().take(i + 1, full(cells.get(i)));
                latest.set(i, verdict);
            }
            assertThat(api.rows(id, null).stream().map(world::verdict).toList())
                    .as("outcomes of seed %d after a retry", seed)
                    .isEqualTo(latest);
            assertThat(Store.state(world.contacts()))
                    .as("contacts of seed %d after a retry", seed)
                    .isEqualTo(world.oracle().state());
            invariants().assertHold(world.id());
        }

        /// Of the erased nothing is kept that could be mended.
        private static boolean isOpen(Verdict row) {
            return row.action().equals("skipped")
                    && row.codes().stream().noneMatch(code -> code.startsWith("ERASED"));
        }

        /// Cells that a row lacks are blank once somebody has looked at it.
        private List<String> full(@Nullable List<String> cells) {
            List<String> full = new ArrayList<>(cells == null ? List.of() : cells);
            while (full.size() < random.options().columns().size()) {
                full.add("");
            }
            return full;
        }

        private void edit(int row, List<String> cells, List<String> former) {
            Map<Integer, String> texts = new HashMap<>();
            List<String> full = full(cells);
            for (int i = 0; i < full.size(); i++) {
                texts.put(i, full.get(i));
            }
            for (int i = full.size(); i < former.size(); i++) {
                texts.put(i, "");
            }
            assertThat(
                            api.send(
                                    web.patch()
                                            .uri("/api/v1/imports/" + id + "/rows/" + row)
                                            .contentType(MediaType.APPLICATION_JSON)
                                            .content(Json.write(Map.of("cells", texts)))))
                    .hasStatusOk();
        }
    }

    @Test
    void thePipelineDoesWhatTheOracleSays() {
        assertThat(run(0, SEEDS))
                .as("every fate a row can have was met")
                .contains(
                        "created",
                        "updated",
                        "unchanged",
                        "skipped BLANK_ROW",
                        "skipped MISSING_PHONE",
                        "skipped NO_MATCH_SKIPPED",
                        "skipped EXISTING_SKIPPED",
                        "skipped DUPLICATE_IN_FILE",
                        "skipped SUPPRESSED",
                        "skipped ERASED",
                        "none INVALID_PHONE",
                        "none EXCEL_DAMAGED",
                        "none MATCH_CONFLICT",
                        "none KEY_TAKEN",
                        "none ALREADY_EXISTS",
                        "none NO_IDENTITY",
                        "created INVALID_PHONE",
                        "updated DUPLICATE_IN_FILE",
                        "unchanged DUPLICATE_IN_FILE",
                        "created SUPPRESSED",
                        "updated SUPPRESSED",
                        "updated KEY_BELONGS_TO_OTHER",
                        "updated MERGED_KEY");
    }

    @Tag("slow")
    @Test
    void andSoItDoesWithMore() {
        assertThat(run(SEEDS, 6 * SEEDS)).isNotEmpty();
    }

    /// @return the fates that rows met
    private Set<String> run(long from, long to) {
        Set<String> met = new TreeSet<>();
        try (var waiting = Executors.newFixedThreadPool(AT_ONCE)) {
            LongStream.range(from, to)
                    .filter(DatabaseOracleTest::namesAKey)
                    .mapToObj(seed ->
                            CompletableFuture.supplyAsync(() -> new Case(seed).finish(), waiting))
                    .toList()
                    .forEach(fates -> met.addAll(fates.join()));
        }
        return met;
    }

    /// Without one an import is refused before it begins.
    private static boolean namesAKey(long seed) {
        Set<Target> keys =
                Arrays.stream(IdentityKey.values())
                        .map(key -> Target.of(key.field()))
                        .collect(Collectors.toSet());
        return RandomImport.of(seed).options().columns().stream()
                .anyMatch(column -> keys.contains(column.target()));
    }

    /// The header says nothing of the fields, so that the mapping does.
    private static byte[] csv(RandomImport random) {
        Stream<String> header =
                random.options().columns().stream()
                        .map(column -> "Column %d".formatted(column.index()));
        return Stream.concat(Stream.of(header.toList()), random.rows().stream())
                .map(cells ->
                        cells.stream()
                                        .map(cell -> cell.contains(",") ? '"' + cell + '"' : cell)
                                        .collect(Collectors.joining(","))
                                + "\r\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }
}
