package io.muster.server.access;

import io.muster.engine.outcome.Info;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much of people's values somebody sees: on pages, in answers of the API, and in files, which
/// only those may take away who see the whole.
public enum Sight {
    WHOLE,
    /// That there is a value, and enough of it to tell it from the next.
    MASKED;

    /// Viewers follow what comes in, not who. A key sees people if it may read contacts: bringing
    /// some is no reason to see what others have brought.
    public static Sight of(Caller caller) {
        return switch (caller) {
            case MemberCaller member ->
                    switch (member.role()) {
                        case ADMIN, OPERATOR, COMPLIANCE -> WHOLE;
                        case VIEWER -> MASKED;
                    };
            case SourceCaller _ -> MASKED;
            case KeyCaller key -> key.may(Scope.CONTACTS_READ) ? WHOLE : MASKED;
        };
    }

    public boolean isWhole() {
        return this == WHOLE;
    }

    public @Nullable String name(@Nullable String name) {
        return isWhole() ? name : Mask.name(name);
    }

    public @Nullable String phone(@Nullable String phone) {
        return isWhole() ? phone : Mask.phone(phone);
    }

    public @Nullable String email(@Nullable String email) {
        return isWhole() ? email : Mask.email(email);
    }

    public @Nullable String text(@Nullable String text) {
        return isWhole() ? text : Mask.text(text);
    }

    public List<String> texts(List<String> texts) {
        return isWhole() ? texts : texts.stream().map(Mask::dots).distinct().toList();
    }

    /// A remark without the value that it quotes; the sentence may quote it too.
    public Info info(Info info) {
        return isWhole() ? info : Mask.info(info);
    }

    public List<Info> infos(List<Info> infos) {
        return isWhole() ? infos : infos.stream().map(Mask::info).toList();
    }

    /// Raw cells or parts of an object, in their order.
    public Map<String, Object> values(Map<String, ?> values) {
        return Mask.values(values, this);
    }

    /// Raw cells, in their order.
    public Map<String, String> cells(Map<String, String> cells) {
        return isWhole() ? cells : Mask.cells(cells);
    }
}
