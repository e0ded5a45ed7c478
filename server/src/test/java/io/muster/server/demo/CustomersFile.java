package io.muster.server.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The file that comes first in the demo: customers known before the fair, tidy, every row new.
final class CustomersFile {
    static final int SIZE = 1_200;

    /// The last ones asked not to be contacted any more.
    static final int FLAGGED = 30;

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String HEADER =
            "Customer ID,First name,Last name,Email,Phone,Company,Street,Postal code,City,Country,"
                    + "Do not contact\n";

    private CustomersFile() {}

    static byte[] bytes() {
        return IntStream.range(0, SIZE)
                .mapToObj(CustomersFile::line)
                .collect(Collectors.joining("", BYTE_ORDER_MARK + HEADER, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    static Known known() {
        Tally known = new Tally();
        for (int i = 0; i < SIZE; i++) {
            known.created();
        }
        return known.known();
    }

    private static String line(int number) {
        DemoPerson person = DemoPerson.of(number);
        return String.join(
                        ",",
                        List.of(
                                person.customerNumber(),
                                person.firstName(),
                                person.lastName(),
                                person.email(),
                                person.phone().written(3),
                                person.company(),
                                person.street(),
                                person.place().postalCode(),
                                person.place().city(),
                                person.place().country(),
                                number < SIZE - FLAGGED ? "" : "yes"))
                + "\n";
    }
}
