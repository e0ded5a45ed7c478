package io.muster.server.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/// One database, two pools: a flood of imports must not leave a page waiting for a connection, nor
/// the reverse.
///
/// A [WorkerThread] gets the workers' connections, any other thread the web's.
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
    HikariDataSource webPool(DatabaseServer server, MusterProperties properties) {
        return pool("muster-web", server, properties.database().webConnections(), properties);
    }

    @Bean
    HikariDataSource workerPool(DatabaseServer server, MusterProperties properties) {
        // A worker holds one connection and needs a second while it decides ahead or reports; two
        // are the scheduler's.
        int least = 2 * properties.imports().workers() + 2;
        int connections = Math.max(least, properties.database().workerConnections());
        return pool("muster-worker", server, connections, properties);
    }

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier("webPool") DataSource webPool,
            @Qualifier("workerPool") DataSource workerPool) {
        return new PooledDataSource(webPool, workerPool);
    }

    private static HikariDataSource pool(
            String name, DatabaseServer server, int connections, MusterProperties properties) {
        DatabaseAddress address = server.address();
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(Math.min(2, connections));
        config.addDataSourceProperty("ApplicationName", name);
        // Details of a violated constraint quote the values, which are contact data.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        // A node that froze in a transaction would keep its locks, and nobody could take over.
        config.setConnectionInitSql(
                "set idle_in_transaction_session_timeout = "
                        + properties.imports().lease().multipliedBy(2).toMillis());
        return new HikariDataSource(config);
    }
}
