package io.muster.server.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @Test
    void aCursorComesBackAsItWent() {
        var id = UUID.randomUUID();

        Cursor back = Cursor.parse(Cursor.of("imports", id).toString());

        assertThat(back.id("imports")).isEqualTo(id);
        assertThat(Cursor.of("log", "Zoë", 7).toString()).matches("[A-Za-z0-9_-]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "AA==", "aW1wb3J0cw", "aW1wb3J0cx9ub3QtYW4taWQ", "_w"})
    void aMalformedCursorIsNamed(String text) {
        assertNames("cursor", () -> Cursor.parse(text).id("imports"));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Cursor cursor = Cursor.of("contacts", UUID.randomUUID());

        assertNames("cursor", () -> cursor.id("imports"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "201", "-1", "ten", "1.5", "99999999999"})
    void aLimitOutOfBoundsIsNamed(String text) {
        assertNames("limit", () -> Paging.parse(text, null));
    }

    @Test
    void limitsWithinBoundsAreTaken() {
        assertThat(Paging.parse(null, null)).isEqualTo(new Paging(50, null));
        assertThat(Paging.parse("1", "").limit()).isEqualTo(1);
        assertThat(Paging.parse("200", "").fetch()).isEqualTo(201);
    }

    @Test
    void theLastPageHasNoNext() {
        assertThat(page(2, 2).next()).isNull();
        assertThat(page(2, 0)).isEqualTo(new Page<>(List.of(), null));
        assertThat(page(2, 3))
                .isEqualTo(new Page<>(List.of(0, 1), Cursor.of("numbers", 1).toString()));
    }

    private static Page<Integer> page(int limit, int rows) {
        var fetched = IntStream.range(0, rows).boxed().toList();
        return Page.of(fetched, new Paging(limit, null), number -> Cursor.of("numbers", number));
    }

    private static void assertNames(String parameter, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(ProblemKind.INVALID);
                            assertThat(problem.problem().errors())
                                    .extracting(FieldError::pointer)
                                    .containsExactly(parameter);
                        });
    }
}
