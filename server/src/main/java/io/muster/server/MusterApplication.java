package io.muster.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/// The server: one Spring Boot application cut by feature.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class MusterApplication {
    public static void main(String[] args) {
        SpringApplication.run(MusterApplication.class, args);
    }
}
