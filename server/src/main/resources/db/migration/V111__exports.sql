-- Exports: contacts as a file, made in the background and kept for a while.

create table export (
    tenant_id       uuid        not null references tenant,
    id              uuid        not null,
    status          text        not null default 'queued'
                                check (status in ('queued', 'processing', 'completed', 'failed', 'expired')),
    format          text        not null check (format in ('csv', 'xlsx')),
    -- The segment as it was when somebody asked; its filter is kept here, and does not change with it.
    segment_id      uuid,
    segment_name    text,
    -- Null for all contacts.
    filter          jsonb,
    created_by_name text        not null,
    -- Handed to the workers; the others wait in line.
    dispatched      boolean     not null default false,
    -- Raised by whoever takes the export over; a run of an older epoch cannot end it.
    epoch           bigint      not null default 0,
    attempts        integer     not null default 0,
    total           bigint,
    written_rows    bigint      not null default 0,
    file_name       text        not null,
    file_id         text,
    file_size       bigint,
    failure_reason  text,
    created_at      timestamptz not null default now(),
    started_at      timestamptz,
    finished_at     timestamptz,
    expires_at      timestamptz,
    primary key (tenant_id, id),
    constraint completed_has_its_file check (status <> 'completed' or file_id is not null)
);
-- Files that are to go.
create index export_files on export (tenant_id, expires_at) where file_id is not null;

call isolate('export');
