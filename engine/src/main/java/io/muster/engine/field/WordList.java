package io.muster.engine.field;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads the word lists among the resources: lines of `key = word; word`, `#` begins a comment.
public final class WordList {

    /// One line of a list.
    public record Line(String key, List<String> words) {}

    private WordList() {}

    /// Reads a list that lies beside a class.
    public static List<Line> read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No word list " + name);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(WordList::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Line line(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new IllegalStateException("Not a line of a word list: " + text);
        }
        List<String> words =
                Arrays.stream(text.substring(equals + 1).split(";"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        return new Line(text.substring(0, equals).strip(), words);
    }
}
