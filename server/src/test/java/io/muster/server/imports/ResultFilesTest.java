package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file for each result: the rows that ended so, as they stood, and what happened to them.
class ResultFilesTest extends ImportTest {
    private static final String OPTIONS = "{\"on_invalid\": \"drop_field\"}";

    /// The second row is known before.
    private static final String FILE =
            """
            Note,Phone,Email,First name
            =1,+49 30 80445685,a@example.org,New
            =2,+49 30 80445686,b@example.org,Known
            =3,+49 30 80445687,nobody,Warned
            =4,,d@example.org,Skipped
            =5,12,e@example.org,Failed
            =6,+49 30 80445686,b@example.org,Changed
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    created      | =1 =3
                    updated      | =6
                    unchanged    | =2
                    skipped      | =4 =5
                    failed       |
                    with_warning | =3 =6
                    success      | =1 =2
                    warning      | =3 =4 =5 =6
                    failure      |
                    """)
    void holdsTheRowsThatEndedSo(String result, String notes) {
        api.run("Phone,Email,First name\n+49 30 80445686,b@example.org,Known\n", "");
        DocumentContext done = api.run(FILE, OPTIONS);

        List<String> lines =
                api.download(ImportApi.id(done), "rows.csv?result=" + result).lines().toList();

        assertThat(lines.getFirst())
                .endsWith(
                        "Note,Phone,Email,First name,Muster row,Muster result,Muster code,Muster field,Muster message,Muster import");
        assertThat(lines.stream().skip(1).map(line -> line.split(",")[0].substring(1)))
                .isEqualTo(notes == null ? List.of() : List.of(notes.split(" ")));
        assertThat(lines.stream().skip(1)).allMatch(line -> line.startsWith("'="));
    }

    /// More rows than are read from the log at once.
    @Test
    void goesThroughTheFileOnce() {
        int rows = 3_500;
        StringBuilder file = new StringBuilder("Phone,Note\n");
        IntStream.range(0, rows).forEach(i -> file.append("+1415555%04d,n%d\n".formatted(i, i)));
        UUID id = ImportApi.id(api.run(file.toString(), "{\"required\": [\"any\"]}"));

        List<String> lines = api.download(id, "rows.csv").lines().skip(1).toList();

        assertThat(lines).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            assertThat(lines.get(i)).startsWith("'+1415555%04d,n%d,%d,".formatted(i, i, i + 1));
        }
    }

    @Test
    void anUndoHasItsFilesToo() {
        UUID id = ImportApi.id(api.run(FILE, OPTIONS));
        var undo = new UndoApi(web, api);
        undo.edit("+493080445685", "{\"first_name\": \"Edited\"}");
        undo.undo(id);

        assertThat(api.download(id, "revert/rows.csv?result=kept").lines().skip(1).toList())
                .singleElement()
                .asString()
                .startsWith("'=1,'+49 30 80445685,a@example.org,New,1,kept,CHANGED_SINCE,");
        assertThat(
                        api.download(id, "revert/rows.csv")
                                .lines()
                                .skip(1)
                                .map(line -> line.substring(0, 3)))
                .containsExactly("'=1", "'=2", "'=3", "'=6");
    }
}
