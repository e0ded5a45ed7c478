-- The contact import log over all sources: what makes its ranges, tabs and searches quick at tens of millions of rows.

-- Where rows begin in the file of a delivery, so that those that are not kept here are read back without a walk through it.
alter table delivery add column places jsonb;

-- The log goes from delivery to delivery, newest first; those with a remark, and those of one source, by themselves.
create index delivery_received on delivery (tenant_id, received_at desc, id desc) where kind = 'import';
create index delivery_remarked on delivery (tenant_id, received_at desc, id desc) where kind = 'import' and issues <> '[]';
create index delivery_source on delivery (tenant_id, source, received_at desc, id desc) where kind = 'import';

-- Rows with a remark are few; so are those without a contact, whose keys stand nowhere else.
create index log_row_remarked on log_row (tenant_id, delivery_id, row_number) where result <> 'success';
create index log_row_phone on log_row (tenant_id, phone) where phone is not null;
create index log_row_email on log_row (tenant_id, email) where email is not null;
create index log_row_external_id on log_row (tenant_id, external_id) where external_id is not null;

-- The rows of each delivery by result: all of them (no code), and those with each remark.
create view delivery_reason with (security_invoker = true) as
select d.tenant_id, d.id as delivery_id, d.received_at, d.source, reason.*
  from delivery d
 cross join lateral (
       select '' as code, '' as field,
              (d.created_rows + d.updated_rows + d.unchanged_rows - d.warning_rows)::bigint as success_rows,
              (d.skipped_rows + d.warning_rows)::bigint as warning_rows,
              d.failed_rows::bigint as failure_rows
       union all
       select issue ->> 'code', coalesce(issue ->> 'field', ''),
              0,
              coalesce((issue -> 'effects' ->> 'SKIPS')::bigint, 0)
                  + coalesce((issue -> 'effects' ->> 'WARNS')::bigint, 0),
              coalesce((issue -> 'effects' ->> 'FAILS')::bigint, 0)
         from jsonb_array_elements(d.issues) issue) reason
 where d.kind = 'import';

-- The same by minute, hour and day. A source may deliver its rows one by one, so deliveries may be as many as rows.
create table log_tally (
    tenant_id    uuid        not null,
    span         text        not null check (span in ('minute', 'hour', 'day')),
    begins_at    timestamptz not null,
    source       text        not null,
    code         text        not null,
    field        text        not null,
    success_rows bigint      not null,
    warning_rows bigint      not null,
    failure_rows bigint      not null,
    primary key (tenant_id, span, begins_at, source, code, field)
);
call isolate('log_tally');

-- What is in the log already. A tenant's rows are seen in its name only.
do $$
declare
    tenants uuid[];
    one     uuid;
begin
    perform set_config('muster.housekeeping', 'on', true);
    select array_agg(tenant_id) into tenants from tenant;
    foreach one in array coalesce(tenants, '{}') loop
        perform set_config('muster.tenant', one::text, true);
        insert into log_tally
        select tenant_id, span, date_trunc(span, received_at, 'UTC'), source, code, field,
               sum(success_rows), sum(warning_rows), sum(failure_rows)
          from delivery_reason cross join (values ('minute'), ('hour'), ('day')) as spans (span)
         where tenant_id = one
         group by 1, 2, 3, 4, 5, 6;
    end loop;
    perform set_config('muster.tenant', '', true);
    perform set_config('muster.housekeeping', '', true);
end $$;
