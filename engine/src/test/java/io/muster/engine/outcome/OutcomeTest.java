package io.muster.engine.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How the log shows what became of a row, and what the catalogue says about it.
class OutcomeTest {
    private static final UUID CONTACT = UUID.randomUUID();
    private static final List<Info> REMARK = List.of(Info.of(Code.SHORT_ROW));

    @Test
    void a_placed_row_is_a_success_or_with_a_remark_a_warning() {
        assertShown(new Outcome.Created(CONTACT, List.of()), Action.CREATED, Result.SUCCESS);
        assertShown(new Outcome.Created(CONTACT, REMARK), Action.CREATED, Result.WARNING);
        assertShown(
                new Outcome.Updated(CONTACT, "phone", List.of()), Action.UPDATED, Result.SUCCESS);
        assertShown(new Outcome.Updated(CONTACT, "phone", REMARK), Action.UPDATED, Result.WARNING);
        assertShown(
                new Outcome.Unchanged(CONTACT, "phone", List.of()),
                Action.UNCHANGED,
                Result.SUCCESS);
        assertShown(
                new Outcome.Unchanged(CONTACT, "phone", REMARK), Action.UNCHANGED, Result.WARNING);
    }

    @Test
    void only_a_row_that_was_skipped_for_it_is_about_somebody_erased() {
        Info erased = Info.of(Code.ERASED);
        Info blank = Info.of(Code.BLANK_ROW);

        assertThat(new Outcome.Skipped(List.of(blank, erased)).isAboutErased()).isTrue();
        assertThat(new Outcome.Skipped(blank).isAboutErased()).isFalse();
        assertThat(new Outcome.Failed(erased).isAboutErased()).isFalse();
        assertThat(new Outcome.Created(CONTACT, REMARK).isAboutErased()).isFalse();
    }

    @Test
    void a_remark_about_another_row_belongs_to_the_whole_of_its_own() {
        assertThat(Info.place("phone")).isEqualTo("phone");
        assertThat(Info.place(Info.DUPLICATE_OF_ROW)).isNull();
        assertThat(Info.place(null)).isNull();
    }

    @Test
    void a_skipped_row_is_a_warning_and_a_wrong_one_a_failure() {
        Info blank = Info.of(Code.BLANK_ROW);
        Info phone = Info.of(Code.INVALID_PHONE, "phone", "12");

        assertShown(new Outcome.Skipped(blank), Action.SKIPPED, Result.WARNING);
        assertShown(new Outcome.Failed(phone), Action.NONE, Result.FAILURE);
        assertThat(new Outcome.Skipped(blank).info()).containsExactly(blank);
        assertThat(new Outcome.Failed(phone).info()).containsExactly(phone);
    }

    @Test
    void a_remark_without_words_of_its_own_has_those_of_its_code() {
        assertThat(Info.of(Code.INVALID_PHONE))
                .isEqualTo(new Info(Code.INVALID_PHONE, null, null, Code.INVALID_PHONE.sentence()));
        assertThat(Info.of(Code.INVALID_PHONE, "phone", "12"))
                .isEqualTo(
                        new Info(Code.INVALID_PHONE, "phone", "12", Code.INVALID_PHONE.sentence()));
        assertThat(Info.of(Code.INVALID_PHONE, "phone", "12", "No."))
                .isEqualTo(new Info(Code.INVALID_PHONE, "phone", "12", "No."));
    }

    @ParameterizedTest
    @EnumSource
    void every_code_speaks_in_whole_sentences(Code code) {
        assertThat(code.sentence()).matches("\\p{Lu}.*[^ ]\\.").doesNotContain("  ");
    }

    @Test
    void a_code_weighs_by_its_kind() {
        assertThat(Code.SHORT_ROW.kind()).isEqualTo(Code.Kind.WARNING);
        assertThat(Code.MISSING_PHONE.kind()).isEqualTo(Code.Kind.SKIP);
        assertThat(Code.INVALID_PHONE.kind()).isEqualTo(Code.Kind.FAILURE);
        assertThat(Code.EMPTY_FILE.kind()).isEqualTo(Code.Kind.IMPORT);
        assertThat(Code.DUPLICATE_TARGET.kind()).isEqualTo(Code.Kind.REQUEST);
    }

    private static void assertShown(Outcome outcome, Action action, Result result) {
        assertThat(outcome.action()).isEqualTo(action);
        assertThat(outcome.result()).isEqualTo(result);
    }
}
