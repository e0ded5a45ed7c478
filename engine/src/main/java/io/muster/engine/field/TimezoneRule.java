package io.muster.engine.field;

import com.ibm.icu.util.TimeZone;
import io.muster.engine.outcome.Code;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A time zone by its IANA id in any case, or by a name that Windows, Rails or people give it; the
/// canonical IANA id is the value. An offset such as `UTC-5` is no zone: it knows no summer time.
record TimezoneRule() implements CellRule {

    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    /// By id as written and in lower case, where `+` and `-` count.
    private static final Map<String, String> BY_ID = new HashMap<>();

    /// By name in plain words.
    private static final Map<String, String> BY_NAME = new HashMap<>();

    static {
        for (String zone : ZONES) {
            if (!zone.startsWith("SystemV/")) {
                String canonical = canonical(zone);
                BY_ID.put(zone, canonical);
                BY_ID.put(zone.toLowerCase(Locale.ROOT), canonical);
                addWindowsName(zone);
            }
        }
        for (WordList.Line line : WordList.read(TimezoneRule.class, "timezones.txt")) {
            String canonical = canonical(line.key());
            for (String name : line.words()) {
                BY_NAME.put(PlainWords.of(name), canonical);
                // The old POSIX ids are zones to IANA, but a place is what people mean.
                BY_ID.computeIfPresent(name, (id, zone) -> canonical);
                BY_ID.computeIfPresent(name.toLowerCase(Locale.ROOT), (id, zone) -> canonical);
            }
        }
    }

    @Override
    public Cell read(String text) {
        String zone = BY_ID.get(text);
        if (zone == null) {
            zone = find(Invisible.strip(text));
        }
        return zone == null ? new Cell.Invalid(Code.INVALID_TIMEZONE) : new Cell.Valid(zone);
    }

    /// Every zone that a text can be read as.
    static Stream<String> canonical() {
        return BY_ID.values().stream().distinct();
    }

    /// Takes a mistyped zone for the one it is nearest to.
    static Correction correction() {
        Map<String, String> names = new HashMap<>(BY_NAME);
        BY_ID.forEach((id, zone) -> names.put(PlainWords.of(id), zone));
        var rule = new TimezoneRule();
        return new NearestName(names, text -> rule.read(text) instanceof Cell.Valid);
    }

    private static @Nullable String find(String text) {
        String zone = BY_ID.get(text.toLowerCase(Locale.ROOT).replace(' ', '_'));
        return zone == null ? BY_NAME.get(PlainWords.of(withoutOffset(text))) : zone;
    }

    /// `(GMT-05:00) Eastern Time (US & Canada)` without what stands before the name.
    private static String withoutOffset(String text) {
        boolean offset =
                text.regionMatches(true, 0, "(GMT", 0, 4)
                        || text.regionMatches(true, 0, "(UTC", 0, 4);
        int end = text.indexOf(')');
        return offset && end < text.length() - 1 ? text.substring(end + 1) : text;
    }

    private static String canonical(String zone) {
        String canonical = TimeZone.getIanaID(zone);
        return canonical != null && ZONES.contains(canonical) ? canonical : zone;
    }

    private static void addWindowsName(String zone) {
        String windows = TimeZone.getWindowsID(zone);
        // Those named UTC-11 and the like would lose their sign.
        if (windows != null && !windows.startsWith("UTC")) {
            BY_NAME.put(
                    PlainWords.of(windows), canonical(TimeZone.getIDForWindowsID(windows, "001")));
        }
    }
}
