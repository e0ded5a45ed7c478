package io.muster.server.demo;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The messy file of the demo: what people bring back from a trade fair, merged by hand and saved
/// by a spreadsheet. For each row it makes, it knows what an import has to make of it.
final class LeadsFile {
    private static final String LINE_END = "\r\n";
    private static final Charset ENCODING = Charset.forName("windows-1252");
    private static final List<String> HEADER =
            List.of(
                    "Customer no.",
                    "First name",
                    "Last name",
                    "Email",
                    "Phone",
                    "Company",
                    "Street",
                    "ZIP",
                    "City",
                    "Country",
                    "Owner",
                    "Tags",
                    "Lead source",
                    "Notes");

    /// A file begins well, as files do.
    private static final int CLEAN_START = 20;

    private static final int NUMBER = 0;
    private static final int FIRST_NAME = 1;
    private static final int EMAIL = 3;
    private static final int PHONE = 4;
    private static final int COMPANY = 5;
    private static final int COUNTRY = 9;
    private static final int OWNER = 10;
    private static final int TAGS = 11;
    private static final int SOURCE = 12;
    private static final int NOTES = 13;

    private static final List<String> SOURCES =
            List.of("Badge scan", "Business card", "Raffle", "Talk: “What’s next?”");
    private static final List<String> REMARKS =
            List.of("", "", "wants a price list", "said \"call later\"", "budget > 10 k€", "hot –");
    private static final List<String> BAD_PHONES =
            List.of(
                    "call my assistant",
                    "n/a",
                    "555-01",
                    "(212) 555-0123 x45",
                    "000 000 0000",
                    "+1 212 555",
                    "212-555-O199");
    private static final List<String> BAD_EMAILS =
            List.of(
                    "info@",
                    "anna@@example.org",
                    "anna example.org",
                    "anna@example,org",
                    "ask at reception");

    /// @param place its place in the file; a later row has a greater one
    private record Row(double place, String text) {}

    private final Random random = new Random(20_260_101);
    private final List<Row> rows = new ArrayList<>();
    private final Tally known = new Tally();
    private int nextCustomer;
    private int nextStranger = CustomersFile.SIZE;

    static LeadsFile make() {
        LeadsFile file = new LeadsFile();
        file.placedRows();
        file.skippedRows();
        file.failedRows();
        return file;
    }

    byte[] bytes() {
        String header = line(HEADER);
        return rows.stream()
                .sorted(Comparator.comparingDouble(Row::place))
                .map(Row::text)
                .collect(Collectors.joining("", header, ""))
                .getBytes(ENCODING);
    }

    Known known() {
        return known.known();
    }

    private void placedRows() {
        for (int i = 0; i < 2_400; i++) {
            List<String> cells = stranger();
            double place = i < CLEAN_START ? i / 1e6 : place();
            known.created();
            add(place, line(cells));
            if (i >= 100 && i < 210) {
                known.unchanged("DUPLICATE_IN_FILE", "duplicate_of_row");
                add(later(place), line(again(cells)));
            } else if (i >= 210 && i < 250) {
                List<String> changed = again(cells);
                changed.set(COMPANY, "Formerly " + cells.get(COMPANY));
                known.updated("DUPLICATE_IN_FILE", "duplicate_of_row");
                add(later(place), line(changed));
            }
        }
        for (int i = 0; i < 60; i++) {
            List<String> cells = stranger();
            cells.set(NOTES, "met twice\r\nsecond day: asked for a demo;\nleave no voicemail");
            known.created();
            add(line(cells));
        }
        for (int i = 0; i < 40; i++) {
            known.created("SHORT_ROW", null);
            add(line(stranger().subList(0, COUNTRY + 1)));
        }
        for (int i = 0; i < 20; i++) {
            known.created();
            add(line(stranger()).replace(LINE_END, ";;;" + LINE_END));
        }
        for (int i = 0; i < 620; i++) {
            List<String> cells = customer(i);
            cells.set(COMPANY, cells.get(COMPANY) + " Group");
            cells.set(SOURCE, SOURCES.get(i % SOURCES.size()));
            known.updated();
            add(line(cells));
        }
        for (int i = 0; i < 310; i++) {
            known.unchanged();
            add(line(customer(i)));
        }
    }

    private void skippedRows() {
        for (int i = 0; i < 150; i++) {
            List<String> cells = stranger();
            cells.set(PHONE, i % 3 == 0 ? "  " : "");
            // What else is wrong with such a row does not matter any more.
            cells.set(EMAIL, i % 10 == 0 ? pick(BAD_EMAILS) : cells.get(EMAIL));
            known.skipped("MISSING_PHONE", "phone");
            add(line(cells));
        }
        for (int i = 0; i < 60; i++) {
            known.skipped("BLANK_ROW", null);
            add((i < 25 ? "" : i < 50 ? ";".repeat(HEADER.size() - 1) : " ; ; ") + LINE_END);
        }
        for (int i = CustomersFile.SIZE - CustomersFile.FLAGGED; i < CustomersFile.SIZE; i++) {
            known.skipped("SUPPRESSED", "do_not_contact");
            add(line(cells(DemoPerson.of(i))));
        }
    }

    private void failedRows() {
        for (int i = 0; i < 120; i++) {
            failing(PHONE, pick(BAD_PHONES), "INVALID_PHONE", "phone");
        }
        for (int i = 0; i < 45; i++) {
            failing(PHONE, i % 2 == 0 ? "2.12556E+9" : "4,93023E+11", "EXCEL_DAMAGED", "phone");
        }
        for (int i = 0; i < 80; i++) {
            failing(EMAIL, pick(BAD_EMAILS), "INVALID_EMAIL", "email");
        }
        for (int i = 0; i < 12; i++) {
            failing(COUNTRY, "Atlantis", "INVALID_COUNTRY", "country");
        }
        for (int i = 0; i < 9; i++) {
            failing(OWNER, "whoever is free", "UNKNOWN_OWNER", "owner");
        }
        for (int i = 0; i < 15; i++) {
            List<String> cells = stranger();
            cells.set(PHONE, pick(BAD_PHONES));
            cells.set(EMAIL, pick(BAD_EMAILS));
            known.failed("INVALID_PHONE", "phone", "INVALID_EMAIL", "email");
            add(line(cells));
        }
        for (int i = 0; i < 18; i++) {
            List<String> cells = customer(2);
            cells.set(EMAIL, DemoPerson.of(nextCustomer++).email());
            known.failed("MATCH_CONFLICT", "phone", "MATCH_CONFLICT", "email");
            add(line(cells));
        }
        for (int i = 0; i < 22; i++) {
            List<String> cells = stranger();
            cells.set(NOTES, "left early");
            known.failed("LONG_ROW", null);
            add(line(cells).replace(" Street;", " Street; Suite " + i + ";"));
        }
        for (int i = 0; i < 5; i++) {
            List<String> cells = stranger();
            known.failed("STRAY_QUOTE", null);
            add(line(cells).replaceFirst(";([^;]+);", ";\"$1\" aka Boss;"));
        }
        for (int i = 0; i < 4; i++) {
            List<String> cells = stranger();
            cells.set(FIRST_NAME, cells.get(FIRST_NAME) + "\u0007");
            known.failed("CONTROL_CHARACTER", null);
            add(line(cells));
        }
    }

    private void failing(int column, String value, String code, String field) {
        List<String> cells = stranger();
        cells.set(column, value);
        known.failed(code, field);
        add(line(cells));
    }

    private List<String> stranger() {
        List<String> cells = cells(DemoPerson.of(nextStranger++));
        cells.set(OWNER, random.nextInt(6) == 0 ? "demo@example.org" : "");
        cells.set(TAGS, random.nextBoolean() ? "fair 2026" : "fair 2026|newsletter");
        cells.set(SOURCE, pick(SOURCES));
        cells.set(NOTES, pick(REMARKS));
        return cells;
    }

    /// A customer whom no other row is about, with some of the keys that tell who it is.
    private List<String> customer(int keys) {
        DemoPerson person = DemoPerson.of(nextCustomer++);
        List<String> cells = cells(person);
        cells.set(NUMBER, keys % 3 == 0 ? person.customerNumber() : "");
        cells.set(EMAIL, keys % 3 == 1 ? "" : cells.get(EMAIL));
        return cells;
    }

    private List<String> cells(DemoPerson person) {
        String email = person.email();
        return new ArrayList<>(
                Arrays.asList(
                        "",
                        person.firstName(),
                        person.lastName() + (random.nextInt(20) == 0 ? "\u00A0 " : ""),
                        random.nextInt(8) == 0 ? email.replace("example", "EXAMPLE") : email,
                        person.phone().written(random.nextInt(28)),
                        person.company(),
                        person.street(),
                        person.place().postalCode(),
                        person.place().city(),
                        person.place().country(),
                        "",
                        "",
                        "",
                        ""));
    }

    /// The same person entered once more, by somebody in a hurry.
    private static List<String> again(List<String> cells) {
        return IntStream.range(0, cells.size())
                .mapToObj(column -> column <= PHONE ? cells.get(column) : "")
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private double later(double place) {
        return place + (1 - place) * random.nextDouble();
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    /// Anywhere behind the clean start.
    private double place() {
        return 0.001 + 0.999 * random.nextDouble();
    }

    private void add(String text) {
        add(place(), text);
    }

    private void add(double place, String text) {
        rows.add(new Row(place, text));
    }

    private static String line(List<String> cells) {
        return cells.stream().map(LeadsFile::cell).collect(Collectors.joining(";", "", LINE_END));
    }

    private static String cell(String text) {
        return text.matches("(?s).*[;\"\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
