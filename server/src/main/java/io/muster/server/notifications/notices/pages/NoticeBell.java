package io.muster.server.notifications.notices.pages;

import io.muster.server.access.MemberCaller;
import io.muster.server.notifications.notices.Notices;
import io.muster.server.platform.pages.Bell;
import java.util.OptionalLong;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tells pages how many notices a member has not read.
@Component
class NoticeBell implements Bell {
    private final Notices notices;

    NoticeBell(Notices notices) {
        this.notices = notices;
    }

    @Override
    public OptionalLong unread() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof MemberCaller member)) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(notices.unread(member));
        } catch (DataAccessException | TransactionException e) {
            // The page that says that the database is away must not need it.
            return OptionalLong.empty();
        }
    }
}
