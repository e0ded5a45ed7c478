package io.muster.server.sources.pull;

import java.util.List;
import java.util.stream.Stream;

/// Which files are meant: names in which `*` stands for anything and `?` for one character, with
/// commas between them. Upper and lower case are the same.
record FilePattern(List<String> names) {

    static FilePattern of(String text) {
        return new FilePattern(
                Stream.of(text.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    boolean matches(String name) {
        return names.stream().anyMatch(wanted -> matches(wanted, name));
    }

    /// Goes back to the last star only, so it takes no more steps than the two lengths multiplied.
    private static boolean matches(String wanted, String name) {
        int at = 0;
        int star = -1;
        int resume = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < wanted.length() && wanted.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < wanted.length() && isLike(wanted.charAt(at), name.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        while (at < wanted.length() && wanted.charAt(at) == '*') {
            at++;
        }
        return at == wanted.length();
    }

    private static boolean isLike(char wanted, char c) {
        return wanted == '?' || Character.toLowerCase(wanted) == Character.toLowerCase(c);
    }
}
