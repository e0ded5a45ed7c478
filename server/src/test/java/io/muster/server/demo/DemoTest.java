package io.muster.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.muster.server.TestDatabase;
import io.muster.server.access.Members;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// A server that starts as `./muster demo` starts it.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "muster.demo=true")
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@ExtendWith(OutputCaptureExtension.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {
    private static final Pattern PASSWORD = Pattern.compile("Password  (\\S+)");

    @Autowired Demo demo;
    @Autowired DemoTenant tenant;
    @Autowired Members members;

    // The first test hears what is said at the start.
    @Test
    @Order(1)
    void tellsTheTruthTwice(CapturedOutput first) {
        assertThat(first.getOut()).containsSubsequence(TABLE).doesNotContain("WRONG");
        assertThat(first.getOut()).doesNotContain("admin@localhost");
        assertSignIn(first.getOut());

        var again = new ByteArrayOutputStream();
        boolean right = demo.show(new PrintStream(again, true, StandardCharsets.UTF_8));

        assertThat(right).isTrue();
        String second = again.toString(StandardCharsets.UTF_8);
        assertThat(second).as("no third import").containsSubsequence(TABLE);
        assertSignIn(second);
        assertThat(members.authenticate(DemoTenant.EMAIL, password(first.getOut())))
                .as("the password of the first start")
                .isEmpty();
    }

    @Test
    void theCallsInTheReadmeWork(@LocalServerPort int port, @TempDir Path folder) throws Exception {
        assumeThat(Path.of("/usr/bin/curl")).exists();
        String script =
                readmeCalls()
                        .replace("http://localhost:8080", "http://localhost:" + port)
                        .replace("mst_...", tenant.open().key().text());

        Process calls =
                new ProcessBuilder("sh", "-e", "-c", script)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String answers = new String(calls.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(calls.waitFor()).as(answers).isZero();
        assertThat(answers)
                .containsSubsequence(
                        "\"status\":\"uploaded\"",
                        "\"state\":\"done\",\"total\":2",
                        "\"status\":\"completed\"",
                        "\"failed\":1",
                        "\"code\":\"INVALID_PHONE\"");
    }

    private static String readmeCalls() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        int start = readme.indexOf("export MUSTER=");
        return readme.substring(start, readme.indexOf("```", start));
    }

    private static final String[] TABLE = {
        "Import #1 of customers.csv: completed",
        "1,200 contacts",
        "Import #2 of trade-fair-leads.csv: completed",
        """
          created    2,520
          updated      660
          unchanged    420
          skipped      240
          failed       330
          ----------------
          total      4,170
        """,
        """
             150  DUPLICATE_IN_FILE duplicate_of_row merged
             150  MISSING_PHONE     phone            skipped
             135  INVALID_PHONE     phone            failed
              95  INVALID_EMAIL     email            failed
              60  BLANK_ROW         (row)            skipped
              45  EXCEL_DAMAGED     phone            failed
              40  SHORT_ROW         (row)            imported with a warning
              30  SUPPRESSED        do_not_contact   skipped
              22  LONG_ROW          (row)            failed
              18  MATCH_CONFLICT    email            failed
              18  MATCH_CONFLICT    phone            failed
              12  INVALID_COUNTRY   country          failed
               9  UNKNOWN_OWNER     owner            failed
               5  STRAY_QUOTE       (row)            failed
               4  CONTROL_CHARACTER (row)            failed
        """,
        "Right:",
        "Open      http://localhost:"
    };

    private void assertSignIn(String output) {
        assertThat(members.authenticate(DemoTenant.EMAIL, password(output))).isPresent();
    }

    private static String password(String output) {
        Matcher found = PASSWORD.matcher(output);
        assertThat(found.find()).as("a password").isTrue();
        return String.valueOf(found.group(1));
    }
}
