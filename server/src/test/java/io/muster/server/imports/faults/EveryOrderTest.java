package io.muster.server.imports.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.muster.server.imports.ImportApi;
import io.muster.server.imports.ImportTest;
import io.muster.server.imports.UndoApi;
import io.muster.server.imports.faults.FailingCommits.Moment;
import io.muster.server.imports.faults.FailingCommits.Whose;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Edits, retries and the undo of one import in every order, while commits are lost. After each
/// every row has one outcome that counts, and in the end every row that was written is undone once,
/// whichever attempt wrote it.
@ManyCommits
class EveryOrderTest extends ImportTest {
    private static final int AT_ONCE = 6;
    private static final int ROWS = 30;
    private static final int KNOWN = 10;

    /// Rows that one edit mends; more than a batch has, so that retries commit several times.
    private static final int MENDED_AT_ONCE = 8;

    private static final int LATEST_COMMIT = 6;

    private enum Doing {
        EDIT,
        RETRY
    }

    @ParameterizedTest
    @EnumSource
    void everyRowIsWrittenOnceAndUndoneOnce(Moment moment) {
        tell(2, moment);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void soItIsInLongerStories(Moment moment) {
        tell(4, moment);
    }

    private void tell(int longest, Moment moment) {
        try (var waiting = Executors.newFixedThreadPool(AT_ONCE)) {
            orders(longest).stream()
                    .map(order ->
                            CompletableFuture.runAsync(
                                    () -> new Story(order, moment).tell(), waiting))
                    .toList()
                    .forEach(CompletableFuture::join);
        }
    }

    /// Everything that can be done before an undo, in every order.
    private static List<List<Doing>> orders(int longest) {
        List<List<Doing>> orders = new ArrayList<>(List.of(List.of()));
        List<List<Doing>> last = orders;
        for (int length = 1; length <= longest; length++) {
            List<List<Doing>> longer = new ArrayList<>();
            for (List<Doing> order : last) {
                for (Doing next : Doing.values()) {
                    List<Doing> more = new ArrayList<>(order);
                    more.add(next);
                    longer.add(more);
                }
            }
            orders.addAll(longer);
            last = longer;
        }
        return orders;
    }

    /// One import, with what is to be expected of it.
    private final class Story {
        private final List<Doing> order;
        private final Moment moment;
        private final Random chance;
        private final ImportApi of = new ImportApi(web, tenants.create());
        private final UndoApi undo = new UndoApi(web, of);

        private final Map<String, String> names = new TreeMap<>();
        private final TreeSet<Integer> failed = new TreeSet<>();
        private final TreeSet<Integer> mended = new TreeSet<>();
        private final TreeSet<Integer> written = new TreeSet<>();
        private int created;
        private int attempt = 1;

        Story(List<Doing> order, Moment moment) {
            this.order = order;
            this.moment = moment;
            this.chance = new Random(order.toString().hashCode());
        }

        void tell() {
            StringBuilder known = new StringBuilder("Phone,First name\n");
            for (int i = 0; i < KNOWN; i++) {
                known.append(phone(i)).append(",Ana\n");
            }
            of.run(known.toString(), "");
            Map<String, String> before = contacts();
            UUID id = ImportApi.id(of.run(file(), OPTIONS));
            check(id, "completed");
            for (Doing doing : order) {
                switch (doing) {
                    case EDIT -> edit(id);
                    case RETRY -> retry(id);
                }
                check(id, "completed");
            }

            assertThat(UndoApi.summary(undo.preview(id))).as("%s", this).isEqualTo(undone());
            lose();
            assertThat(UndoApi.summary(undo.undo(id))).as("%s", this).isEqualTo(undone());
            assertThat(undo.outcomes(id))
                    .as("%s", this)
                    .isEqualTo(written.stream().map(row -> row + " reverted").toList());
            assertThat(contacts()).as("%s", this).isEqualTo(before);

            // Nothing goes on from there.
            assertThat(of.post(id, "retry")).as("%s", this).hasStatus(409);
            assertThat(undo.revert(id)).as("%s", this).hasStatus(409);
            if (!failed.isEmpty()) {
                assertThat(mend(id, failed.first())).as("%s", this).hasStatus(409);
            }
            names.clear();
            names.putAll(before);
            check(id, "reverted");
        }

        /// Two rows of three are wrong. The others are about known contacts and about new ones.
        private String file() {
            StringBuilder file = new StringBuilder("Phone,First name\n");
            for (int i = 0; i < KNOWN; i++) {
                names.put(phone(i), "Ana");
            }
            for (int row = 1; row <= ROWS; row++) {
                boolean good = row % 3 == 0;
                file.append(good ? phone(about(row)) : "bad").append(",Row").append(row);
                file.append('\n');
                if (good) {
                    write(row);
                } else {
                    failed.add(row);
                }
            }
            return file.toString();
        }

        /// Every second row is about somebody whom another row is about, too.
        private static int about(int row) {
            return row / 2;
        }

        private void write(int row) {
            created += names.put(phone(about(row)), "Row" + row) == null ? 1 : 0;
            written.add(row);
        }

        private void edit(UUID id) {
            failed.stream()
                    .filter(row -> !mended.contains(row))
                    .limit(MENDED_AT_ONCE)
                    .toList()
                    .forEach(row -> {
                        assertThat(mend(id, row)).as("%s", this).hasStatusOk();
                        mended.add(row);
                    });
        }

        private MvcTestResult mend(UUID id, int row) {
            return of.edit(id, row, "{\"Phone\": \"%s\"}".formatted(phone(about(row))));
        }

        private void retry(UUID id) {
            lose();
            attempt++;
            of.retry(id);
            failed.removeAll(mended);
            mended.forEach(this::write);
            mended.clear();
        }

        /// One commit of what comes next, if there are so many.
        private void lose() {
            FailingCommits.arm(
                    of.tenant().id(), Whose.WORKERS, 1 + chance.nextInt(LATEST_COMMIT), moment);
        }

        private void check(UUID id, String status) {
            DocumentContext shown = of.show(id);
            assertThat(shown.<String>read("$.status")).as("%s", this).isEqualTo(status);
            assertThat(shown.<Integer>read("$.attempt")).as("%s", this).isEqualTo(attempt);
            assertThat(shown.<Map<String, Integer>>read("$.result"))
                    .as("%s", this)
                    .containsEntry("total", ROWS)
                    .containsEntry("created", created)
                    .containsEntry("updated", written.size() - created)
                    .containsEntry("failed", failed.size());
            assertThat(of.rows(id, "failed").stream().map(row -> row.get("row")).toList())
                    .as("%s", this)
                    .isEqualTo(List.copyOf(failed));
            assertThat(contacts()).as("%s", this).isEqualTo(names);
            invariants().assertHoldAndExplainEveryContact(of.tenant().id());
        }

        private String undone() {
            return "done %d: %d reverted (%d deleted, %d restored)"
                    .formatted(written.size(), written.size(), created, written.size() - created);
        }

        private Map<String, String> contacts() {
            return undo.contacts().stream()
                    .collect(
                            Collectors.toMap(
                                    contact -> (String) contact.get("phone"),
                                    contact -> (String) contact.get("first_name"),
                                    (one, other) -> one + " and " + other,
                                    TreeMap::new));
        }

        @Override
        public String toString() {
            return order + ", commits lost " + moment;
        }
    }

    private static final String OPTIONS =
            """
            {"columns": [{"index": 0, "target": "phone"}, {"index": 1, "target": "first_name"}]}
            """;

    private static String phone(int person) {
        return "+1415555" + (2600 + person);
    }
}
