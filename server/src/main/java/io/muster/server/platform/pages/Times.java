package io.muster.server.platform.pages;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Points in time as the server writes them; a script on the page puts them in the viewer's zone.
public final class Times {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Texts.LOCALE)
                    .withZone(ZoneOffset.UTC);

    private Times() {}

    public static String utc(Instant at) {
        return UTC.format(at);
    }
}
