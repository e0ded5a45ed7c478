package io.muster.server.access;

import io.muster.engine.field.Directory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The members of a tenant as they were at one moment, by id, email and name.
final class MemberDirectory implements Directory {
    private final Map<String, Set<UUID>> byText;

    MemberDirectory(List<MemberCaller> members) {
        this.byText =
                members.stream()
                        .flatMap(MemberDirectory::entries)
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.toSet())));
    }

    @Override
    public Optional<String> find(String text) {
        Set<UUID> found = byText.getOrDefault(fold(text), Set.of());
        return found.size() == 1
                ? Optional.of(found.iterator().next().toString())
                : Optional.empty();
    }

    private static Stream<Map.Entry<String, UUID>> entries(MemberCaller member) {
        return Stream.of(member.accountId().toString(), member.email(), member.displayName())
                .map(text -> Map.entry(fold(text), member.accountId()));
    }

    private static String fold(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
