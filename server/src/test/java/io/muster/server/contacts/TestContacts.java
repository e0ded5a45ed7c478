package io.muster.server.contacts;

import io.muster.engine.field.StandardField;
import io.muster.engine.matching.Change;
import io.muster.engine.matching.Contact;
import io.muster.server.platform.Ids;
import io.muster.server.tenants.TenantId;
import io.muster.server.tenants.TenantTransactions;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// Makes contacts for tests, by the path that imports take.
@Component
public class TestContacts {
    private final TenantTransactions transactions;
    private final ContactBatches batches;

    TestContacts(TenantTransactions transactions, ContactBatches batches) {
        this.transactions = transactions;
        this.batches = batches;
    }

    public UUID add(TenantId tenant, Consumer<Contact.Draft> fill) {
        UUID id = Ids.next();
        Contact.Draft draft = Contact.create(id);
        fill.accept(draft);
        var staged = StagedContacts.of(List.of(new Change.Create(draft.done())));
        transactions.run(
                tenant,
                () -> {
                    batches.lockAndRaiseVersion(tenant);
                    batches.write(tenant, staged, new Origin("a test"));
                });
        return id;
    }

    public UUID named(TenantId tenant, String first, String last) {
        return add(
                tenant,
                draft ->
                        draft.text(StandardField.FIRST_NAME, first)
                                .text(StandardField.LAST_NAME, last));
    }
}
