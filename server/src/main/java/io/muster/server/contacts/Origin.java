package io.muster.server.contacts;

import io.muster.server.access.Caller;
import io.muster.server.access.KeyCaller;
import io.muster.server.access.MemberCaller;
import io.muster.server.access.SourceCaller;

/// Who or what changes contacts, in words that can be read when the import or the person is long
/// gone.
public record Origin(String text) {

    public static Origin of(Caller caller) {
        return new Origin(
                switch (caller) {
                    case MemberCaller member ->
                            "%s (%s)".formatted(member.displayName(), member.email());
                    case KeyCaller key -> "API key " + key.displayName();
                    case SourceCaller source -> ofSource(source.displayName()).text();
                });
    }

    public static Origin ofImport(long number, String fileName) {
        return new Origin("import %d (%s)".formatted(number, fileName));
    }

    public static Origin ofSource(String name) {
        return new Origin("source " + name);
    }

    public static Origin ofUndo(long number, String fileName) {
        return new Origin("undo of " + ofImport(number, fileName).text());
    }
}
