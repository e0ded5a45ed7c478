package io.muster.engine.field;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.List;
import java.util.stream.Stream;

/// The time zone of a phone number, where there is but one: an area code of Berlin has one, a
/// number without charge in the whole of the United States has many and so none.
record PhoneTimezoneRule(CellRule phone) implements CellRule {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final CellRule ZONES = new TimezoneRule();

    @Override
    public Cell read(String text) {
        return switch (phone.read(text)) {
            case Cell.Valid(Object e164) -> zone(e164.toString());
            // Whoever reads the phone itself says so.
            case Cell.Invalid _, Cell.Nothing _ -> new Cell.Nothing();
        };
    }

    @Override
    public CellRule in(String region) {
        return new PhoneTimezoneRule(phone.in(region));
    }

    private static Cell zone(String e164) {
        List<Cell> zones =
                zones(e164)
                        .map(ZONES::read)
                        .filter(Cell.Valid.class::isInstance)
                        .distinct()
                        .toList();
        return zones.size() == 1 ? zones.getFirst() : new Cell.Nothing();
    }

    private static Stream<String> zones(String e164) {
        try {
            return PhoneNumberToTimeZonesMapper.getInstance()
                    .getTimeZonesForNumber(LIBRARY.parse(e164, null))
                    .stream()
                    .filter(zone ->
                            !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()));
        } catch (NumberParseException e) {
            return Stream.empty();
        }
    }
}
