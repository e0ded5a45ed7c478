package io.muster.engine.field;

import io.muster.engine.outcome.Code;
import java.util.Set;

/// Somebody in a directory, whose id is the value.
///
/// @param unknown what a text is that names nobody
/// @param several what to do about one that names more than one
record DirectoryRule(Directory directory, Code unknown, String several) implements CellRule {

    @Override
    public Cell read(String text) {
        Set<String> ids = directory.find(text);
        return switch (ids.size()) {
            case 0 -> new Cell.Invalid(unknown);
            case 1 -> new Cell.Valid(ids.iterator().next());
            default -> new Cell.Invalid(unknown, several);
        };
    }

    static DirectoryRule owners(Directory members) {
        return new DirectoryRule(
                members,
                Code.UNKNOWN_OWNER,
                "Several members have this name. Write the email of the one who is meant.");
    }

    static DirectoryRule teams(Directory teams) {
        return new DirectoryRule(
                teams,
                Code.UNKNOWN_TEAM,
                "Several teams have this name. Write the id of the one that is meant.");
    }
}
