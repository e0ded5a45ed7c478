package io.muster.server.imports.review;

import io.muster.engine.field.StandardField;
import io.muster.engine.outcome.Action;
import io.muster.engine.outcome.Code;
import io.muster.server.imports.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which rows of a review are meant: those to which all of this applies.
///
/// @param action what they would do; null for anything
/// @param effect of a remark; null for any
/// @param codes of a remark; any when empty
/// @param field that a remark is about; null for any
/// @param remarked whether only rows with a remark are meant
/// @param clears the field whose stored value they would remove; null for any
public record ReviewFilter(
        @Nullable Action action,
        @Nullable Effect effect,
        Set<Code> codes,
        @Nullable String field,
        boolean remarked,
        @Nullable String clears) {

    public static final ReviewFilter ALL =
            new ReviewFilter(null, null, Set.of(), null, false, null);

    /// Rows about which there is anything to remark.
    public static final ReviewFilter PROBLEMS =
            new ReviewFilter(null, null, Set.of(), null, true, null);

    /// What a row must have: one of each group of facets.
    public List<Predicate<Facet>> groups() {
        List<Predicate<Facet>> groups = new ArrayList<>();
        if (action != null) {
            groups.add(facet -> facet.equals(new Facet.Does(action)));
        }
        if (remarked || effect != null || field != null || !codes.isEmpty()) {
            groups.add(facet -> facet instanceof Facet.Remark remark && accepts(remark));
        }
        if (clears != null) {
            groups.add(cleared()::contains);
        }
        return groups;
    }

    /// A full name is stored in two parts.
    Set<Facet> cleared() {
        if (clears == null) {
            return Set.of();
        }
        return clears.equals(StandardField.FULL_NAME.key())
                ? Set.of(
                        new Facet.Clears(StandardField.FIRST_NAME.key()),
                        new Facet.Clears(StandardField.LAST_NAME.key()))
                : Set.of(new Facet.Clears(clears));
    }

    private boolean accepts(Facet.Remark remark) {
        return (effect == null || effect == remark.effect())
                && (codes.isEmpty() || codes.contains(remark.code()))
                && (field == null || field.equals(remark.field()));
    }
}
