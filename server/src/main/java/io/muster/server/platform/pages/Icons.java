package io.muster.server.platform.pages;

import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Icons of the Tabler set, drawn into the page. They decorate: the words beside them speak.
public final class Icons {
    private static final Webjar SET = Webjar.named("tabler__icons");
    private static final Pattern NAME = Pattern.compile("(filled/)?[a-z0-9-]+");
    private static final Pattern DRAWING = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);
    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

    private Icons() {}

    /// An icon by its name in the set, such as `users`, or `filled/star` for the filled kind.
    ///
    /// @throws IllegalArgumentException when the set has no such icon
    public static Content icon(String name) {
        String svg = DRAWN.computeIfAbsent(name, Icons::draw);
        return output -> output.writeContent(svg);
    }

    private static String draw(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not the name of an icon: " + name);
        }
        boolean filled = name.startsWith("filled/");
        String file = "icons/" + (filled ? name : "outline/" + name) + ".svg";
        var drawing = DRAWING.matcher(read(file));
        if (!drawing.find()) {
            throw new IllegalArgumentException("Not a drawing: " + name);
        }
        String paint =
                filled
                        ? "fill=\"currentColor\""
                        : "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\""
                                + " stroke-linecap=\"round\" stroke-linejoin=\"round\"";
        return "<svg class=\"icon\" aria-hidden=\"true\" focusable=\"false\" width=\"24\" height=\"24\""
                + " viewBox=\"0 0 24 24\" "
                + paint
                + ">"
                + drawing.group(1).replaceAll("\\s*\\n\\s*", "")
                + "</svg>";
    }

    private static String read(String file) {
        try (InputStream in = Icons.class.getResourceAsStream(SET.resource(file))) {
            if (in == null) {
                throw new IllegalArgumentException("The icon set has no " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
