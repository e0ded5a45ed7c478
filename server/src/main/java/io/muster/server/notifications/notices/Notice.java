package io.muster.server.notifications.notices;

import static io.muster.server.platform.pages.Texts.t;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a member is told, without any data of contacts.
///
/// @param path of the page that says more
/// @param words in the places of the sentence: numbers and names
/// @param readAt null while it is unread
public record Notice(
        UUID id,
        NoticeKind kind,
        String path,
        List<Object> words,
        Instant createdAt,
        @Nullable Instant readAt) {

    public String sentence() {
        return t("notice." + kind.text(), words.toArray());
    }

    public boolean isUnread() {
        return readAt == null;
    }
}
