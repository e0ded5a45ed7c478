package io.muster.server.access;

import io.muster.server.platform.Sha256;
import io.muster.server.tenants.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/// Where people are signed in.
///
/// A session holds three strings, which any later version of the program can read: whose it is,
/// which tenant they look at, and with what.
@Component
public class Sessions {
    /// Whose the session is.
    public static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

    /// The tenant that it looks at.
    public static final String TENANT = "tenant";

    /// The browser that it was opened with, in words.
    public static final String DEVICE = "device";

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /// A session as its owner sees it.
    ///
    /// @param handle names it without opening it
    /// @param device such as `Firefox on Linux`, null if nobody knows
    public record OpenSession(
            String handle, @Nullable String device, Instant since, Instant lastSeen, Place place) {

        /// Whether the owner looks at it from within.
        public enum Place {
            HERE,
            ELSEWHERE
        }
    }

    /// The sessions of an account, the last used first.
    ///
    /// @param here the id of the one that asks
    public List<OpenSession> of(UUID account, String here) {
        return repository.findByPrincipalName(account.toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(session ->
                        new OpenSession(
                                handle(session.getId()),
                                session.getAttribute(DEVICE),
                                session.getCreationTime(),
                                session.getLastAccessedTime(),
                                session.getId().equals(here)
                                        ? OpenSession.Place.HERE
                                        : OpenSession.Place.ELSEWHERE))
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    /// Ends one; whoever it is comes to the sign-in with their next request.
    ///
    /// @return how many it was
    public int end(UUID account, String handle) {
        return end(account, session -> handle(session.getId()).equals(handle));
    }

    /// Ends all but one.
    ///
    /// @param here the id of the one that stays
    /// @return how many it was
    public int endOthers(UUID account, String here) {
        return end(account, session -> !session.getId().equals(here));
    }

    /// Ends all.
    void endAll(UUID account) {
        end(account, session -> true);
    }

    /// Ends all that look at a tenant.
    public void endAll(TenantId tenant, UUID account) {
        end(account, session -> Objects.equals(session.getAttribute(TENANT), tenant.toString()));
    }

    private int end(UUID account, Predicate<Session> which) {
        List<? extends Session> ended =
                repository.findByPrincipalName(account.toString()).values().stream()
                        .filter(which)
                        .toList();
        ended.forEach(session -> repository.deleteById(session.getId()));
        return ended.size();
    }

    private static String handle(String id) {
        return HexFormat.of().formatHex(Sha256.of(id), 0, 16);
    }
}
