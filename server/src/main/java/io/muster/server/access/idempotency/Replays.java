package io.muster.server.access.idempotency;

import io.muster.server.access.idempotency.Answer.Origin;
import io.muster.server.access.store.IdempotencyStore;
import io.muster.server.access.store.IdempotencyStore.Kept;
import io.muster.server.platform.secrets.Seal;
import io.muster.server.platform.web.ApiProblem;
import io.muster.server.platform.web.ProblemKind;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/// Carries work out once for each key, and answers from memory after that.
///
/// The work and the memory of its answer commit together. So a crash leaves both or neither, and
/// there is no half-done attempt to wait for. Only success is kept: a refused request did nothing
/// and may be tried again with the same key.
@Component
public class Replays {
    static final ProblemKind IN_PROGRESS =
            new ProblemKind("request-in-progress", 409, "The same request is being carried out");
    static final ProblemKind KEY_REUSED =
            new ProblemKind("idempotency-key-reused", 422, "The key belongs to another request");

    private final TenantTransactions transactions;
    private final IdempotencyStore store;

    Replays(TenantTransactions transactions, IdempotencyStore store) {
        this.transactions = transactions;
        this.store = store;
    }

    /// @param print what the key must always be sent with
    /// @throws ApiProblem 409 while the first attempt runs, 422 if the key came with another
    ///   request
    public Answer once(TenantId tenant, IdempotencyKey key, byte[] print, Supplier<Answer> work) {
        try {
            return transactions.call(tenant, () -> lookUpOrWork(tenant, key, print, work));
        } catch (Unkept unkept) {
            return unkept.answer;
        }
    }

    private Answer lookUpOrWork(
            TenantId tenant, IdempotencyKey key, byte[] print, Supplier<Answer> work) {
        byte[] name = key.name();
        if (!store.tryLock(tenant, name)) {
            throw new ApiProblem(IN_PROGRESS, "Wait for its answer, or ask again for it.")
                    .retryAfter(Duration.ofSeconds(1));
        }
        Optional<Kept> kept = store.find(tenant, name);
        if (kept.isPresent()) {
            return replay(kept.get(), key, print);
        }
        Answer answer = work.get();
        if (!answer.isSuccess()) {
            throw new Unkept(answer);
        }
        byte[] sealed = Seal.close(key.seal(), answer.body());
        store.insert(
                tenant,
                name,
                new Kept(print, answer.status(), answer.contentType(), answer.location(), sealed));
        return answer;
    }

    private static Answer replay(Kept kept, IdempotencyKey key, byte[] print) {
        if (!MessageDigest.isEqual(kept.request(), print)) {
            throw new ApiProblem(KEY_REUSED, "Use a new Idempotency-Key for a new request.");
        }
        return new Answer(
                kept.status(),
                kept.contentType(),
                kept.location(),
                Seal.open(key.seal(), kept.body()),
                Origin.REPLAYED);
    }

    /// Takes an answer out of a transaction that must not commit.
    private static final class Unkept extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Answer answer;

        Unkept(Answer answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }
}
