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
        int connections = properties.database().webConnections();
        return new HikariDataSource(pool("muster-web", server, connections, properties));
    }

    @Bean
    HikariDataSource workerPool(DatabaseServer server, MusterProperties properties) {
        // A worker holds one connection and needs a second while it decides ahead or reports; two
        // are the scheduler's.
        int least = 2 * properties.imports().workers() + 2;
        int connections = Math.max(least, properties.database().workerConnections());
        HikariConfig pool = pool("muster-worker", server, connections, properties);
        // A plan that is kept was made for the tables as they were: the first batches of an import
        // find them empty, the last ones hold millions. Batches are few, so each is planned anew.
        pool.addDataSourceProperty("prepareThreshold", "0");
        return new HikariDataSource(pool);
    }

    @Bean
    @Primary
    DataSource dataSource(
            @Qualifier("webPool") DataSource webPool,
            @Qualifier("workerPool") DataSource workerPool) {
        return new PooledDataSource(webPool, workerPool);
    }

    private static HikariConfig pool(
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
        return config;
    }
}
