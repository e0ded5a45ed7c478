package io.muster.server.imports;

import io.muster.engine.mapping.MappedRow;
import io.muster.engine.matching.Decision;
import io.muster.engine.plan.Plan;
import io.muster.server.contacts.Origin;
import io.muster.server.imports.run.PushWriter;
import io.muster.server.tenants.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/// Rows that a program hands over instead of a file: decided and written by the same rules, into
/// the same log. Every call needs the tenant's transaction.
@Component
public class PushedRows {
    private final PushWriter writer;

    PushedRows(PushWriter writer) {
        this.writer = writer;
    }

    /// Rows that came together.
    ///
    /// @param delivery the id that they get in the log
    /// @param source as the log names it
    /// @param origin who changes contacts by them
    /// @param rows in the order in which they came, at least one
    /// @param payloads what came, as JSON, by the number of the row
    public record Push(
            UUID delivery,
            String source,
            Origin origin,
            Plan plan,
            List<MappedRow> rows,
            LongFunction<String> payloads) {}

    /// What would become of the rows; nothing is written.
    public List<Decision> decide(TenantId tenant, Plan plan, List<MappedRow> rows) {
        return writer.decide(tenant, plan, rows);
    }

    /// Writes contacts, log rows and counts; they commit with the transaction. A row that the
    /// database refuses fails by itself.
    ///
    /// @return what became of the rows, in their order
    public List<Decision> write(TenantId tenant, Push push) {
        return writer.write(tenant, push);
    }
}
