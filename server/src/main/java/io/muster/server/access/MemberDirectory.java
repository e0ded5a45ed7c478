package io.muster.server.access;

import io.muster.engine.field.Directory;
import io.muster.engine.field.Roster;
import java.util.List;
import java.util.Set;

/// The members of a tenant as they were at one moment, by id, email and name.
final class MemberDirectory {
    private MemberDirectory() {}

    static Directory of(List<MemberCaller> members) {
        return new Roster(
                members.stream()
                        .map(member ->
                                new Roster.Entry(
                                        member.accountId().toString(),
                                        Set.of(member.email()),
                                        member.displayName()))
                        .toList());
    }
}
