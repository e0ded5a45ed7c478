package io.muster.server.imports;

import io.muster.engine.file.Limits;
import io.muster.server.platform.MusterProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Hands the operator's settings to the engine.
@Configuration(proxyBeanMethods = false)
class ImportsConfiguration {

    @Bean
    Limits limits(MusterProperties properties) {
        MusterProperties.Limits limits = properties.limits();
        return new Limits(
                limits.file().toBytes(),
                limits.columns(),
                limits.cellChars(),
                (int) limits.row().toBytes(),
                limits.workbook().toBytes(),
                limits.workbookParts());
    }
}
