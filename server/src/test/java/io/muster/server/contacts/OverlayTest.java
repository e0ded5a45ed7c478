package io.muster.server.contacts;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Contact;
import io.muster.engine.matching.IdentityKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a dry run lays over the stored contacts is found again, as it was laid there last.
class OverlayTest {
    @TempDir Path folder;

    /// Random contacts that change again and again, in file and memory.
    @ParameterizedTest
    @ValueSource(ints = {0, 100_000})
    void isTheSameAsAMap(int expectedRows) {
        Random random = new Random(7);
        Map<UUID, Met> model = new HashMap<>();
        try (Overlay overlay = new Overlay(folder, expectedRows)) {
            for (int batch = 0; batch < 300; batch++) {
                ContactKeys keys = new ContactKeys();
                for (int i = 0; i < 60; i++) {
                    keys.addAll(
                            Map.of(
                                    IdentityKey.PHONE, phone(random.nextInt(6_000)),
                                    IdentityKey.EMAIL, email(random.nextInt(6_000))));
                }
                Map<UUID, Met> found =
                        overlay.over(List.of(), keys).stream()
                                .collect(Collectors.toMap(met -> met.contact().id(), met -> met));
                assertThat(found.keySet())
                        .containsAll(
                                model.values().stream()
                                        .filter(met -> hasAny(met.contact(), keys))
                                        .map(met -> met.contact().id())
                                        .toList());
                found.forEach((contact, met) ->
                        assertThat(outline(met))
                                .isEqualTo(outline(requireNonNull(model.get(contact)))));
                List<Met> changed = new ArrayList<>();
                found.values().stream().limit(20).forEach(met -> changed.add(changed(met, random)));
                for (int i = 0; i < 40; i++) {
                    changed.add(fresh(random, batch));
                }
                overlay.put(changed);
                changed.forEach(met -> model.put(met.contact().id(), met));
            }
        }
        assertThat(model).hasSizeGreaterThan(10_000);
    }

    @Test
    void aStoredContactIsFoundByWhateverTheDatabaseKnowsItBy() {
        Contact stored =
                Contact.create(UUID.randomUUID()).text(StandardField.PHONE, "+14155552600").done();
        Contact moved = stored.change().text(StandardField.PHONE, "+14155552601").done();
        ContactKeys keys = new ContactKeys();
        keys.addAll(Map.of(IdentityKey.PHONE, "+14155552600"));
        try (Overlay overlay = new Overlay(folder, 0)) {
            Met first = overlay.over(List.of(stored), keys).getFirst();
            assertThat(first).isEqualTo(new Met(stored, 0, true));
            overlay.put(List.of(new Met(moved, 3, true)));

            Met then = overlay.over(List.of(stored), keys).getFirst();
            assertThat(outline(then)).isEqualTo(outline(new Met(moved, 3, true)));
            assertThat(overlay.over(List.of(stored), keys)).hasSize(1);
        }
    }

    @Test
    void nothingIsLeftBehind() throws IOException {
        try (Overlay overlay = new Overlay(folder, 1_000)) {
            overlay.put(List.of(fresh(new Random(1), 1)));
            try (var files = Files.list(folder)) {
                assertThat(files).as("even while it is in use").isEmpty();
            }
        }
    }

    private static Met fresh(Random random, int batch) {
        Contact.Draft draft = Contact.create(new UUID(random.nextLong(), random.nextLong()));
        draft.text(StandardField.PHONE, phone(random.nextInt(6_000)));
        if (random.nextBoolean()) {
            draft.text(StandardField.EMAIL, email(random.nextInt(6_000)));
        }
        draft.text(StandardField.COMPANY, "Zoë & 李 ".repeat(random.nextInt(4)));
        if (random.nextInt(50) == 0) {
            draft.text(StandardField.CITY, "x".repeat(random.nextInt(40_000)));
        }
        draft.tags(List.of("vip", "größer")).doNotContact(random.nextBoolean());
        draft.custom("plan", "gold").custom("score", 7).custom("topics", List.of("art", "food"));
        return new Met(draft.done(), batch + 1, random.nextBoolean());
    }

    private static Met changed(Met met, Random random) {
        return new Met(
                met.contact()
                        .change()
                        .text(StandardField.PHONE, phone(random.nextInt(6_000)))
                        .text(StandardField.FIRST_NAME, "Ada")
                        .done(),
                met.firstRow(),
                met.isStored());
    }

    private static boolean hasAny(Contact contact, ContactKeys keys) {
        for (IdentityKey key : IdentityKey.values()) {
            if (contact.key(key) != null && List.of(keys.values(key)).contains(contact.key(key))) {
                return true;
            }
        }
        return false;
    }

    private static List<Object> outline(Met met) {
        Contact contact = met.contact();
        List<Object> outline =
                new ArrayList<>(List.of(contact.id(), met.firstRow(), met.isStored()));
        for (StandardField field : StandardField.values()) {
            outline.add(contact.text(field) + "");
        }
        outline.addAll(List.of(contact.tags(), contact.doNotContact(), contact.custom()));
        return outline;
    }

    private static String phone(int number) {
        return "+1415" + (1_000_000 + number);
    }

    private static String email(int number) {
        return "person" + number + "@example.org";
    }
}
