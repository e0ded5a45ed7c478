package io.muster.engine.undo;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.matching.Contact;
import io.muster.engine.matching.WorkingSet;
import io.muster.engine.outcome.Info;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.Yaml;

/// Undo against the cases in `cases/undo.yaml`.
class UndoCasesTest {

    @TestFactory
    Stream<DynamicTest> cases() {
        return load().stream()
                .map(one ->
                        DynamicTest.dynamicTest(
                                one.get("id") + ": " + one.get("rule"), () -> check(one)));
    }

    private static void check(Map<String, Object> raw) {
        var one = new UndoCase(raw);
        WorkingSet contacts = new WorkingSet();
        one.contacts().values().forEach(contacts::put);
        one.mark(contacts);
        var unwinder =
                new Unwinder(
                        UndoCase.VERSION,
                        contacts,
                        one.histories(),
                        one.removedBefore(),
                        one.merged());
        List<WrittenRow> rows = one.rows();
        String[] undone = new String[rows.size()];
        for (int i = rows.size() - 1; i >= 0; i--) {
            undone[i] = words(unwinder.undo(rows.get(i)));
        }
        assertThat(Arrays.asList(undone)).isEqualTo(raw.get("undone"));

        Map<UUID, Contact> written = new HashMap<>(one.contacts());
        unwinder.restored().forEach(contact -> written.put(contact.id(), contact));
        unwinder.removed().forEach(written::remove);
        one.expected()
                .forEach((id, expected) -> {
                    assertThat(fields(written.get(id))).isEqualTo(expected);
                    assertThat(fields(contacts.get(id))).as("working set").isEqualTo(expected);
                });
    }

    private static @Nullable Map<String, Object> fields(@Nullable Contact contact) {
        return contact == null ? null : UndoCase.fields(contact);
    }

    private static String words(UndoOutcome outcome) {
        List<String> words = new ArrayList<>();
        words.add(
                switch (outcome) {
                    case UndoOutcome.Reverted _ -> "reverted";
                    case UndoOutcome.Kept _ -> "kept";
                    case UndoOutcome.Failed _ -> "failed";
                });
        for (Info info : outcome.info()) {
            words.add(
                    info.code()
                            + (info.field() == null ? "" : ":" + info.field())
                            + (info.value() == null ? "" : "=" + info.value()));
        }
        return String.join(" ", words);
    }

    private static List<Map<String, Object>> load() {
        try (InputStream in = UndoCasesTest.class.getResourceAsStream("/cases/undo.yaml")) {
            return new Yaml().load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
