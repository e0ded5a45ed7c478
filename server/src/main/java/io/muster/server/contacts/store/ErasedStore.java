package io.muster.server.contacts.store;

import io.muster.server.tenants.TenantId;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `erased_key`; call it in a transaction of the tenant.
@Repository
public class ErasedStore {
    private static final String FIND =
            "select hash from erased_key where tenant_id = :tenant and hash = any (:hashes)";

    private static final String INSERT =
            """
            insert into erased_key (tenant_id, hash) select :tenant, unnest(:hashes)
            on conflict do nothing
            """;

    private static final String DELETE =
            "delete from erased_key where tenant_id = :tenant and hash = any (:hashes)";

    private final JdbcClient jdbc;

    ErasedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Those of the hashes that stand in it.
    public List<ByteBuffer> find(TenantId tenant, Collection<ByteBuffer> hashes) {
        return jdbc.sql(FIND)
                .param("tenant", tenant.value())
                .param("hashes", bytes(hashes))
                .query((row, i) -> ByteBuffer.wrap(row.getBytes(1)))
                .list();
    }

    public void insert(TenantId tenant, Collection<ByteBuffer> hashes) {
        jdbc.sql(INSERT).param("tenant", tenant.value()).param("hashes", bytes(hashes)).update();
    }

    public void delete(TenantId tenant, Collection<ByteBuffer> hashes) {
        jdbc.sql(DELETE).param("tenant", tenant.value()).param("hashes", bytes(hashes)).update();
    }

    private static byte[][] bytes(Collection<ByteBuffer> hashes) {
        return hashes.stream().map(ByteBuffer::array).toArray(byte[][]::new);
    }
}
