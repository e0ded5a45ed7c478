package io.muster.bench.file;

import java.util.List;
import java.util.Locale;

/// Everything about the n-th contact follows from n. External ids rise with it, as in an export
/// sorted by id; phones and emails come in no order.
record InventedContact(long number) {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    /// Prime to the count of numbers, so that each contact has one of its own.
    private static final long STRIDE = 48_271_231;

    private static final List<String> AREAS =
            List.of(
                    "212", "305", "312", "404", "415", "512", "602", "617", "702", "713", "206",
                    "303", "214", "619", "503", "612", "704", "919", "216", "314");
    private static final int EXCHANGES = 700;
    private static final int LINES = 10_000;
    private static final List<String> FIRST =
            List.of(
                    "Ada", "Ben", "Chloé", "David", "Elena", "Farid", "Grace", "Hugo", "Ines",
                    "Jonas", "Karim", "Lena", "Mia", "Noah", "Olga", "Pedro", "Quinn", "Rosa",
                    "Sam", "Tara", "Uma", "Victor", "Wanda", "Zoë");
    private static final List<String> LAST =
            List.of(
                    "Adams",
                    "Baker",
                    "Castillo",
                    "Dubois",
                    "Evans",
                    "Fischer",
                    "Garcia",
                    "Hansen",
                    "Ivanov",
                    "Jensen",
                    "Keller",
                    "Lopez",
                    "Müller",
                    "Novak",
                    "Olsen",
                    "Parker",
                    "Quintero",
                    "Rossi",
                    "Smith",
                    "Tanaka",
                    "Underwood",
                    "Vogel",
                    "Weber",
                    "Young");
    private static final List<String> COMPANY =
            List.of("Acorn", "Bluebird", "Cobalt", "Delta", "Ember", "Fjord", "Granite", "Harbor");
    private static final List<String> TRADE =
            List.of("Homes", "Realty", "Logistics", "Dental", "Foods", "Motors", "Studio");
    private static final List<String> CITY =
            List.of("Austin", "Boston", "Chicago", "Denver", "Miami", "Portland", "Seattle");
    private static final List<String> TAGS =
            List.of("customer", "lead", "customer;newsletter", "lead;trade show;2025", "");

    /// Spreads numbers; never negative.
    static long mix(long value) {
        long hash = value * STEP;
        hash = (hash ^ (hash >>> 32)) * STEP;
        return (hash ^ (hash >>> 29)) & Long.MAX_VALUE;
    }

    String externalId() {
        return String.format(Locale.ROOT, "C-%08d", number);
    }

    /// One in ten comes from Germany.
    ///
    /// @param spelling picks one of the ways to write the number
    String phone(long spelling) {
        if (number % 10 == 9) {
            String line = digits(number * STRIDE % 100_000_000, 8);
            return spelling % 2 == 0 ? "+49 151 " + line : "+49151" + line;
        }
        long place = number * STRIDE % ((long) AREAS.size() * EXCHANGES * LINES);
        String area = AREAS.get((int) (place % AREAS.size()));
        String exchange = digits(200 + place / AREAS.size() % EXCHANGES, 3);
        String line = digits(place / AREAS.size() / EXCHANGES, 4);
        return switch ((int) (mix(spelling) % 6)) {
            case 0 -> "(" + area + ") " + exchange + "-" + line;
            case 1 -> area + "-" + exchange + "-" + line;
            case 2 -> "+1 " + area + " " + exchange + " " + line;
            case 3 -> area + exchange + line;
            case 4 -> "1-" + area + "-" + exchange + "-" + line;
            default -> area + "." + exchange + "." + line;
        };
    }

    String email() {
        String name = FIRST.get(pick(1, FIRST.size())) + "." + LAST.get(pick(2, LAST.size()));
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "x");
        return plain + Long.toString(number, 36) + "@mail" + pick(3, 40) + ".example.com";
    }

    String firstName() {
        return FIRST.get(pick(1, FIRST.size()));
    }

    String lastName() {
        return LAST.get(pick(2, LAST.size()));
    }

    String company() {
        return COMPANY.get(pick(4, COMPANY.size())) + " " + TRADE.get(pick(5, TRADE.size()));
    }

    String city() {
        return CITY.get(pick(6, CITY.size()));
    }

    String postalCode() {
        return digits(501 + mix(number * 8 + 7) % 99_000, 5);
    }

    String country() {
        return number % 10 == 9 ? "DE" : "US";
    }

    String tags() {
        return TAGS.get(pick(8, TAGS.size()));
    }

    private int pick(int aspect, int count) {
        return (int) (mix(number * 16 + aspect) % count);
    }

    private static String digits(long value, int width) {
        String text = Long.toString(value);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
