-- Repair: what people do to the rows of an import, and the attempts that take the failed ones up again.

-- One step of the work on an import's rows. Steps are undone from the last one on; undone ones are kept to be seen.
create table repair_step (
    tenant_id  uuid        not null,
    import_id  uuid        not null,
    number     bigint      not null,
    -- The attempt that takes the step up: rows whose outcome comes from an earlier one are read through it.
    attempt    integer     not null,
    kind       text        not null check (kind in ('edit', 'fix', 'file', 'resolve')),
    -- What a fix does, and to which rows. It is worked out row by row when these are read.
    fix        jsonb,
    -- How many rows were meant when it was made.
    rows       bigint      not null,
    made_by    text        not null,
    made_at    timestamptz not null default now(),
    undone_at  timestamptz,
    primary key (tenant_id, import_id, number),
    foreign key (tenant_id, import_id) references import on delete cascade,
    constraint fixes_say_what check ((kind = 'fix') = (fix is not null))
);
call isolate('repair_step');

-- What a step did to one row: new texts by column index, null where the cell is left out.
create table row_edit (
    tenant_id  uuid    not null,
    import_id  uuid    not null,
    row_number bigint  not null,
    step       bigint  not null,
    cells      jsonb   not null default '{}',
    dropped    boolean not null default false,
    primary key (tenant_id, import_id, row_number, step),
    foreign key (tenant_id, import_id, step) references repair_step on delete cascade
);
create index row_edit_step on row_edit (tenant_id, import_id, step);
call isolate('row_edit');

-- How each attempt ended that is over; the one under way is the import itself.
create table import_attempt (
    tenant_id      uuid        not null,
    import_id      uuid        not null,
    attempt        integer     not null,
    status         text        not null check (status in ('completed', 'failed', 'cancelled')),
    failure_code   text,
    failure_reason text,
    started_at     timestamptz,
    finished_at    timestamptz not null default now(),
    primary key (tenant_id, import_id, attempt),
    foreign key (tenant_id, import_id) references import on delete cascade
);
call isolate('import_attempt');

alter table import
    -- The latest attempt that was begun.
    add column attempt          integer not null default 1,
    -- While a later attempt is under way: how the import had ended, and will have again if it comes to nothing.
    add column former_status    text check (former_status in ('completed', 'failed', 'cancelled')),
    add column former_code      text,
    add column former_reason    text,
    -- Rows that the later attempt takes up, how many of them are done, and the number of the last one.
    add column retry_rows       bigint not null default 0,
    add column retry_done       bigint not null default 0,
    add column retry_cursor     bigint not null default 0,
    add constraint a_retry_knows_what_was check (
        (former_status is not null) = (attempt > 1 and status in ('queued', 'processing', 'post_processing')));

-- A row counts with its latest outcome. Earlier ones stay, and say which attempt took their place.
alter table log_row add column replaced_by integer;
alter table delivery
    add column replaced_failed  integer not null default 0,
    add column replaced_skipped integer not null default 0,
    add column replaced_issues  jsonb   not null default '[]',
    add constraint replaced_were_there check (
        replaced_failed between 0 and failed_rows and replaced_skipped between 0 and skipped_rows);

-- Error files that are too large to wait for. An edition is of the rows as they were: another attempt, another step and
-- another row that is done make another one.
create table error_file (
    tenant_id    uuid        not null,
    import_id    uuid        not null,
    format       text        not null check (format in ('csv', 'xlsx')),
    attempt      integer     not null,
    changes      bigint      not null,
    ready        boolean     not null default false,
    file_id      text,
    size         bigint      not null default 0,
    requested_at timestamptz not null default now(),
    primary key (tenant_id, import_id, format),
    foreign key (tenant_id, import_id) references import on delete cascade,
    constraint ready_is_there check (not ready or file_id is not null)
);
call isolate('error_file');

-- Rows of a review that were judged anew, each by itself, because somebody changed them.
alter table review add column revised bigint not null default 0;
