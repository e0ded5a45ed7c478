package io.muster.server.files;

import io.muster.server.platform.MusterProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Keeps files in the data folder.
@Configuration(proxyBeanMethods = false)
class FilesConfiguration {

    @Bean
    FileStore fileStore(MusterProperties properties, Clock clock) {
        var store = new LocalFileStore(properties.dataDir().resolve("files"));
        store.removeDraftsBefore(clock.instant().minus(LocalFileStore.DRAFT_LIFE));
        return store;
    }
}
