package io.muster.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/// One database, two pools: a flood of imports must not leave a page waiting for a connection, nor
/// the reverse.
///
/// What is injected without a qualifier serves the web; [Worker] marks its twin for background
/// work.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    DatabaseServer databaseServer(MusterProperties properties) {
        var server = DatabaseServer.of(properties);
        try {
            DatabaseRole.requireOrdinary(server.address());
            return server;
        } catch (StartRefusedException refused) {
            server.close();
            throw refused;
        }
    }

    @Bean
    @Primary
    HikariDataSource webDataSource(DatabaseServer server, MusterProperties properties) {
        return pool("muster-web", server.address(), properties.database().webConnections());
    }

    @Bean(defaultCandidate = false)
    @Worker
    HikariDataSource workerDataSource(DatabaseServer server, MusterProperties properties) {
        return pool("muster-worker", server.address(), properties.database().workerConnections());
    }

    @Bean
    @Primary
    JdbcClient webJdbcClient(DataSource web) {
        return JdbcClient.create(web);
    }

    @Bean(defaultCandidate = false)
    @Worker
    JdbcClient workerJdbcClient(@Worker DataSource worker) {
        return JdbcClient.create(worker);
    }

    @Bean
    @Primary
    PlatformTransactionManager webTransactionManager(DataSource web) {
        return new JdbcTransactionManager(web);
    }

    @Bean(defaultCandidate = false)
    @Worker
    PlatformTransactionManager workerTransactionManager(@Worker DataSource worker) {
        return new JdbcTransactionManager(worker);
    }

    private static HikariDataSource pool(String name, DatabaseAddress address, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.addDataSourceProperty("ApplicationName", name);
        return new HikariDataSource(config);
    }
}
