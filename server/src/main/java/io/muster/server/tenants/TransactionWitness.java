package io.muster.server.tenants;

/// Is told whenever a transaction of a tenant is entered, and may add to it before it commits.
public interface TransactionWitness {

    /// Called inside the transaction, each time that work joins it.
    void entered(TenantId tenant);
}
