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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Undos of many batches. The n-th commit of one fails, for n = 1, 2, … until one passes untouched:
/// the result is the same each time, whether the database had carried the commit out or not. None
/// is forgotten, as each waits for the disk.
@ManyCommits
class UndoFaultsTest extends ImportTest {
    private static final int AT_ONCE = 12;
    private static final int MOST = 200;
    private static final String EXPECTED = "done 29: 27 reverted, 2 kept (17 deleted, 10 restored)";

    /// An import that was made over others, and what the contacts are to be like after its undo.
    private record Case(int lost, UndoApi of, UUID id, List<Map<String, Object>> after) {}

    @ParameterizedTest
    @EnumSource
    void everyCommitMayBeLost(Moment moment) {
        boolean untouched = false;
        for (int first = 1; !untouched; first += AT_ONCE) {
            assertThat(first).as("commits of one undo").isLessThan(MOST);
            List<Case> cases = prepare(first);
            for (Case one : cases) {
                FailingCommits.arm(
                        one.of().imports().tenant().id(), Whose.WORKERS, one.lost(), moment);
                assertThat(one.of().revert(one.id())).hasStatus(202);
            }
            for (Case one : cases) {
                check(one, one.of().awaitEnd(one.id()), moment.toString());
                untouched |=
                        !FailingCommits.hasFailed(one.of().imports().tenant().id(), Whose.WORKERS);
            }
        }
    }

    /// More rows than a batch has, so a job works it out.
    @Test
    void thePreviewSaysTheSame() {
        Case one = prepareOne(0);

        DocumentContext preview = one.of().preview(one.id());

        assertThat(UndoApi.summary(preview)).isEqualTo(EXPECTED);
        assertThat(preview.<List<Object>>read("$.examples[*].row")).containsExactly(5, 22);
        check(one, one.of().undo(one.id()), "after a preview");
    }

    private void check(Case one, DocumentContext done, String how) {
        assertThat(UndoApi.summary(done))
                .as("commit %d lost %s", one.lost(), how)
                .isEqualTo(EXPECTED);
        assertThat(one.of().contacts())
                .as("commit %d lost %s", one.lost(), how)
                .isEqualTo(one.after());
        invariants().assertHoldAndExplainEveryContact(one.of().imports().tenant().id());
    }

    /// Side by side, as most of it is waiting.
    private List<Case> prepare(int first) {
        try (var waiting = Executors.newFixedThreadPool(AT_ONCE)) {
            return IntStream.range(first, first + AT_ONCE)
                    .mapToObj(
                            lost -> CompletableFuture.supplyAsync(() -> prepareOne(lost), waiting))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
    }

    /// Ten contacts; an import that changes them, makes twenty more and comes back to some of both;
    /// and somebody who edits one of each kind.
    private Case prepareOne(int lost) {
        var imports = new ImportApi(web, tenants.create());
        var of = new UndoApi(web, imports);
        imports.run(file(0, 10, "Ana"), "");
        List<Map<String, Object>> before = new ArrayList<>(of.contacts());
        UUID id = ImportApi.id(imports.run(file(0, 28, "Ben") + row(3, "Cem"), ""));
        of.edit(phone(4), "{\"first_name\": \"Dan\"}");
        of.edit(phone(21), "{\"first_name\": \"Eve\"}");
        List<Map<String, Object>> after = new ArrayList<>(List.of(of.contact(phone(21))));
        for (Map<String, Object> contact : before) {
            after.add(phone(4).equals(contact.get("phone")) ? of.contact(phone(4)) : contact);
        }
        return new Case(lost, of, id, after);
    }

    private static String file(int from, int to, String name) {
        StringBuilder file = new StringBuilder("Phone,First name\n");
        for (int i = from; i < to; i++) {
            file.append(row(i, name));
        }
        return file.toString();
    }

    private static String row(int i, String name) {
        return phone(i) + "," + name + "\n";
    }

    private static String phone(int i) {
        return "+1415555" + (2600 + i);
    }
}
