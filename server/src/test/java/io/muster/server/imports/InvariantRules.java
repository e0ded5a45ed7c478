package io.muster.server.imports;

import java.util.List;

/// The invariants as questions to the database: each finds the offenders, as text.
final class InvariantRules {
    private InvariantRules() {}

    /// @param offenders SQL with the parameter `tenant`; its first column names what breaks the
    ///   rule
    record Rule(String name, String offenders) {}

    static final List<Rule> ALWAYS =
            List.of(
                    new Rule(
                            "counts add up",
                            """
                            select format('import %s, %s: %s of %s', number, status, cursor_row, total) from import
                             where tenant_id = :tenant
                               and (created_rows + updated_rows + unchanged_rows + skipped_rows + failed_rows <> cursor_row
                                    or (status in ('completed', 'failed', 'cancelled', 'reverting', 'reverted')
                                        and cursor_row + unprocessed_rows is distinct from total)
                                    or (unprocessed_rows <> 0
                                        and status not in ('failed', 'cancelled', 'reverting', 'reverted'))
                                    or warning_rows > created_rows + updated_rows + unchanged_rows)
                            """),
                    new Rule(
                            "every row up to the cursor has exactly one outcome",
                            """
                            select format('import %s: %s lines, %s rows, %s to %s, cursor %s', i.number,
                                          count(l.row_number), count(distinct l.row_number),
                                          min(l.row_number), max(l.row_number), i.cursor_row)
                              from import i
                              left join delivery d on d.tenant_id = i.tenant_id and d.import_id = i.id
                                                   and d.kind = 'import'
                              left join log_row l on l.tenant_id = d.tenant_id and l.delivery_id = d.id
                                                 and l.replaced_by is null
                             where i.tenant_id = :tenant
                             group by i.number, i.cursor_row
                            having count(l.row_number) <> i.cursor_row
                                or count(distinct l.row_number) <> i.cursor_row
                                or coalesce(min(l.row_number), 1) <> 1
                                or coalesce(max(l.row_number), 0) <> i.cursor_row
                            """),
                    new Rule(
                            "every attempt at a row but the latest was replaced by the next",
                            """
                            select format('import %s, row %s, attempt %s: replaced by %s', i.number, row_number, tries.attempt,
                                          replaced_by)
                              from (select d.import_id, l.row_number, d.attempt, l.replaced_by,
                                           lead(d.attempt) over (partition by d.import_id, l.row_number
                                                                     order by d.attempt) as next
                                      from delivery d
                                      join log_row l on l.tenant_id = d.tenant_id and l.delivery_id = d.id
                                     where d.tenant_id = :tenant and d.kind = 'import') tries
                              join import i on i.tenant_id = :tenant and i.id = tries.import_id
                             where replaced_by is distinct from next or tries.attempt = next or tries.attempt > i.attempt
                            """),
                    new Rule(
                            "only rows without a contact are replaced",
                            """
                            select format('row %s of %s: %s', row_number, delivery_id, action) from log_row
                             where tenant_id = :tenant and replaced_by is not null
                               and action not in ('none', 'skipped')
                            """),
                    new Rule(
                            "a delivery counts what was replaced of it",
                            """
                            select format('delivery %s: %s failed, %s skipped', d.id, d.replaced_failed, d.replaced_skipped)
                              from delivery d
                              left join log_row l on l.tenant_id = d.tenant_id and l.delivery_id = d.id
                             where d.tenant_id = :tenant
                             group by d.tenant_id, d.id
                            having d.replaced_failed <> count(*) filter (
                                       where l.action = 'none' and l.replaced_by is not null)
                                or d.replaced_skipped <> count(*) filter (
                                       where l.action = 'skipped' and l.replaced_by is not null)
                            """),
                    new Rule(
                            "a retry knows where it stands",
                            """
                            select format('import %s, attempt %s, %s: former %s', number, attempt, status, former_status)
                              from import
                             where tenant_id = :tenant
                               and ((former_status is not null)
                                        <> (attempt > 1 and status in ('queued', 'processing', 'post_processing'))
                                    or attempt > 1 and former_status is null
                                       and attempt <> (select count(*) from import_attempt a
                                                        where a.tenant_id = import.tenant_id and a.import_id = import.id))
                            """),
                    new Rule(
                            "a delivery counts its rows",
                            """
                            select format('delivery %s, rows %s to %s', d.id, d.first_row, d.last_row)
                              from delivery d
                              left join log_row l on l.tenant_id = d.tenant_id and l.delivery_id = d.id
                             where d.tenant_id = :tenant and d.kind = 'import'
                             group by d.tenant_id, d.id
                            having d.created_rows <> count(*) filter (where l.action = 'created')
                                or d.updated_rows <> count(*) filter (where l.action = 'updated')
                                or d.unchanged_rows <> count(*) filter (where l.action = 'unchanged')
                                or d.skipped_rows <> count(*) filter (where l.action = 'skipped')
                                or d.failed_rows <> count(*) filter (where l.action = 'none')
                                or d.warning_rows <> count(*) filter (
                                       where l.action in ('created', 'updated', 'unchanged') and l.result = 'warning')
                                or d.first_row is distinct from min(l.row_number)
                                or d.last_row is distinct from max(l.row_number)
                                or d.attempt = 1 and d.last_row - d.first_row + 1 <> count(*)
                            """),
                    new Rule(
                            "an import counts its deliveries",
                            """
                            select format('import %s', i.number)
                              from import i
                              left join delivery d on d.tenant_id = i.tenant_id and d.import_id = i.id and d.kind = 'import'
                             where i.tenant_id = :tenant
                             group by i.tenant_id, i.id
                            having i.created_rows <> coalesce(sum(d.created_rows), 0)
                                or i.updated_rows <> coalesce(sum(d.updated_rows), 0)
                                or i.unchanged_rows <> coalesce(sum(d.unchanged_rows), 0)
                                or i.skipped_rows <> coalesce(sum(d.skipped_rows - d.replaced_skipped), 0)
                                or i.failed_rows <> coalesce(sum(d.failed_rows - d.replaced_failed), 0)
                                or i.warning_rows <> coalesce(sum(d.warning_rows), 0)
                            """),
                    new Rule(
                            "a delivery counts the remarks on its rows",
                            """
                            with remark as (
                                select l.delivery_id, one ->> 'code' as code, one ->> 'field' as field, count(*) as n
                                  from log_row l, jsonb_array_elements(l.info) as each (one)
                                 where l.tenant_id = :tenant
                                 group by 1, 2, 3),
                            counted as (
                                select d.id as delivery_id, one ->> 'code' as code, one ->> 'field' as field,
                                       (one ->> 'count')::bigint as n
                                  from delivery d, jsonb_array_elements(d.issues) as each (one)
                                 where d.tenant_id = :tenant)
                            (select format('delivery %s: %s of %s stands %s times in the log', delivery_id, code, field, n)
                               from (select * from remark except select * from counted) uncounted)
                            union all
                            (select format('delivery %s: %s of %s is counted %s times', delivery_id, code, field, n)
                               from (select * from counted except select * from remark) invented)
                            """),
                    new Rule(
                            "a delivery counts the remarks that were replaced",
                            """
                            with remark as (
                                select l.delivery_id, one ->> 'code' as code, one ->> 'field' as field, count(distinct l.row_number) as n
                                  from log_row l, jsonb_array_elements(l.info) as each (one)
                                 where l.tenant_id = :tenant and l.replaced_by is not null
                                 group by 1, 2, 3),
                            counted as (
                                select d.id as delivery_id, one ->> 'code' as code, one ->> 'field' as field,
                                       (one ->> 'count')::bigint as n
                                  from delivery d, jsonb_array_elements(d.replaced_issues) as each (one)
                                 where d.tenant_id = :tenant)
                            (select format('delivery %s: %s of %s stands %s times in the log', delivery_id, code, field, n)
                               from (select * from remark except select * from counted) uncounted)
                            union all
                            (select format('delivery %s: %s of %s is counted %s times', delivery_id, code, field, n)
                               from (select * from counted except select * from remark) invented)
                            """),
                    new Rule(
                            "result, action, remarks and payload of a row fit",
                            """
                            select format('row %s of %s: %s %s', row_number, delivery_id, result, action)
                              from log_row l join delivery d using (tenant_id)
                             where tenant_id = :tenant and d.id = l.delivery_id and d.kind = 'import'
                               and (not case action
                                       when 'created' then matched_on is null and contact_id is not null
                                            and result = case when info is null then 'success' else 'warning' end
                                       when 'updated' then matched_on in ('external_id', 'phone', 'email')
                                            and contact_id is not null
                                            and result = case when info is null then 'success' else 'warning' end
                                       when 'unchanged' then matched_on in ('external_id', 'phone', 'email')
                                            and contact_id is not null
                                            and result = case when info is null then 'success' else 'warning' end
                                       when 'skipped' then result = 'warning' and info is not null
                                            and contact_id is null and matched_on is null
                                       when 'none' then result = 'failure' and info is not null
                                            and contact_id is null and matched_on is null
                                       else false end
                                    or info is not null and payload is null
                                    -- Nothing is kept of the erased; clean rows keep what people have made of them.
                                    or info is null and payload is distinct from '[]' and payload is not null
                                       and not exists (select from repair_step s
                                                        where s.tenant_id = :tenant and s.import_id = d.import_id
                                                          and s.attempt <= d.attempt))
                            """),
                    new Rule(
                            "a before-image stands with updated rows and no others, until it is forgotten",
                            """
                            select format('row %s of %s: %s with %s', row_number, delivery_id, action, before_image)
                              from log_row l join delivery d using (tenant_id)
                             where tenant_id = :tenant and d.id = l.delivery_id
                               and (action = 'updated' and not d.images_dropped)
                                   <> (before_image is not null and before_image <> '{}')
                               and payload is distinct from '[]'
                            """),
                    new Rule(
                            "the contact of a placed row is the tenant's",
                            """
                            select format('row %s of %s', l.row_number, l.delivery_id)
                              from log_row l
                              join delivery d on d.tenant_id = l.tenant_id and d.id = l.delivery_id and d.kind = 'import'
                              left join contact c on c.tenant_id = l.tenant_id and c.id = l.contact_id
                             where l.tenant_id = :tenant and l.contact_id is not null and c.id is null
                               and l.payload is distinct from '[]'
                            """),
                    new Rule(
                            "a contact is created once",
                            """
                            select format('contact %s: %s times', contact_id, count(*)) from log_row
                             where tenant_id = :tenant and action = 'created'
                             group by contact_id having count(*) > 1
                            """),
                    new Rule(
                            "a contact is created before it is met again",
                            """
                            select format('contact %s', contact_id)
                              from (select d.import_id, l.contact_id, l.action,
                                           row_number() over (partition by d.import_id, l.contact_id
                                                                  order by d.attempt, l.row_number) as place
                                      from log_row l
                                      join delivery d on d.tenant_id = l.tenant_id and d.id = l.delivery_id
                                     where l.tenant_id = :tenant and l.contact_id is not null and d.kind = 'import') met
                             where action = 'created' and place > 1
                            """),
                    new Rule(
                            "no line of the log without its delivery, no delivery without its import",
                            """
                            select format('row %s of %s', l.row_number, l.delivery_id)
                              from log_row l left join delivery d on d.tenant_id = l.tenant_id and d.id = l.delivery_id
                             where l.tenant_id = :tenant and d.id is null
                            union all
                            select format('delivery %s', d.id)
                              from delivery d left join import i on i.tenant_id = d.tenant_id and i.id = d.import_id
                             where d.tenant_id = :tenant and d.import_id is not null and i.id is null
                            """),
                    new Rule(
                            "nothing is shared with another tenant",
                            """
                            select format('contact %s', o.id) from contact c join contact o on o.id = c.id
                             where c.tenant_id = :tenant and o.tenant_id <> :tenant
                            union all
                            select format('delivery %s', o.id) from delivery d join delivery o on o.id = d.id
                             where d.tenant_id = :tenant and o.tenant_id <> :tenant
                            union all
                            select format('file of import %s', i.number) from import i join import o on o.file_id = i.file_id
                             where i.tenant_id = :tenant and o.id <> i.id
                            """),
                    new Rule(
                            "an unfinished import has a job, or waits behind one that has",
                            """
                            select format('import %s, %s', number, status) from import i
                             where tenant_id = :tenant
                               and (status in ('processing', 'post_processing') or status = 'queued' and dispatched)
                               and not exists (select from scheduled_tasks
                                                where task_name = 'import' and task_instance like i.id || '/%')
                            union all
                            select format('import %s waits behind nobody', number) from import i
                             where tenant_id = :tenant and status = 'queued' and not dispatched
                               and not exists (select from import o
                                                where o.tenant_id = i.tenant_id and o.dispatched
                                                  and o.status in ('queued', 'processing', 'post_processing'))
                            """),
                    new Rule(
                            "a review that is not done has a job",
                            """
                            select format('review of %s, %s', r.import_id, r.state) from review r
                             where r.tenant_id = :tenant and r.state in ('queued', 'running')
                               and not exists (select from scheduled_tasks
                                                where task_name = 'review' and task_instance like r.import_id || '/%')
                            """),
                    new Rule(
                            "times and reasons fit the status",
                            """
                            select format('import %s, %s: %s', number, status, i.failure_reason)
                              from import i left join undo u on u.tenant_id = i.tenant_id and u.import_id = i.id
                             where i.tenant_id = :tenant
                               and ((i.finished_at is not null)
                                        <> (status in ('completed', 'failed', 'cancelled', 'reverting', 'reverted'))
                                    or (case when status in ('reverting', 'reverted') then status_before else status end
                                        = 'failed') <> (i.failure_reason is not null and i.failure_code is not null)
                                    or (status <> 'uploaded' and status <> 'cancelled' and queued_at is null)
                                    or i.finished_at < i.started_at)
                            """));

    static final List<Rule> ALL_FROM_IMPORTS =
            List.of(
                    new Rule(
                            "every contact was created by a row",
                            """
                            select format('contact %s', c.id) from contact c
                             where c.tenant_id = :tenant
                               and not exists (select from log_row l
                                                where l.tenant_id = c.tenant_id and l.contact_id = c.id
                                                  and l.action = 'created')
                            """));
}
