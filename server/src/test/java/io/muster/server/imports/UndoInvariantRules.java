package io.muster.server.imports;

import io.muster.server.imports.InvariantRules.Rule;
import java.util.List;

/// What must hold of undos at every moment.
final class UndoInvariantRules {
    private UndoInvariantRules() {}

    static final List<Rule> ALWAYS =
            List.of(
                    new Rule(
                            "an undo and its import agree",
                            """
                            select format('import %s is %s, its undo %s', i.number, i.status, u.state)
                              from import i left join undo u on u.tenant_id = i.tenant_id and u.import_id = i.id
                             where i.tenant_id = :tenant
                               and ((i.status = 'reverting') <> (u.state is not distinct from 'running')
                                    or (i.status = 'reverted') <> (u.state is not distinct from 'done')
                                    or (u.state = 'stopped') <> (u.failure_code is not null and u.failure_reason is not null)
                                    or (u.state in ('stopped', 'done')) <> (u.finished_at is not null)
                                    or u.total <> i.created_rows + i.updated_rows)
                            """),
                    new Rule(
                            "each written row of a reverted import has exactly one outcome",
                            """
                            select format('import %s, %s: row %s ended %s times', i.number, i.status, w.row_number, count(r.row_number))
                              from import i
                              join delivery d on d.tenant_id = i.tenant_id and d.import_id = i.id and d.kind = 'import'
                              join log_row w on w.tenant_id = d.tenant_id and w.delivery_id = d.id
                                            and w.action in ('created', 'updated')
                              left join delivery n on n.tenant_id = d.tenant_id and n.reverts = d.id
                              left join log_row r on r.tenant_id = n.tenant_id and r.delivery_id = n.id
                                                 and r.row_number = w.row_number and r.contact_id = w.contact_id
                             where i.tenant_id = :tenant
                             group by i.number, i.status, d.id, w.row_number
                            having count(r.row_number) > 1 or i.status = 'reverted' and count(r.row_number) <> 1
                            """),
                    new Rule(
                            "no row is undone that was not written, and none by halves of a batch",
                            """
                            select format('row %s of %s', r.row_number, n.id)
                              from delivery n
                              join log_row r on r.tenant_id = n.tenant_id and r.delivery_id = n.id
                              left join log_row w on w.tenant_id = n.tenant_id and w.delivery_id = n.reverts
                                                 and w.row_number = r.row_number and w.contact_id = r.contact_id
                                                 and w.action in ('created', 'updated')
                             where n.tenant_id = :tenant and n.kind = 'undo' and w.row_number is null
                            union all
                            select format('%s of the batch %s', count(*), n.id)
                              from delivery n
                              join delivery d on d.tenant_id = n.tenant_id and d.id = n.reverts
                              join log_row r on r.tenant_id = n.tenant_id and r.delivery_id = n.id
                             where n.tenant_id = :tenant
                             group by n.id, d.created_rows, d.updated_rows
                            having count(*) <> d.created_rows + d.updated_rows
                            """),
                    new Rule(
                            "an undone batch counts its rows",
                            """
                            select format('undone batch %s', n.id)
                              from delivery n
                              join log_row r on r.tenant_id = n.tenant_id and r.delivery_id = n.id
                             where n.tenant_id = :tenant and n.kind = 'undo'
                             group by n.tenant_id, n.id
                            having n.reverted_rows <> count(*) filter (where r.action = 'reverted')
                                or n.kept_rows <> count(*) filter (where r.action = 'kept')
                                or n.failed_rows <> count(*) filter (where r.action = 'none')
                                or n.created_rows + n.updated_rows + n.unchanged_rows + n.skipped_rows + n.warning_rows <> 0
                                or n.first_row <> min(r.row_number) or n.last_row <> max(r.row_number)
                            """),
                    new Rule(
                            "an undo counts its batches",
                            """
                            select format('undo of import %s', i.number)
                              from undo u
                              join import i on i.tenant_id = u.tenant_id and i.id = u.import_id
                              left join delivery n on n.tenant_id = u.tenant_id and n.import_id = u.import_id and n.kind = 'undo'
                             where u.tenant_id = :tenant
                             group by i.number, u.tenant_id, u.import_id
                            having u.removed_rows + u.restored_rows <> coalesce(sum(n.reverted_rows), 0)
                                or u.kept_rows <> coalesce(sum(n.kept_rows), 0)
                                or u.failed_rows <> coalesce(sum(n.failed_rows), 0)
                            """),
                    new Rule(
                            "result, action and reasons of an undone row fit",
                            """
                            select format('row %s of %s: %s %s', r.row_number, n.id, r.result, r.action)
                              from delivery n
                              join log_row r on r.tenant_id = n.tenant_id and r.delivery_id = n.id
                             where n.tenant_id = :tenant and n.kind = 'undo'
                               and (r.contact_id is null or r.payload is distinct from '[]' and r.payload is not null or r.matched_on is not null
                                    or not case r.action
                                            when 'reverted' then r.result = 'success' and (r.info is null or r.info @> '[{"code": "WISH_LIFTED"}]')
                                            when 'kept' then r.result = 'warning' and r.info is not null
                                            when 'none' then r.result = 'failure' and r.info is not null
                                            else false end)
                            """),
                    new Rule(
                            "who made a contact that was removed has no contact left",
                            """
                            select format('contact %s', c.id)
                              from delivery n
                              join log_row r on r.tenant_id = n.tenant_id and r.delivery_id = n.id and r.action = 'reverted'
                              join log_row w on w.tenant_id = n.tenant_id and w.delivery_id = n.reverts
                                            and w.row_number = r.row_number and w.action = 'created'
                              join contact c on c.tenant_id = n.tenant_id and c.id = r.contact_id
                             where n.tenant_id = :tenant and c.deleted_at is null
                            """),
                    new Rule(
                            "an undo that runs has a job",
                            """
                            select format('undo of %s', u.import_id) from undo u
                             where u.tenant_id = :tenant and u.state = 'running'
                               and not exists (select from scheduled_tasks
                                                where task_name = 'undo' and task_instance like u.import_id || '/%')
                            """));
}
