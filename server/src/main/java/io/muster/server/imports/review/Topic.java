package io.muster.server.imports.review;

import io.muster.engine.outcome.Code;
import io.muster.engine.outcome.Info;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What people ask about first, and what it is called in terms of codes.
public enum Topic {
    DUPLICATES(EnumSet.of(Code.DUPLICATE_IN_FILE)),
    CONFLICTS(EnumSet.of(Code.MATCH_CONFLICT, Code.KEY_TAKEN, Code.KEY_BELONGS_TO_OTHER)),
    SUPPRESSED(EnumSet.of(Code.SUPPRESSED)),
    SPREADSHEET_DAMAGE(EnumSet.of(Code.EXCEL_DAMAGED));

    private final Set<Code> codes;

    Topic(Set<Code> codes) {
        this.codes = codes;
    }

    public Set<Code> codes() {
        return Set.copyOf(codes);
    }

    public boolean isIn(List<Info> info) {
        for (Info remark : info) {
            if (codes.contains(remark.code())) {
                return true;
            }
        }
        return false;
    }
}
