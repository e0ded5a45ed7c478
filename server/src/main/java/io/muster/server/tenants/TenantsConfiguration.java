package io.muster.server.tenants;

import io.muster.server.platform.Worker;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Gives out the doors to tenant data: one for requests, one for background work.
@Configuration(proxyBeanMethods = false)
class TenantsConfiguration {

    @Bean
    @Primary
    TenantTransactions tenantTransactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        return new TenantTransactions(manager, jdbc);
    }

    @Bean(defaultCandidate = false)
    @Worker
    TenantTransactions workerTenantTransactions(
            @Worker PlatformTransactionManager manager, @Worker JdbcClient jdbc) {
        return new TenantTransactions(manager, jdbc);
    }
}
