package io.muster.server.sources.pull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What happens to a file at its place once it was taken.
public enum Afterwards {
    /// It stays as it is; Muster remembers it.
    LEAVE,
    /// It gets an ending that says when it was taken.
    MARK,
    /// It goes into the folder `done`.
    MOVE;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final Pattern MARKED =
            Pattern.compile(".+\\.\\d{8}T\\d{6}Z\\.done", Pattern.DOTALL);

    /// As the API and the database write it.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Afterwards> find(String text) {
        return Stream.of(values()).filter(one -> one.text().equals(text)).findFirst();
    }

    /// Whether a name was made by marking. Patterns such as `export*` hold it, too.
    static boolean isMark(String name) {
        return MARKED.matcher(name).matches();
    }

    /// What a file is called then, from the folder in which it was; empty when it stays.
    Optional<String> rename(String name, Instant at) {
        return switch (this) {
            case LEAVE -> Optional.empty();
            case MARK -> Optional.of(name + "." + STAMP.format(at) + ".done");
            case MOVE -> Optional.of("done/" + STAMP.format(at) + "-" + name);
        };
    }
}
