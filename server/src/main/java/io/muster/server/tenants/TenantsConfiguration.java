package io.muster.server.tenants;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// Gives out the door to tenant data.
@Configuration(proxyBeanMethods = false)
class TenantsConfiguration {

    @Bean
    TenantTransactions tenantTransactions(
            PlatformTransactionManager manager,
            JdbcClient jdbc,
            ObjectProvider<TransactionWitness> witnesses) {
        return new TenantTransactions(manager, jdbc, witnesses.orderedStream().toList());
    }
}
