package io.muster.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The server: one Spring Boot application cut by feature.
@SpringBootApplication
public class MusterApplication {
    public static void main(String[] args) {
        SpringApplication.run(MusterApplication.class, args);
    }
}
