package io.muster.server.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/// Somebody who does not exist. Names are drawn together; addresses are under the reserved
/// `example` domains, and phone numbers come from the ranges kept free for films and manuals.
record DemoPerson(
        int number,
        String firstName,
        String lastName,
        String company,
        String street,
        Place place,
        Phone phone) {

    private static final List<String> FIRST_NAMES =
            words(
                    """
                    Aaliyah Amélie Anders Anja Beatriz Björn Carlos Chloé Daniel Deepa Edith Elif Émile Fatima Felix
                    Françoise Gabriel Grace Günther Hannah Hiroshi Ines Ingrid Jamal Jürgen Karin Kofi Lena Liam Lúcia
                    Maeve Marek Maja Nadia Noah Oksana Olivér Paula Priya Quentin Rafael Renée Sabine Samuel Søren Tara
                    Tomás Ursula Violet Willem Yara Zoë
                    """);

    private static final List<String> LAST_NAMES =
            words(
                    """
                    Abernathy Ångström Baker Bäcker Carvalho Cho Delacroix Doyle Eriksen Fairbanks Fournier Göbel
                    Gutiérrez Hargreaves Haussmann Ibarra Jansen Kaya Keller Lindqvist López Mbeki Müller Nakamura
                    Novák Núñez Okafor O'Brien Öztürk Petrov Peña Quigley Reinhardt Rossi Schäfer Sørensen Tanaka
                    Underwood Vogel Weiß Wójcik Xavier Yamada Zimmermann
                    """);

    private static final List<String> TRADES =
            words(
                    "Optics Roofing Freight Bakery Robotics Textiles Instruments Gardens Foods Press");

    private static final List<String> STREETS =
            words("Alder Birch Canal Depot Elm Foundry Garden Harbor Iron Juniper Kiln Lock Mill");

    private static final List<Place> AMERICAN =
            List.of(
                    new Place("Springfield", "01103", "US"),
                    new Place("Riverton", "84065", "United States"),
                    new Place("Fairview", "37062", "USA"));

    private static final List<Place> GERMAN =
            List.of(
                    new Place("Köln", "50667", "Germany"),
                    new Place("Düsseldorf", "40213", "DE"),
                    new Place("Görlitz", "02826", "Deutschland"));

    private static final List<Place> BRITISH = List.of(new Place("Bath", "BA1 1AA", "UK"));

    private static final int[] AREA_CODES = {
        201, 202, 206, 212, 213, 214, 215, 216, 303, 305, 312, 313, 314, 402, 404, 410, 412, 415,
        501, 502, 503, 504, 512, 602, 612, 614, 615, 617, 702, 713, 801, 804, 813, 816, 901, 904,
        907, 916, 919, 971
    };

    /// @param country as people write it
    record Place(String city, String postalCode, String country) {}

    /// @param national the digits after the calling code
    record Phone(int callingCode, String national) {

        /// One of the ways in which people write it, all of them valid for a reader in the US.
        String written(int style) {
            String area = national.substring(0, callingCode == 1 ? 3 : 2);
            String head = national.substring(area.length(), national.length() - 4);
            String tail = national.substring(national.length() - 4);
            if (callingCode != 1) {
                return switch (style % 4) {
                    case 0 -> "+%d %s %s %s".formatted(callingCode, area, head, tail);
                    case 1 -> "+%d (0)%s %s%s".formatted(callingCode, area, head, tail);
                    case 2 -> "+%d%s".formatted(callingCode, national);
                    default -> "011 %d %s %s-%s".formatted(callingCode, area, head, tail);
                };
            }
            return switch (style % 7) {
                case 0 -> "(%s) %s-%s".formatted(area, head, tail);
                case 1 -> "%s-%s-%s".formatted(area, head, tail);
                case 2 -> "%s.%s.%s".formatted(area, head, tail);
                case 3 -> "+1 %s %s %s".formatted(area, head, tail);
                case 4 -> national;
                case 5 -> "1-%s-%s-%s".formatted(area, head, tail);
                default -> "'+1%s".formatted(national);
            };
        }
    }

    /// The person with a number from 0 to 9,999; different numbers share neither phone nor email.
    static DemoPerson of(int number) {
        List<Place> places =
                switch (number % 10) {
                    case 7, 8 -> GERMAN;
                    case 9 -> BRITISH;
                    default -> AMERICAN;
                };
        String lastName = LAST_NAMES.get(number * 7 % LAST_NAMES.size());
        return new DemoPerson(
                number,
                FIRST_NAMES.get(number * 5 % FIRST_NAMES.size()),
                lastName,
                lastName + " " + TRADES.get(number / 3 % TRADES.size()),
                (1 + number % 240) + " " + STREETS.get(number % STREETS.size()) + " Street",
                places.get(number / 10 % places.size()),
                phone(number));
    }

    String customerNumber() {
        return "C-%05d".formatted(20_000 + number);
    }

    String email() {
        String name =
                Normalizer.normalize(firstName + "." + lastName, Normalizer.Form.NFD)
                        .replace("ß", "ss")
                        .replace("ø", "o")
                        .replaceAll("[^A-Za-z.]", "")
                        .toLowerCase(Locale.ROOT);
        return name + number + (number % 3 == 0 ? "@example.net" : "@example.org");
    }

    private static Phone phone(int number) {
        int decade = number / 10;
        return switch (number % 10) {
            case 7 -> new Phone(49, "3023125%03d".formatted(decade));
            case 8 -> new Phone(49, "6990009%03d".formatted(decade));
            case 9 -> new Phone(44, "207946%04d".formatted(decade));
            default -> {
                int nth = decade * 7 + number % 10;
                yield new Phone(1, AREA_CODES[nth / 100] + "55501%02d".formatted(nth % 100));
            }
        };
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
