package io.muster.server.platform.secrets;

import io.muster.server.platform.MusterProperties;
import io.muster.server.platform.StartRefusedException;
import io.muster.server.platform.secrets.store.KeyCheckStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/// The key under which this installation keeps values that it must recognise and others must not
/// read. It lies outside of the database, so the database alone tells nobody who is on a list.
///
/// The database remembers which key that is: under another one nothing would be recognised, and
/// nobody would notice.
@Component
public class InstallationKey implements InitializingBean {
    private static final String NAME = "installation";

    private final MusterProperties properties;
    private final KeyCheckStore store;
    private volatile @Nullable ScopedKey known;

    InstallationKey(MusterProperties properties, KeyCheckStore store) {
        this.properties = properties;
        this.store = store;
    }

    /// @throws StartRefusedException when values are kept under another key
    @Override
    public void afterPropertiesSet() {
        if (store.find().isPresent()) {
            key();
        }
    }

    /// A key of its own for each tenant, so that equal values of two tenants look different.
    public ScopedKey of(UUID tenant) {
        return key().derive(tenant.toString());
    }

    private ScopedKey key() {
        ScopedKey key = known;
        if (key == null) {
            key = ScopedKey.of(secret().getBytes(StandardCharsets.UTF_8));
            byte[] check = key.hasher("check").hash("", "");
            if (!MessageDigest.isEqual(check, store.findOrInsert(check))) {
                throw new StartRefusedException(
                        "The lists of suppressed and erased people in this database were made with another secret.",
                        "Restore the file secrets/"
                                + NAME
                                + " of the data folder from your backup, share the folder between all"
                                + " nodes, or set MUSTER_SECRET to the same value on each.");
            }
            known = key;
        }
        return key;
    }

    private String secret() {
        String set = properties.secret();
        if (set != null) {
            return set;
        }
        try {
            return new Secrets(properties.dataDir().resolve("secrets")).get(NAME);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
