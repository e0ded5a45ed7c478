package io.muster.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.muster.engine.file.Limits;
import io.muster.server.platform.MusterProperties;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Each limit that an operator sets reaches the reader.
class ImportLimitsTest {

    @Test
    void areThoseOfTheConfiguration() {
        var source =
                new MapConfigurationPropertySource(
                        Map.of(
                                "muster.limits.file", "6MB",
                                "muster.limits.columns", "7",
                                "muster.limits.cell-chars", "8",
                                "muster.limits.row", "9KB",
                                "muster.limits.workbook", "10MB",
                                "muster.limits.workbook-parts", "11"));
        MusterProperties properties =
                new Binder(source).bind("muster", MusterProperties.class).get();

        assertThat(new ImportsConfiguration().limits(properties))
                .isEqualTo(new Limits(6 << 20, 7, 8, 9 << 10, 10 << 20, 11));
    }
}
