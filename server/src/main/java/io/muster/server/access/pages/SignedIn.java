package io.muster.server.access.pages;

import io.muster.server.access.MemberCaller;
import io.muster.server.access.web.OpenDoors;
import io.muster.server.platform.pages.Viewer;
import io.muster.server.platform.pages.Viewers;
import io.muster.server.tenants.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells pages who has signed in.
@Component
class SignedIn implements Viewers {
    private final Tenants tenants;

    SignedIn(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Optional<Viewer> of(HttpServletRequest request) {
        try {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication != null
                            && authentication.getPrincipal() instanceof MemberCaller member
                    ? Optional.of(
                            new Viewer(member.displayName(), tenants.get(member.tenant()).name()))
                    : Optional.empty();
        } catch (DataAccessException | TransactionException e) {
            // The page that says that the database is away must not need it.
            return Optional.empty();
        }
    }

    @Override
    public boolean mayOpen(String path) {
        try {
            return OpenDoors.isOpen(path);
        } catch (DataAccessException | TransactionException e) {
            return false;
        }
    }
}
