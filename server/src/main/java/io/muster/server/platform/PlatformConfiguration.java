package io.muster.server.platform;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What belongs to no feature: the settings and the clock.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MusterProperties.class)
class PlatformConfiguration {

    /// The only clock of the application. What is stored takes its time from the database instead.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
