package io.muster.server.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/// A place in a list: the list's name and the sort key of the last item seen.
///
/// Opaque to clients. It carries no rights: the query it goes into is the tenant's own.
public record Cursor(String list, List<String> keys) {
    private static final String SEPARATOR = "\u001f";
    private static final int MAX_LENGTH = 2_000;

    public Cursor {
        keys = List.copyOf(keys);
        if (list.contains(SEPARATOR) || keys.stream().anyMatch(key -> key.contains(SEPARATOR))) {
            throw new IllegalArgumentException("A cursor's parts cannot hold the separator");
        }
    }

    public static Cursor of(String list, Object... keys) {
        return new Cursor(list, List.of(keys).stream().map(Object::toString).toList());
    }

    /// @throws ApiProblem 400 naming `cursor`
    public static Cursor parse(String text) {
        try {
            if (text.length() <= MAX_LENGTH) {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
                String decoded = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
                List<String> parts = List.of(decoded.split(SEPARATOR, -1));
                return new Cursor(parts.getFirst(), parts.subList(1, parts.size()));
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // Falls through: whatever is wrong inside, the client can only start over.
        }
        throw malformed();
    }

    /// Reads the keys as the list expects them.
    ///
    /// @throws ApiProblem 400 naming `cursor` if it was made by another list or tampered with
    public <T> T read(String expectedList, int count, Function<List<String>, T> reader) {
        try {
            if (list.equals(expectedList) && keys.size() == count) {
                return reader.apply(keys);
            }
        } catch (RuntimeException e) {
            // Falls through: numbers, times and ids that do not parse are a malformed cursor.
        }
        throw malformed();
    }

    /// A cursor whose only key is an id.
    public UUID id(String expectedList) {
        return read(expectedList, 1, parts -> UUID.fromString(parts.getFirst()));
    }

    /// The form in which clients see it.
    @Override
    public String toString() {
        String decoded = String.join(SEPARATOR, list, String.join(SEPARATOR, keys));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(decoded.getBytes(StandardCharsets.UTF_8));
    }

    private static ApiProblem malformed() {
        return ApiProblem.invalid(
                "cursor",
                "INVALID_CURSOR",
                "cursor must be the next of an earlier page of this list; start over without one.");
    }
}
